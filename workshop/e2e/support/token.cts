/**
 * A readable token of IAM: base64 of a CMS block, which names its type right after its length
 * (contract 2.3). Encrypted text has three letters of it by chance, but not this.
 */
const TOKEN = /MII[A-Za-z0-9+/]{2,5}YJKoZIhvcNAQcC/;

export function holdsToken(text: string): boolean {
	return TOKEN.test(text);
}
