/**
 * 申请有几项内容: proposes clauses by the request's own numbering, else where it plainly names several things side by side. The handler
 * edits them: a numbering has to be answered for, a mere “和” may be one matter.
 */
import type { RequestContent } from '../people/requester.ts'

/** 1. 2、 （一） ① 一、 第一， 一是: at the start of the text, of a line, or after a stop. */
const NUMBER =
  /(?:^|[\n。；;：:，,])\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[)）、]|[．.](?!\d))|[①-⑳]|第[一二三四五六七八九十][，、,:：]|[一二三四五六七八九]是)/gu

const LONGEST = 500

/** The clauses that a request numbers; one or none where it does not number any. */
export function clausesOf(asked: string): string[] {
  const starts = [...asked.matchAll(NUMBER)].map(({ index, 0: found }) => ({
    from: index + found.length,
    before: index,
  }))
  if (starts.length < 2) return []
  return starts
    .map(({ from }, place) => asked.slice(from, starts[place + 1]?.before ?? asked.length))
    .map((clause) =>
      clause
        .replace(/\s+/gu, ' ')
        .replace(/^[，、：:\s]+|[。；;，,\s]+$/gu, '')
        .slice(0, LONGEST),
    )
    .filter(Boolean)
}

/** How information is called: what ends so is a thing that can be asked for by itself. */
const INFORMATION =
  /(?:方案|办法|细则|规定|制度|计划|规划|预案|标准|依据|文件|通知|公告|公示|批复|决定|决议|意见|函|报告|记录|纪要|名单|名册|花名册|清单|目录|台账|账目|明细|凭证|票据|发票|合同|协议|招标书|标书|预算|决算|数据|统计表|登记表|登记簿|[表图]|照片|录像|视频|录音|材料|档案|说明|章程|情况|结果|成绩|分数线?|人数|数量?|金额|数额|比例|原文|全文|复印件|副本|[》”])(?:等)?$/u

/** Between things, the finest first: where a split leaves something that is no thing by itself, the next coarser is tried. */
const BETWEEN = [/[；;，,、\n]+|以及|及其|和|及|与/gu, /[；;，,、\n]+|以及/gu, /[；;\n]+/gu]

/** What leads up to the things. */
const LEADING =
  /^(?:(?:现|特)?(?:请|申请|要求|希望|我(?:要|想要?))(?:贵局|贵单位|你局|你们)?(?:公开|提供|告知|查阅|获取)?(?:以下|下列)?(?:信息|内容|材料)?)[:：]?/u

/** A story names many things; a list of things is short. */
const LONGEST_LIST = 160
const SHORTEST_THING = 4

/** Things named side by side without a number: “学区划分图及划分依据”. None where it may as well be one. */
function thingsIn(text: string): string[] {
  const asked = text
    .trim()
    .replace(LEADING, '')
    .replace(/[。．.\s]+$/u, '')
  if ([...asked].length > LONGEST_LIST) return []
  // What stands in brackets or quotation marks is a name: nothing in it is between things.
  const masked = asked.replace(
    /《[^》]*》|“[^”]*”|（[^）]*）|\([^)]*\)/gu,
    (name) => `${name[0]}${'□'.repeat(name.length - 2)}${name.at(-1)}`,
  )
  for (const between of BETWEEN) {
    const things = splitAt(asked, masked, between)
    if (things.length > 1 && things.every((thing) => [...thing].length >= SHORTEST_THING && INFORMATION.test(thing)))
      return things
  }
  return []
}

function splitAt(text: string, masked: string, between: RegExp): string[] {
  const things: string[] = []
  let from = 0
  for (const { index, 0: found } of masked.matchAll(between)) {
    things.push(text.slice(from, index))
    from = index + found.length
  }
  return [...things, text.slice(from)].map((thing) => thing.trim().slice(0, LONGEST)).filter(Boolean)
}

export interface AskedItems {
  /** None or one: a request of one matter. */
  items: string[]
  /** The requester numbered them: each has to be answered for, or looked at and found to be none. */
  numbered: boolean
}

/** What a request lists, as it is worded now. */
export function askedItems({
  content,
  corrected,
}: {
  content: Pick<RequestContent, 'subject' | 'description'>
  corrected: string | null
}): AskedItems {
  const texts = corrected === null ? [content.description, content.subject] : [corrected]
  const most = (lists: string[][]) => lists.reduce((left, right) => (right.length > left.length ? right : left), [])
  const numbered = most(texts.map(clausesOf))
  return numbered.length > 1 ? { items: numbered, numbered: true } : { items: most(texts.map(thingsIn)), numbered: false }
}
