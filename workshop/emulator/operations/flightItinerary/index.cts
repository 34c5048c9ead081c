// Flight Itinerary: operations 8.
import { confidences, plain } from '../reading/found.cts';
import { documentOperation } from '../reading/documentOperation.cts';
import { ITINERARY_FIELDS, LEG_FIELDS, readItinerary } from './read.cts';

export const flightItinerary = documentOperation({
	path: 'flight-itinerary',
	parameters: () => ({}),
	read(page) {
		const found = readItinerary(page);
		if (!found) return undefined;
		const { fields, legs } = found;
		return {
			...plain(ITINERARY_FIELDS, fields),
			itinerary_list: legs.map((leg) => plain(LEG_FIELDS, leg)),
			confidence: { ...confidences(ITINERARY_FIELDS, fields), itinerary_list: legs.map((leg) => confidences(LEG_FIELDS, leg)) },
		};
	},
});
