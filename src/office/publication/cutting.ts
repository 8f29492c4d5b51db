/** The dictionary by which text is cut into words, the other writing of Chinese, and pinyin. Large: read when the first words come. */
import type { Cutting } from '../../record/publication/search-words.ts'

let loading: Promise<Cutting> | undefined

export function cutting(): Promise<Cutting> {
  loading ??= load()
  return loading
}

async function load(): Promise<Cutting> {
  const [{ Jieba }, { dict }, { Converter }, { pinyin }] = await Promise.all([
    import('@node-rs/jieba'),
    import('@node-rs/jieba/dict.js'),
    import('opencc-js/t2cn'),
    import('pinyin-pro'),
  ])
  const jieba = Jieba.withDict(dict)
  const simplified = Converter({ from: 't', to: 'cn' })
  const words = (cut: string[]) => cut.map((word) => word.trim()).filter(Boolean)
  return {
    all: (text) => words(jieba.cutForSearch(simplified(text), true)),
    cut: (text) => words(jieba.cut(simplified(text), true)),
    pinyin: (word) => pinyin(word, { toneType: 'none', type: 'array' }).join('').replace(/ü/g, 'v'),
  }
}
