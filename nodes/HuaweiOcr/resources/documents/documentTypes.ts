import { CATALOGUE, type CatalogueRow } from '../../../../huaweiCloud/catalogue';
import type { DocumentType, Kind } from '../resource';
import { catalogueSwitch } from '../switches';
import { operationsFor } from './operations';
import { readDocuments } from './readDocuments';
import type { DocumentResult } from './types';

/** How the documents of a catalogue row are asked for and read; everything follows from the row. */
export function kindOfRow(row: CatalogueRow): Kind<DocumentResult> {
	return {
		api: row,
		operations: operationsFor(row),
		switches: row.switches.map(catalogueSwitch),
		readAnswer: readDocuments,
	};
}

/** The document types of a family, in the catalogue's order. */
export function documentTypesOf(family: NonNullable<CatalogueRow['family']>): Array<DocumentType<DocumentResult>> {
	return CATALOGUE.filter((row) => row.family === family).map((row) => ({ value: row.value, name: row.name, ...kindOfRow(row) }));
}
