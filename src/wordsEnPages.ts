/// <reference types="vite/client" />

/** The English words that the portal and talents' pages need before the first paint, in one piece; the build takes them out of every slice's file. */
export default Object.assign({}, ...Object.values(import.meta.glob<Record<string, string>>('./*/words.en.ts', { eager: true, import: 'default', query: '?open' }))) as Record<string, string>;
