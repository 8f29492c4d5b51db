/** Charts and diagrams keep what they were drawn from: words of it that are not drawn are told of. */
import type { Findings } from '../../record/outgoing/findings.ts'
import type { OfficePackage } from './package.ts'
import { childOf, childrenOf, elements, elementsUnder, isOn, textOf, type Xml, type XmlElement } from './xml.ts'

export function inspectCharts(office: OfficePackage, findings: Findings): void {
  for (const name of office.names().filter((one) => /\/charts\/chart\d+\.xml$/.test(one))) {
    const xml = office.xml(name)
    if (xml && (hasUndrawnNames(xml) || hasUndrawnCategories(xml) || hasPointsBeyond(xml))) findings.add('hiddenChart', '')
  }
  for (const name of office.names().filter((one) => /\/diagrams\/data\d+\.xml$/.test(one))) {
    const drawing = office.xml(name.replace('/data', '/drawing'))
    const drawn = drawing ? elements(drawing, 'a:p').map(textOf).join('\n') : ''
    const data = office.xml(name)
    if (data && elements(data, 'a:p').some((one) => !drawn.includes(textOf(one)))) findings.add('hiddenChart', '')
  }
}

const isSet = (element: XmlElement | undefined) => element !== undefined && isOn(element.attribs['val'] ?? '1')
const isAnySet = (xml: Xml, name: string) => elements(xml, name).some(isSet)

/** Names of series stand in the legend, at the points, or as the title of a chart of one. */
function hasUndrawnNames(xml: Xml): boolean {
  const series = elements(xml, 'c:ser')
  const named = series.filter(
    (one) => elementsUnder(childOf(one, 'c:tx') ?? one, ({ name }) => name === 'c:v').length > 0 && childOf(one, 'c:tx'),
  )
  if (named.length === 0 || isAnySet(xml, 'c:showSerName')) return false
  const [legend] = elements(xml, 'c:legend')
  const isTitle = series.length === 1 && !isAnySet(xml, 'c:autoTitleDeleted')
  if (!legend) return !isTitle
  return childrenOf(legend, 'c:legendEntry').some((entry) => isSet(childOf(entry, 'c:delete')))
}

/** Categories stand at their axis; where there is none, in the legend or at the points. */
function hasUndrawnCategories(xml: Xml): boolean {
  const words = elements(xml, 'c:cat').filter((one) => elementsUnder(one, ({ name }) => name === 'c:v').length > 0)
  if (words.length === 0 || isAnySet(xml, 'c:showCatName')) return false
  const axes = elements(xml, 'c:catAx', 'c:dateAx')
  if (axes.length === 0) return elements(xml, 'c:legend').length === 0
  return axes.every((axis) => isSet(childOf(axis, 'c:delete')) || childOf(axis, 'c:tickLblPos')?.attribs['val'] === 'none')
}

function hasPointsBeyond(xml: Xml): boolean {
  return elements(xml, 'c:strCache', 'c:numCache', 'c:lvl').some((cache) => {
    const count = childOf(cache, 'c:ptCount')?.attribs['val']
    return count !== undefined && childrenOf(cache, 'c:pt').some(({ attribs }) => Number(attribs['idx'] ?? 0) >= Number(count))
  })
}
