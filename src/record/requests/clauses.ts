/** 申请有几项内容: proposes clauses by the request's own numbering; the handler edits them. */

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
