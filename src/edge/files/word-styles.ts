/** What the styles of a Word file hide, cross out or raise: the way by HTML knows only what a piece of text says of itself. */
import { type CheerioAPI, load } from 'cheerio'
import { Unreadable } from './outcome.ts'

type Selected = ReturnType<CheerioAPI>

/** What properties of letters say; undefined where they say nothing. */
interface Said {
  hidden?: boolean
  struck?: boolean
  struckTwice?: boolean
  raised?: boolean
}

/** What becomes of a piece of text. */
export interface Shown {
  hidden: boolean
  struck: boolean
  raised: boolean
}

/** A style that rests on one that rests on one… */
const DEEPEST = 20
const isOn = (value: string | undefined): boolean => !['0', 'false', 'off', 'none'].includes(value ?? '')
const isMoved = (value: string | undefined): boolean => !['0', 'baseline', undefined].includes(value)

function saidBy(properties: Selected): Said {
  const value = (name: string, read: (value: string | undefined) => boolean): boolean | undefined => {
    const found = properties.children(`w\\:${name}`)
    return found.length === 0 ? undefined : read(found.first().attr('w:val'))
  }
  const said = {
    hidden: value('specVanish', isOn) || value('vanish', isOn),
    struck: value('strike', isOn),
    struckTwice: value('dstrike', isOn),
    raised: value('position', isMoved) || value('vertAlign', isMoved),
  }
  return Object.fromEntries(Object.entries(said).filter(([, one]) => one !== undefined))
}

/**
 * Tells of each run of a part what becomes of it, by its own properties and by the styles of its letters, its paragraph and its
 * table; the document's defaults stand behind all (ECMA-376 part 1, 17.7.2 and 17.7.3: of what a style hides or crosses out, a
 * second style on top shows it again). Throws {@link Unreadable} where a table's style hides some of its rows or columns: which ones,
 * only the program that shows them tells.
 */
export function shownBy(styles: string): (run: Selected) => Shown {
  const $ = load(styles, { xml: { decodeEntities: false } })
  const known = new Map<string, { own: Said; rests: string; hidesParts: boolean }>()
  const plain: Record<string, string> = {}
  for (const style of $('w\\:style')
    .toArray()
    .map((one) => $(one))) {
    const [id, kind] = [style.attr('w:styleId') ?? '', style.attr('w:type') ?? '']
    if (style.attr('w:default') !== undefined && isOn(style.attr('w:default'))) plain[kind] = id
    const parts = style.children('w\\:tblStylePr').toArray()
    known.set(id, {
      own: saidBy(style.children('w\\:rPr')),
      rests: style.children('w\\:basedOn').attr('w:val') ?? '',
      hidesParts: parts.some((one) => saidBy($(one).children('w\\:rPr')).hidden === true),
    })
  }
  const defaults = saidBy($('w\\:docDefaults > w\\:rPrDefault > w\\:rPr').first())
  const resolved = remembered((id: string) => {
    const chain = []
    for (let style = known.get(id); style && chain.length < DEEPEST; style = known.get(style.rests)) chain.unshift(style)
    return { said: Object.assign({}, ...chain.map(({ own }) => own)) as Said, hidesParts: chain.some((one) => one.hidesParts) }
  })
  return (run) => {
    const own = run.children('w\\:rPr')
    const [paragraph, table] = [run.closest('w\\:p'), run.closest('w\\:tbl')]
    const ofTable = resolved(table.children('w\\:tblPr').children('w\\:tblStyle').attr('w:val') ?? plain['table'] ?? '')
    if (table.length > 0 && ofTable.hidesParts)
      throw new Unreadable(
        '表格的样式隐藏了其中一部分文字，读不出页面上显示的是哪些；请在 Word 或 WPS 中给表格换一个样式后另存，再提供',
      )
    const levels = [
      ...(table.length > 0 ? [ofTable.said] : []),
      resolved(paragraph.children('w\\:pPr').children('w\\:pStyle').attr('w:val') ?? plain['paragraph'] ?? '').said,
      resolved(own.children('w\\:rStyle').attr('w:val') ?? plain['character'] ?? '').said,
    ]
    const direct = saidBy(own)
    const switched = (name: 'hidden' | 'struck'): boolean =>
      direct[name] ?? (defaults[name] === true || levels.filter((one) => one[name] === true).length % 2 === 1)
    const said: Said = Object.assign({}, defaults, ...levels, direct)
    return {
      hidden: switched('hidden'),
      struck: switched('struck') || said.struckTwice === true,
      raised: said.raised === true,
    }
  }
}

function remembered<T>(look: (id: string) => T): (id: string) => T {
  const found = new Map<string, { value: T }>()
  return (id) => {
    const one = found.get(id) ?? { value: look(id) }
    found.set(id, one)
    return one.value
  }
}
