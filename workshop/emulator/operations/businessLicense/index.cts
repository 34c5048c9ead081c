// Business License: operations 7. Of a PDF the first page.
import { WITH_PDF } from '../reading/documentOperation.cts';
import { flatOperation } from '../reading/flatOperation.cts';
import { LICENSE_FIELDS, readLicense } from './read.cts';

export const businessLicense = flatOperation({
	path: 'business-license',
	rules: { formats: WITH_PDF },
	names: LICENSE_FIELDS,
	locates: false,
	read: readLicense,
});
