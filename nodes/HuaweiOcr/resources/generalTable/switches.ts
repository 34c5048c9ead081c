import { operationAt } from '../../../../huaweiCloud/catalogue';
import { catalogueSwitch } from '../switches';

const all = operationAt('general-table').switches;

/** Switches of the page; what the answer holds is asked for by the operations that need it. */
export const switches = all.filter(({ field }) => field === 'with_borders').map(catalogueSwitch);

/** What the service adds to its answer, for Get Raw Result. */
export const rawSwitches = all.filter(({ field }) => field !== 'with_borders').map(catalogueSwitch);
