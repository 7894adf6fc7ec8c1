import { pinyin } from 'pinyin-pro';

/** The syllables of a name, the surname in its own reading; letters of other scripts stay together. */
export const syllablesOf = (name: string): string[] => pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive', v: true });
