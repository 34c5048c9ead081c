const path = require('node:path');
const base = require('../../../jest.config.cjs');

const [[pattern, [, options]]] = Object.entries(base.transform);

module.exports = { ...base, rootDir: path.join(__dirname, '..', '..', '..'), transform: { [pattern]: [path.join(__dirname, 'switchedOff.cjs'), options] } };
