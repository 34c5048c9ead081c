import { operationAt } from '../../../../huaweiCloud/catalogue';
import { catalogueSwitch } from '../switches';

const OF_THE_PAGE = ['language', 'single_orientation_mode', 'erase_seal'];
const all = operationAt('smart-document-recognizer').switches;

/** Switches of the page; what the answer holds is asked for by the operations that need it. */
export const switches = all.filter(({ field }) => OF_THE_PAGE.includes(field)).map(catalogueSwitch);

/** What else the service can put into its answer, for Get Raw Result. */
export const rawSwitches = all.filter(({ field }) => !OF_THE_PAGE.includes(field)).map(catalogueSwitch);
