/// <reference types="vite/client" />

/** Every slice's Chinese words in one piece, so that a page waits for one file. */
export default Object.assign({}, ...Object.values(import.meta.glob<Record<string, string>>('./*/words.zh.ts', { eager: true, import: 'default' }))) as Record<string, string>;
