/// <reference types="vite/client" />

/** All other Chinese words: read before a staff page's first paint, elsewhere after it. */
export default Object.assign({}, ...Object.values(import.meta.glob<Record<string, string>>('./*/words.zh.ts', { eager: true, import: 'default', query: '?rest' }))) as Record<string, string>;
