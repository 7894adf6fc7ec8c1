import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { antdTokens } from './antdTokens.ts';
import { useTheme } from './useTheme.ts';

/** antd in our paper, ink and green; only staff pages load it. */
export function AntdTheme({ children }: { children: ReactNode }) {
  return <ConfigProvider theme={antdTokens(useTheme().theme)}>{children}</ConfigProvider>;
}
