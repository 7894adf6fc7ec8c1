/// <reference types="vite/client" />

/** Every slice's English words in one piece, read when somebody chooses English. */
export default Object.assign({}, ...Object.values(import.meta.glob<Record<string, string>>('./*/words.en.ts', { eager: true, import: 'default' }))) as Record<string, string>;
