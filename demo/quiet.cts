// n8n-core logs each failure of a node as well; the demo shows it once. Has to be imported before n8n-core.
process.env.N8N_LOG_LEVEL ??= 'silent';
