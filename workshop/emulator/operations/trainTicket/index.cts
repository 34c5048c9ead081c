// Train Ticket: operations 8. Some fields have other names inside `confidence` (operations 1).
import { flatOperation } from '../reading/flatOperation.cts';
import { readTrainTicket, TRAIN_FIELDS } from './read.cts';

export const trainTicket = flatOperation({
	path: 'train-ticket',
	names: TRAIN_FIELDS,
	locates: true,
	aliases: {
		departure_station: 'starting_station',
		departure_station_en: 'starting_station_en',
		departure_time: 'starting_time',
		ticket_price: 'ticket_rates',
		sale_location: 'ticket_office',
	},
	read: readTrainTicket,
});
