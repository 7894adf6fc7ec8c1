import type { ThemeConfig } from 'antd';
import type { Theme } from './useTheme.ts';

/** antd derives shades from real colours, so the values of tokens.css stand here once more, light and dark. */
const inks = {
  light: { paper: '#F8F9F5', sheet: '#FFFFFF', hover: '#F1F4EE', ink: '#16201B', ink2: '#414D46', ink3: '#5C6861', ruleSoft: '#E1E5DE', rule: '#C9D0C8', field: '#7C887F', green: '#1B5641', solid: '#1B5641', solidHover: '#123F30', wash: '#E4EEE7', amber: '#775500', red: '#A32420', focus: '#0B6BBF' },
  dark: { paper: '#111613', sheet: '#171E1A', hover: '#1D2621', ink: '#E7ECE6', ink2: '#BAC5BD', ink3: '#98A59D', ruleSoft: '#28322C', rule: '#36423B', field: '#74847A', green: '#86C5A5', solid: '#2B7557', solidHover: '#235F47', wash: '#1B3329', amber: '#E5BE55', red: '#F3938C', focus: '#6FB7F2' },
} as const;

const sans = '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif';

/** The antd theme of look.md for light or dark. */
export function antdTokens(theme: Theme): ThemeConfig {
  const c = inks[theme];
  return {
    token: {
      colorPrimary: c.green, colorLink: c.green, colorInfo: c.green, colorSuccess: c.green, colorWarning: c.amber, colorError: c.red,
      colorBgLayout: c.paper, colorBgContainer: c.sheet, colorBgElevated: c.sheet, colorFillAlter: c.hover,
      colorText: c.ink, colorTextSecondary: c.ink2, colorTextTertiary: c.ink3, colorTextPlaceholder: c.ink3, colorTextDisabled: c.ink3,
      colorBorder: c.field, colorBorderSecondary: c.ruleSoft, colorSplit: c.ruleSoft,
      borderRadius: 2, borderRadiusLG: 2, borderRadiusSM: 2, borderRadiusXS: 2, fontSize: 14, fontFamily: sans, controlHeight: 32, wireframe: false,
      motionDurationFast: '0.1s', motionDurationMid: '0.12s', motionDurationSlow: '0.15s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', colorPrimary: c.solid, colorPrimaryHover: c.solidHover, colorPrimaryActive: c.solidHover },
      Table: { headerBg: 'transparent', headerColor: c.ink3, headerSplitColor: 'transparent', rowSelectedBg: c.wash, rowSelectedHoverBg: c.wash, rowHoverBg: c.hover, borderColor: c.ruleSoft },
      Form: { itemMarginBottom: 12 },
      Tabs: { inkBarColor: c.green, itemSelectedColor: c.ink },
    },
  };
}
