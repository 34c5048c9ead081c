// Reads the fields of a request body by their types (15.2 rows 17 to 19). `null` counts as absent, an empty string
// beside a filled one too, and unknown fields are ignored: none of the three is documented.
import type { JsonObject } from '../ocr/requestBody.cts';

/** Ends a call with AIS.0101. */
export class WrongParameter extends Error {
	constructor(field: string) {
		super(field);
		this.name = 'WrongParameter';
	}
}

export class Fields {
	readonly #values: JsonObject;
	readonly #imageField: string;
	readonly #hasImage: boolean;

	/** @param hasImage whether the image field is a string that is not empty. */
	constructor(values: JsonObject, imageField: string, hasImage: boolean) {
		this.#values = values;
		this.#imageField = imageField;
		this.#hasImage = hasImage;
	}

	/** Exactly one of image and `url` (row 18). @returns the URL, or undefined when the file is in the body. */
	url(): string | undefined {
		this.text(this.#imageField);
		const url = this.text('url') || undefined;
		if (this.#hasImage === (url !== undefined)) throw new WrongParameter('url');
		return url;
	}

	/** Only JSON's own true and false. */
	boolean(name: string, byDefault = false): boolean {
		const value = this.#given(name);
		if (value === undefined) return byDefault;
		if (typeof value !== 'boolean') throw new WrongParameter(name);
		return value;
	}

	text(name: string): string | undefined {
		const value = this.#given(name);
		if (value !== undefined && typeof value !== 'string') throw new WrongParameter(name);
		return value;
	}

	choice<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		const known = values.find((one) => one === value);
		if (known === undefined) throw new WrongParameter(name);
		return known;
	}

	/** A list of some of `values`; absent = empty. */
	choices<Value extends string>(name: string, values: readonly Value[]): Value[] {
		const value = this.#given(name) ?? [];
		if (!Array.isArray(value)) throw new WrongParameter(name);
		return value.map((entry: unknown) => {
			const known = values.find((one) => one === entry);
			if (known === undefined) throw new WrongParameter(name);
			return known;
		});
	}

	positiveInteger(name: string): number | undefined {
		const value = this.#given(name);
		if (value === undefined) return undefined;
		if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) throw new WrongParameter(name);
		return value;
	}

	object(name: string): JsonObject | undefined {
		const value = this.#given(name);
		if (value === undefined) return undefined;
		if (typeof value !== 'object' || Array.isArray(value)) throw new WrongParameter(name);
		return value as JsonObject;
	}

	#given(name: string): unknown {
		const value = Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
		return value === null ? undefined : value;
	}
}
