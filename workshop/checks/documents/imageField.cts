/** Four operations call it `data` (operations 1); written down here once more, apart from the emulator's own list. */
const IN_DATA = ['smart-document-recognizer', 'bank-receipt', 'seal', 'auto-id-doc-classification'];

/** Field of the request that holds the picture. */
export const imageFieldOf = (operation: string): 'image' | 'data' => (IN_DATA.includes(operation) ? 'data' : 'image');
