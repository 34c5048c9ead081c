import { operationAt } from '../../../../huaweiCloud/catalogue';
import type { SingleResource } from '../resource';
import { tablesOperations } from './operations';
import { readGeneralTable, type TablesResult } from './readGeneralTable';
import { switches } from './switches';

/** Table: the service itself finds tables and their cells (operations 3). */
export const generalTable: SingleResource<TablesResult> = {
	value: 'generalTable',
	name: 'Table',
	description: 'Tables with and without printed lines, merged cells included, as the service finds them; images only',
	what: 'a picture of a table',
	api: operationAt('general-table'),
	operations: tablesOperations,
	switches,
	readAnswer: readGeneralTable,
};
