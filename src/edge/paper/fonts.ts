/**
 * The typefaces of our papers, and the one fontconfig file that names them: Typst, Chromium and LibreOffice see these fonts and
 * no others, so a page looks the same on every machine and never depends on what happens to be installed.
 */
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** Weights we set with; each file is about 15 MB, so the rest of the family stays unread. */
const BUILT_IN = [
  ['@expo-google-fonts/noto-serif-sc', ['400Regular', '700Bold', '900Black']],
  ['@expo-google-fonts/noto-sans-sc', ['400Regular', '500Medium', '700Bold']],
  ['@expo-google-fonts/noto-serif-tibetan', ['400Regular', '700Bold']],
] as const

/** Names under which the standard's faces are asked for (GB/T 9704-2012), each with our face that stands in where it is absent. */
const STANDS_IN: Record<string, readonly string[]> = {
  'Noto Serif SC': [
    '仿宋_GB2312',
    '仿宋',
    'FangSong',
    '楷体_GB2312',
    '楷体',
    'KaiTi',
    '宋体',
    'SimSun',
    '方正小标宋简体',
    '方正小标宋_GBK',
    'Times New Roman',
    'serif',
  ],
  'Noto Sans SC': ['黑体', 'SimHei', '微软雅黑', 'Microsoft YaHei', 'Arial', 'sans-serif'],
  'Noto Serif Tibetan': ['Microsoft Himalaya'],
}

/**
 * Folders with font files, the agency's own first. `GONGKAI_FONTS` names a folder with fonts the agency holds a licence for
 * (方正小标宋、仿宋_GB2312、楷体_GB2312): they are preferred, and never part of this project.
 */
export function fontFolders(own: string | undefined = process.env['GONGKAI_FONTS']): string[] {
  const builtIn = BUILT_IN.flatMap(([name, weights]) => {
    const folder = dirname(require.resolve(`${name}/package.json`))
    return weights.map((weight) => join(folder, weight))
  })
  return own === undefined || own === '' ? builtIn : [own, ...builtIn]
}

/** Writes fonts.conf for these folders (once for each set of folders) and gives its path, for `FONTCONFIG_FILE`. */
export function fontsConf(folders: string[] = fontFolders()): string {
  const missing = folders.find((folder) => !existsSync(folder))
  if (missing !== undefined) throw new Error(`字体文件夹不存在：${missing}。请检查环境变量 GONGKAI_FONTS，或重新安装依赖。`)
  const home = cacheFolder()
  const text = confText(folders, join(home, 'fontconfig'))
  const path = join(home, `fonts-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.conf`)
  if (!existsSync(path)) {
    const half = `${path}.${process.pid}`
    writeFileSync(half, text)
    renameSync(half, path)
  }
  return path
}

/** Beside the packages; where those are read-only, among the temporary files. */
function cacheFolder(): string {
  const packages = dirname(dirname(dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json'))))
  for (const home of [join(packages, '.cache', 'gongkai-fonts'), join(tmpdir(), 'gongkai-fonts')]) {
    try {
      mkdirSync(home, { recursive: true })
      accessSync(home, constants.W_OK)
      return home
    } catch {
      // Not writable: the next place.
    }
  }
  throw new Error('无法写入字体配置：node_modules/.cache 与临时目录都不可写。请检查目录权限。')
}

function confText(folders: string[], cache: string): string {
  const aliases = Object.entries(STANDS_IN).flatMap(([face, names]) =>
    names.map((name) => `  <alias><family>${name}</family><accept><family>${face}</family></accept></alias>`),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `  <dir>${escaped(folder)}</dir>`),
    ...aliases,
    `  <cachedir>${escaped(cache)}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
