/// <reference types="vite/client" />

/** All other English words: read before a staff page's first paint, elsewhere after it. */
export default Object.assign({}, ...Object.values(import.meta.glob<Record<string, string>>('./*/words.en.ts', { eager: true, import: 'default', query: '?rest' }))) as Record<string, string>;
