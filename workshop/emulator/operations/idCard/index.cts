// ID Card: operations 7.
import { documentOperation } from '../reading/documentOperation.cts';
import { answer } from './answer.cts';
import { readParameters } from './parameters.cts';

export const idCard = documentOperation({ path: 'id-card', parameters: readParameters, read: answer });
