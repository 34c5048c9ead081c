import {
	ICredentialsHelper,
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

/** Stored credentials by their ID: what n8n keeps in its database. */
export type StoredCredentials = Record<string, ICredentialDataDecryptedObject>;

/**
 * n8n's credentials helper on an object instead of a database. It follows n8n's rules: log in when
 * the expirable field is empty or the request threw with 401, store what the login returned.
 */
export class CredentialStore extends ICredentialsHelper {
	/** How many times login results were stored. */
	writes = 0;

	private readonly types: Record<string, ICredentialType>;

	private readonly stored: StoredCredentials;

	constructor(types: Record<string, ICredentialType>, stored: StoredCredentials) {
		super();
		this.types = types;
		this.stored = stored;
	}

	private typeOf(name: string): ICredentialType {
		const type = this.types[name];
		if (!type) throw new Error(`Unknown credential type ${name}`);
		return type;
	}

	private entry(details: INodeCredentialsDetails): ICredentialDataDecryptedObject {
		const entry = this.stored[details.id ?? ''];
		if (!entry) throw new Error(`No stored credential ${details.id}`);
		return entry;
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.typeOf(type).properties;
	}

	async getCredentials(details: INodeCredentialsDetails): Promise<ICredentials> {
		const entry = this.entry(details);
		// The engine only asks whether it exists.
		return await Promise.resolve({ getData: () => ({ ...entry }) } as unknown as ICredentials);
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		const { properties } = this.typeOf(type);
		const values = NodeHelpers.getNodeParameters(
			properties,
			this.entry(details) as Parameters<typeof NodeHelpers.getNodeParameters>[1],
			true,
			false,
			null,
			null,
		);
		return await Promise.resolve(values as ICredentialDataDecryptedObject);
	}

	async updateCredentials(
		details: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.writes += 1;
		this.stored[details.id ?? ''] = { ...data };
		await Promise.resolve();
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		await Promise.resolve();
	}

	async runPreAuthentication(): Promise<undefined> {
		return await Promise.resolve(undefined);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		expired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.typeOf(typeName);
		const details = node.credentials?.[typeName];
		const expirable = type.properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		);
		if (!expirable || !type.preAuthentication || !details) return undefined;
		if (credentials[expirable.name] !== '' && !expired) return undefined;
		const issued = (await type.preAuthentication.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
		if (issued[expirable.name] === undefined) return undefined;
		await this.updateCredentials(details, typeName, { ...this.entry(details), ...issued });
		return Object.assign(credentials, issued);
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		options: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.typeOf(typeName);
		if (typeof authenticate !== 'function') throw new Error('Only functions are supported here');
		return await authenticate(credentials, options as IHttpRequestOptions);
	}
}
