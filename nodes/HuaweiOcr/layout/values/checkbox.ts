export interface CheckboxReading { ticked: string[] }
export function readCheckbox(): CheckboxReading { return { ticked: [] }; }
