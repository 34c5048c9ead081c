// Bank Card: operations 7.
import { flatOperation } from '../reading/flatOperation.cts';
import { BANKCARD_FIELDS, readBankcard } from './read.cts';

export const bankcard = flatOperation({ path: 'bankcard', names: BANKCARD_FIELDS, locates: true, read: readBankcard });
