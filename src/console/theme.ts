/** Look: ink on paper, one blue for what can be pressed, seal red for marks. Every pair of colours has at least 4.5:1. */
import type { ThemeConfig } from 'antd'

const BLUE = '#0b4f9e'
const SEAL = '#a5231c'
const INK = '#1b1f24'
const QUIET = '#545d68'

export const THEME: ThemeConfig = {
  token: {
    colorPrimary: BLUE,
    colorLink: BLUE,
    colorLinkHover: '#083d7c',
    colorLinkActive: '#062f60',
    colorInfo: BLUE,
    colorError: '#b3261e',
    colorWarning: '#8a5300',
    colorSuccess: '#1c6b3c',
    // Derived from the dark colours above they would be muddy.
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#efc4bf',
    colorWarningBg: '#fff4de',
    colorWarningBorder: '#ead7ac',
    colorInfoBg: '#eef3f8',
    colorInfoBorder: '#d3dfeb',
    colorSuccessBg: '#ebf5ee',
    colorSuccessBorder: '#c9e2d2',
    colorText: INK,
    colorTextSecondary: QUIET,
    colorTextTertiary: QUIET,
    colorTextDescription: QUIET,
    colorTextPlaceholder: '#6a727d',
    colorTextDisabled: '#666e79',
    colorBgLayout: '#f7f7f5',
    colorBorder: '#c3c8ce',
    colorBorderSecondary: '#e2e4e7',
    borderRadius: 4,
    fontFamily: '"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans SC",sans-serif',
    fontSize: 14,
    // Whoever asked the system for stillness gets it.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
  },
  components: {
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff', headerHeight: 48, headerPadding: '0 16px' },
    Menu: { itemSelectedColor: SEAL, itemSelectedBg: '#f7eceb', itemHeight: 32, itemBorderRadius: 4, activeBarBorderWidth: 0 },
    Table: { headerBg: '#f2f3f1', headerColor: INK, cellPaddingBlockSM: 7, rowHoverBg: '#f3f6fa' },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    Descriptions: { labelBg: '#f7f7f5' },
  },
}
