import { ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB.js';
import zhCN from 'antd/locale/zh_CN.js';
import type { ReactNode } from 'react';
import { antdTokens } from './antdTokens.ts';
import { useTheme } from './useTheme.ts';
import { useLanguage } from './useWords.ts';

/** antd in our paper, ink and green; only staff pages load it. */
export function AntdTheme({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const { theme } = useTheme();
  return <ConfigProvider locale={language === 'zh' ? zhCN : enGB} theme={antdTokens(theme)}>{children}</ConfigProvider>;
}
