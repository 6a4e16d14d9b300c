import { theme, type ThemeConfig } from 'antd';

const FONT =
  "-apple-system, BlinkMacSystemFont, 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Segoe UI', system-ui, sans-serif";

const LIGHT = {
  colorPrimary: '#0b5557',
  colorInfo: '#0b5557',
  colorSuccess: '#246b38',
  colorWarning: '#8a5600',
  colorError: '#a81f1b',
  colorLink: '#0b5557',
  colorTextBase: '#12282b',
  colorBgBase: '#fffdfa',
  colorBgLayout: '#f5f3ee',
  colorBorder: '#b9bfb9',
  colorTextPlaceholder: '#667678',
  colorTextDescription: '#4a5c5e',
};

const DARK = {
  colorPrimary: '#4fa69a',
  colorInfo: '#4fa69a',
  colorSuccess: '#86cf93',
  colorWarning: '#e6b562',
  colorError: '#e5786c',
  colorLink: '#7cc7bb',
  colorTextBase: '#e8efec',
  colorBgBase: '#0e1819',
  // Said outright: what the dark algorithm derives from the base is too green for paper.
  colorBgContainer: '#152325',
  colorBgElevated: '#1b2b2d',
  colorBgLayout: '#0e1819',
  colorBorder: '#4b6064',
  colorTextPlaceholder: '#93a4a1',
  colorTextDescription: '#b2c1be',
};

/** antd in the colours of ui/tokens.css, which stay the one source for everything that is not antd's. */
export function staffTheme(dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...(dark ? DARK : LIGHT),
      fontFamily: FONT,
      fontSize: 15,
      controlHeight: 40,
      borderRadius: 8,
      wireframe: false,
    },
    components: {
      Button: { fontWeight: 600, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 18 },
      Modal: { titleFontSize: 18 },
    },
  };
}
