// Draws one page of a kind.
import type { Page } from '../page.cts';
import type { Random } from '../random.cts';
import { Texts } from '../texts.cts';
import type { Language } from '../texts.cts';
import type { DocumentKind } from '../types.cts';
import { form } from './form.cts';
import { invoice } from './invoice.cts';
import { plainText, twoColumns } from './prose.cts';
import { receipt } from './receipt.cts';
import type { Composer } from './recipe.cts';
import { priceList, tableEmptyCells, tableLineless, tableRuled, tableWrapped } from './tables.cts';

const COMPOSERS: Record<DocumentKind, Composer> = {
	'form-zh': form,
	'form-en': form,
	invoice,
	'price-list': priceList,
	'table-lineless': tableLineless,
	'table-ruled': tableRuled,
	'table-wrapped': tableWrapped,
	'table-empty-cells': tableEmptyCells,
	'two-columns': twoColumns,
	receipt,
	'plain-text': plainText,
};

export const DOCUMENT_KINDS = Object.keys(COMPOSERS) as DocumentKind[];

/**
 * A page of one kind, upright and without disturbances.
 * @param ordinal chooses among the layouts of the kind (see Recipe.ordinal)
 */
export function drawPage(kind: DocumentKind, language: Language, ordinal: number, random: Random): Page {
	return COMPOSERS[kind]({ random, texts: new Texts(random, language), ordinal });
}
