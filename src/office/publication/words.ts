/** Words of what somebody typed, by a dictionary: what tells one matter from another. */
import { maskInText } from '../../record/people/requester.ts'

const MOST_WORDS = 12

/** Words that every application is full of. */
const COMMON = new Set(
  '关于 申请 公开 信息 政府 有关 相关 文件 情况 通知 我县 本县 全县 提供 材料 资料 内容 请求 获取 需要 希望 以及 进行 我们 你们 单位 年度 具体'.split(
    ' ',
  ),
)

type Cut = (text: string) => string[]
let cutting: Promise<Cut> | undefined

/** The dictionary is large: read when the first words come. */
async function loadCut(): Promise<Cut> {
  const [{ Jieba }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')])
  const jieba = Jieba.withDict(dict)
  return (text) => jieba.cut(text, true)
}

/** Of two letters or more, each once. Numbers of people are masked before, and never searched for. */
export async function wordsOf(text: string): Promise<string[]> {
  cutting ??= loadCut()
  const cut = await cutting
  const words = cut(maskInText(text.normalize('NFKC'))).map((word) => word.trim())
  return [...new Set(words)]
    .filter((word) => [...word].length > 1 && !COMMON.has(word) && !/[\p{P}\p{S}]/u.test(word))
    .slice(0, MOST_WORDS)
}
