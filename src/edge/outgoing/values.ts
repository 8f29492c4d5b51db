/** Values of attributes as programs give them: numbers, colours, measures, places and words of the standards; no words of people. */
import { TYPEFACE } from './typefaces.ts'
import { isOfTheStandards } from './vocabulary.ts'

const NUMBER = /^[+-]?\d{1,10}(?:\.\d{1,6})?(?:E[+-]?\d{1,2})?(?:%|pt|in|cm|mm|px|pc|em|emu|fd?)?$/
const FRACTION = /^([+-]?\d{0,10}\.\d{1,6})\d*((?:E[+-]?\d{1,2})?(?:%|pt|in|cm|mm|px|pc|em)?)$/
const COLOUR = /^#?(?:[\dA-F]{3}|[\dA-F]{4}|[\dA-F]{6}|[\dA-F]{8})$/i
/** `#4472c4 [3204]`, `fill darken(118)`, `red`. */
const OLD_COLOUR = /^#?\w{1,20}(?: \[\d{1,4}\]| (?:darken|lighten)\(\d{1,3}\))?$/
/** Switches of twelve styles of a table. */
const SWITCHES = /^[01]{12}$/
const LIST = /^-?\d{0,7}(?:[, ]\s?@?-?\d{0,7})*$/
/** Lines of a shape of the old kind. */
const LINES = /^(?:[mlcxenrtvqahwbifgosdk]{1,5}|[-@#\s,.]|\d{1,7}(?!\d))*$/i
const OLD_NAME = /^#?_x0000_[ts]\d{1,5}$/

/** Attributes of shapes of the old kind that hold lists and formulas of numbers. */
const LISTS = new Set([
  'coordsize',
  'coordorigin',
  'adj',
  'points',
  'from',
  'to',
  'control1',
  'control2',
  'inset',
  'arcsize',
  'dashstyle',
])
const OLD_LISTS = new Set([
  'limo',
  'textboxrect',
  'connectlocs',
  'connectangles',
  'o:connectlocs',
  'o:connectangles',
  'offset',
  'origin',
  'matrix',
])
const COLOURS = new Set([
  'fillcolor',
  'strokecolor',
  'color',
  'color2',
  'chromakey',
  'o:colormru',
  'o:colormenu',
  'bordertopcolor',
  'o:bordertopcolor',
])

/** Languages that documents are written in here, as programs name them. */
export const TONGUE =
  /^(?:zh|en|ja|ko|bo|mn|ug|ii|kk|za|ar|he|fr|de|es|ru|th|vi|hi|pt|it|x)(?:-(?:CN|TW|HK|MO|SG|US|GB|CA|AU|JP|KR|SA|IL|FR|DE|ES|RU|TH|VN|IN|BR|IT|none|Hans|Hant|Mong|Cyrl|Arab)){0,2}$/
const TONGUES = new Set(['lang', 'altLang', 'xml:lang'])

/** As it may stay: as it is, its fraction cut, or not at all (null). */
export function plainValue(element: string, attribute: string, value: string): string | null {
  if (value === '' || NUMBER.test(value) || COLOUR.test(value) || SWITCHES.test(value)) return value
  if (TONGUES.has(attribute)) return TONGUE.test(value) ? value : null
  const fraction = FRACTION.exec(value)
  if (fraction) return `${fraction[1]}${fraction[2]}`
  if (isOfTheStandards(value) || OLD_NAME.test(value)) return value
  if (/^(?:v|o|w10):/.test(element)) return oldValue(attribute, value)
  if (/^\{[\dA-F-]{36}\}$/i.test(value) && /^(?:dgm|dsp):/.test(element)) return value
  return null
}

function oldValue(attribute: string, value: string): string | null {
  if (attribute === 'style') return plainStyle(value)
  if (attribute === 'path' || attribute === 'v') return LINES.test(value) ? value : null
  if (LISTS.has(attribute) || OLD_LISTS.has(attribute))
    return LIST.test(value) || MEASURES.test(value) || isWords(value) ? value : null
  if (COLOURS.has(attribute))
    return OLD_COLOUR.test(value) && isWords(value.replace(/#[\dA-F]{3,6}|\[\d+\]|\(\d+\)/gi, ' ')) ? value : null
  return attribute === 'eqn' && isWords(value.replace(/[@#]?-?\b\d{1,9}\b|@/g, ' ')) ? value : null
}

const MEASURES = /^-?[\d.]{0,9}(?:pt|in|cm|mm|px|%|f)?(?:[, ]-?[\d.]{0,9}(?:pt|in|cm|mm|px|%|f)?)*$/

function isWords(value: string): boolean {
  return value.split(/[\s#]+/).every((word) => word === '' || isOfTheStandards(word))
}

/** `position:absolute;margin-left:3pt`: the declarations of known words and measures. */
function plainStyle(style: string): string {
  return style
    .split(';')
    .filter((declaration) => {
      const [property = '', value = ''] = declaration.split(':').map((part) => part.trim())
      if (property === '') return false
      const isKnown = property.split('-').every((word) => word === 'mso' || isOfTheStandards(word))
      if (!isKnown) return false
      if (property === 'font-family') return TYPEFACE.test(value.replace(/["']|&quot;/g, ''))
      return value
        .replace(/["']|&quot;/g, '')
        .split(/[\s,-]+/)
        .every(
          (one) =>
            one === '' ||
            NUMBER.test(one) ||
            /^\d{0,9}\.\d{1,6}(?:pt|in|cm|mm|%)?$/.test(one) ||
            COLOUR.test(one) ||
            isOfTheStandards(one),
        )
    })
    .join(';')
}
