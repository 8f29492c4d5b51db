/** Which typeface stands for which face of GB/T 9704: the agency's licensed fonts first (`GONGKAI_FONTS`), ours after them. */

const SERIF = 'Noto Serif SC'
const SANS = 'Noto Sans SC'
/** Every list ends with these, so that a name in a rare character or in Tibetan is set in a face that has it. */
const LAST = [SERIF, SANS, 'Noto Serif Tibetan']

/** In order of preference, under the names by which font files call themselves. */
export const FACES = {
  /** 仿宋: text. */
  fangsong: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', '方正仿宋_GBK', 'FZFangSong-Z02', 'FandolFang R', ...LAST],
  /** 楷体: second-level headings. */
  kai: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', '方正楷体_GBK', 'FZKai-Z03', 'LXGW WenKai', '霞鹜文楷', ...LAST],
  /** 黑体: first-level headings. */
  hei: ['黑体', 'SimHei', '方正黑体_GBK', 'FZHei-B01', SANS, SERIF, 'Noto Serif Tibetan'],
  /** 小标宋: titles and the agency's mark. */
  title: ['方正小标宋简体', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '华文中宋', 'STZhongsong', ...LAST],
} as const satisfies Record<string, readonly string[]>

export type Families = Record<keyof typeof FACES, string[]>

export function builtInFace(name: string): boolean {
  return LAST.includes(name)
}
