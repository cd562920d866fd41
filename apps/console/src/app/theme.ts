import type { ThemeConfig } from 'antd';

/**
 * Our own calm palette: a deep lake green for acts, ochre for what waits, one family of greys. Every pair of text and
 * ground reaches 4.5 : 1. The same values stand as custom properties in styles/tokens.css.
 */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b5d6d',
    colorLink: '#0b5d6d',
    colorLinkHover: '#08414d',
    colorSuccess: '#216e3f',
    colorWarning: '#8a5a00',
    colorError: '#b3261e',
    colorInfo: '#1c5a94',
    colorText: '#16242b',
    colorTextSecondary: '#4a5a63',
    colorTextTertiary: '#5b6b74',
    colorTextPlaceholder: '#65747d',
    colorTextDescription: '#4a5a63',
    colorBorder: '#b9c4ca',
    colorBorderSecondary: '#dde4e7',
    colorBgLayout: '#f3f6f7',
    borderRadius: 6,
    borderRadiusLG: 10,
    fontFamily: "'Noto Sans SC', system-ui, sans-serif",
    fontSize: 14,
    fontWeightStrong: 600,
    controlHeight: 36,
    wireframe: false,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
    Form: { itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' },
    Tabs: { horizontalItemPadding: '10px 2px', titleFontSize: 14 },
    Modal: { titleFontSize: 17 },
    Alert: { withDescriptionPadding: '14px 16px' },
  },
};
