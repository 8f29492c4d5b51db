/** What a piece of text in a Word file looks like where it stands: after its paragraph, the table around it and their styles. */
import { groundOf, isOffPage, type Looks, looksOf, paragraphLooks, type Styles } from './docx-styles.ts'
import { above, childOf, isElement, type XmlElement, type XmlNode } from './xml.ts'

export interface RunLooks {
  of(run: XmlElement): Looks
  /** Whether the table around it is set beside the page. */
  isAway(run: XmlElement): boolean
}

/** Of a file that is not changed meanwhile: what paragraphs and tables say is looked up once for all their runs. */
export function runLooks(styles: Styles): RunLooks {
  const propertiesOf = remembered((element) => childOf(element, `${element.name}Pr`))
  const isAwayTable = remembered((table): boolean => {
    const properties = propertiesOf(table)
    const [indent, place] = ['w:tblInd', 'w:tblpPr'].map((name) => properties && childOf(properties, name)?.attribs)
    const outer = above(table, 'w:tbl')
    const isBeyond =
      (!place?.['w:tblpXSpec'] && isOffPage(place?.['w:tblpX'], styles.page.width)) ||
      (!place?.['w:tblpYSpec'] && isOffPage(place?.['w:tblpY'], styles.page.height))
    return isBeyond || isOffPage(indent?.['w:w']) || (outer !== null && isAwayTable(outer))
  })
  const groundAround = remembered((from): Pick<Looks, 'ground'> => groundOutside(from, styles, propertiesOf))
  /** What the style of a table says of letters. */
  const lettersOfTable = remembered((table): Looks => {
    const style = styleIn(propertiesOf(table), 'w:tblStyle')
    if (!style) return {}
    const { ground: _, ...letters } = styles.of(style)
    return letters
  })
  const aroundRuns = remembered((around): Looks => {
    const format = around.name === 'w:p' ? propertiesOf(around) : undefined
    const table = above(around, 'w:tbl')
    const levels = [styles.of(''), table ? lettersOfTable(table) : {}, styles.of(styleIn(format, 'w:pStyle') || '-')]
    return {
      ...groundAround(around),
      ...Object.assign({}, ...levels),
      ...paragraphLooks(format, styles.page, styles.theme),
      ...hiddenByAny(levels),
    }
  })
  return {
    of(run) {
      const own = childOf(run, 'w:rPr')
      const levels = [aroundRuns(above(run, 'w:p') ?? run), styles.of(styleIn(own, 'w:rStyle') || '-')]
      return { ...Object.assign({}, ...levels), ...hiddenByAny(levels), ...looksOf(own, styles.theme) }
    },
    isAway(run) {
      const table = above(run, 'w:tbl')
      return table !== null && isAwayTable(table)
    },
  }
}

/** One style never shows what another hides: only the text itself does. Where two hide it, programs differ in whether it is shown. */
function hiddenByAny(levels: readonly Looks[]): Pick<Looks, 'hidden'> {
  return levels.some(({ hidden }) => hidden) ? { hidden: true } : {}
}

/** The same answer for the same element, looked up once: the file must not change meanwhile. */
export function remembered<T>(look: (element: XmlElement) => T): (element: XmlElement) => T {
  const known = new Map<XmlElement, { value: T }>()
  return (element) => {
    const found = known.get(element) ?? { value: look(element) }
    known.set(element, found)
    return found.value
  }
}

function styleIn(properties: XmlElement | undefined, name: string): string {
  return (properties && childOf(properties, name)?.attribs['w:val']) ?? ''
}

const SHADED = new Set(['w:tc', 'w:tr', 'w:tbl'])

/** Of the cell, of the table: the nearest that says something. */
function groundOutside(
  from: XmlElement,
  styles: Styles,
  propertiesOf: (element: XmlElement) => XmlElement | undefined,
): Pick<Looks, 'ground'> {
  for (let at: XmlNode | null = from; at; at = at.parent as XmlNode | null) {
    if (!isElement(at)) continue
    if (at.name === 'w:txbxContent') return { ground: '?' }
    const properties = SHADED.has(at.name) ? propertiesOf(at) : undefined
    if (!properties) continue
    const own = groundOf(properties, styles.theme)
    if (own.ground) return own
    const table = childOf(properties, 'w:tblStyle')?.attribs['w:val']
    const { ground } = table ? styles.of(table) : {}
    if (ground) return { ground }
  }
  return {}
}
