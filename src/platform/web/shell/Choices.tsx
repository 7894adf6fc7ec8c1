import { useTheme } from '../useTheme.ts';
import { useLanguage, useWords } from '../useWords.ts';

/** The other language and the other theme, one press each. */
export function Choices() {
  const w = useWords();
  const { language, choose } = useLanguage();
  const { theme, choose: chooseTheme } = useTheme();
  const dark = theme === 'dark';
  return (
    <>
      <button type="button" className="text-button" lang={language === 'zh' ? 'en' : 'zh-CN'} title={w('platform.toOtherLabel')} onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>{w('platform.toOther')}</button>
      <button type="button" className="text-button" title={w('platform.toThemeLabel')} onClick={() => chooseTheme(dark ? 'light' : 'dark')}>{w(dark ? 'platform.toLight' : 'platform.toDark')}</button>
    </>
  );
}
