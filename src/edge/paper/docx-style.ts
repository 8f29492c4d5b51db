/**
 * GB/T 9704-2012 as Word styles. Typefaces are named, never carried: Word and WPS take the agency's licensed 仿宋_GB2312 and
 * 方正小标宋简体 where they are installed. Word's own heading styles are blue, so all styles here are ours.
 */
import { AlignmentType, BorderStyle, Footer, Header, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx'
import type { IBorderOptions, IParagraphOptions, IParagraphStyleOptions, IRunOptions, ISectionPropertiesOptions } from 'docx'
import { widthOf } from './balanced-lines.ts'
import type { Piece } from './prose.ts'

/** Twips (1/20 pt) in a millimetre. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}

type Face = '仿宋_GB2312' | '楷体_GB2312' | '黑体' | '方正小标宋简体'

/** Latin letters in Times New Roman; the hint keeps “ ” as wide as Chinese. */
function face(eastAsia: Face): IRunOptions {
  return { font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia, cs: 'Microsoft Himalaya', hint: 'eastAsia' } }
}
const KAI = face('楷体_GB2312')
export const RED = 'C00000'

/** 22 lines of 28.95 pt to the 225 mm of a page. */
const PITCH = { line: 579, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
/** 3号: 16 pt, in half points; one character of it in twips. */
const SIZE_3 = 32
const CHARACTER = 320
/** 28 characters of 16 pt want 448 pt and have 442: each gives a quarter point. */
const TIGHTER = -5

function style(
  id: string,
  name: string,
  run: IRunOptions,
  paragraph: IParagraphStyleOptions['paragraph'],
): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph: { spacing: PITCH, ...paragraph } }
}

export const STYLES = {
  default: {
    document: {
      run: { ...face('仿宋_GB2312'), size: SIZE_3, characterSpacing: TIGHTER, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
      paragraph: { spacing: PITCH },
    },
  },
  paragraphStyles: [
    style('Text', '公文正文', {}, { alignment: AlignmentType.BOTH, indent: { firstLineChars: 200, firstLine: 2 * CHARACTER } }),
    style('Flush', '公文顶格', {}, {}),
    style('Number', '公文文号', {}, { alignment: AlignmentType.RIGHT }),
    style('Mark', '发文机关标志', { ...face('方正小标宋简体'), color: RED }, { alignment: AlignmentType.CENTER }),
    style(
      'DocumentTitle',
      '公文标题',
      { ...face('方正小标宋简体'), size: 44 },
      {
        alignment: AlignmentType.CENTER,
        outlineLevel: 0,
        spacing: { ...PITCH, line: 660 },
      },
    ),
    style('FirstHeading', '公文一级标题', face('黑体'), {
      indent: { firstLineChars: 200, firstLine: 2 * CHARACTER },
      outlineLevel: 1,
      keepNext: true,
    }),
    style('SecondHeading', '公文二级标题', KAI, {
      indent: { firstLineChars: 200, firstLine: 2 * CHARACTER },
      outlineLevel: 2,
      keepNext: true,
    }),
    style('Cell', '表格文字', { size: 20 }, { spacing: { line: 250, lineRule: LineRuleType.EXACT, before: 16, after: 16 } }),
    style(
      'FormCell',
      '表单文字',
      { size: 24 },
      { spacing: { line: 360, lineRule: LineRuleType.AT_LEAST, before: 60, after: 60 } },
    ),
  ],
}

/** A4 with the text area of 156 by 225 mm. No character grid: Word, WPS and LibreOffice each count one differently. */
export function page(titlePage: boolean): ISectionPropertiesOptions {
  return {
    titlePage,
    page: {
      size: { width: twips(210), height: twips(297) },
      margin: { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26), header: twips(30), footer: twips(20) },
    },
  }
}

export function textOf(style: string, text: string, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...more, style, children: [new TextRun(text)] })
}

/** One paragraph whose lines are cut where the PDF cuts them. */
export function linesOf(style: string, lines: readonly string[], run: IRunOptions = {}, more: IParagraphOptions = {}): Paragraph {
  const children = lines.map((text, index) => new TextRun({ ...run, text, ...(index > 0 ? { break: 1 } : {}) }))
  return new Paragraph({ ...more, style, children })
}

/** @param isLast stays with what follows: a signature does not stand on a page without text */
export function pieceParagraph(piece: Piece, isLast = false): Paragraph {
  if (piece.level === 1) return textOf('FirstHeading', piece.text)
  if (piece.level === 2) return textOf('SecondHeading', piece.text)
  const lead = piece.lead === '' ? [] : [new TextRun({ ...KAI, text: piece.lead })]
  const alignment = piece.ragged ? { alignment: AlignmentType.LEFT } : {}
  return new Paragraph({ style: 'Text', keepNext: isLast, ...alignment, children: [...lead, new TextRun(piece.text)] })
}

/** 附件：1.… two characters in, further lines under the first character of the name. */
export function attachmentParagraphs(names: readonly string[]): Paragraph[] {
  return names.map((name, index) => {
    const head = index === 0 ? '附件：' : '\u3000\u3000\u3000'
    const number = names.length === 1 ? '' : `${index + 1}.`
    const hanging = (3 + number.length / 2) * CHARACTER
    return textOf('Flush', head + number + name, {
      indent: { left: 2 * CHARACTER + hanging, hanging },
      keepNext: true,
      spacing: { ...PITCH, before: index === 0 ? PITCH.line : 0 },
    })
  })
}

/** 署名 centred over 成文日期, the date four characters in, two lines kept free for the seal. */
export function signatureParagraphs(agency: string, date: string): Paragraph[] {
  const overhang = ((widthOf(agency) - widthOf(date)) / 2) * CHARACTER
  const inset = Math.max(0, 4 * CHARACTER - Math.max(0, overhang))
  const right = (extra: number): IParagraphOptions => ({
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(inset + extra) },
  })
  return [
    textOf('Flush', agency, {
      ...right(Math.max(0, -overhang)),
      keepNext: true,
      spacing: { ...PITCH, before: 2 * PITCH.line },
    }),
    textOf('Flush', date, right(Math.max(0, overhang))),
  ]
}

/** — 1 — in 4号: odd pages right, even pages left, one character in. */
export function folio(side: 'odd' | 'even'): Footer {
  const odd = side === 'odd'
  const number = new TextRun({ size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })
  return new Footer({
    children: [
      new Paragraph({
        style: 'Flush',
        alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: odd ? { right: 280 } : { left: 280 },
        spacing: { ...PITCH, after: twips(3) },
        children: [number],
      }),
    ],
  })
}

/** Word has no watermark that every reader shows: a demo's mark stands in the head of every page. */
export function watermarkLine(watermark: string | undefined): Paragraph[] {
  if (watermark === undefined) return []
  const children = [new TextRun({ ...face('黑体'), size: 24, text: watermark, color: '808080' })]
  return [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { line: 280, lineRule: LineRuleType.EXACT }, children })]
}

/** The head of every page but the first of a letter; none unless there is something to say in it. */
export function runningHead(watermark: string | undefined): { default?: Header; even?: Header } {
  if (watermark === undefined) return {}
  return { default: new Header({ children: watermarkLine(watermark) }), even: new Header({ children: watermarkLine(watermark) }) }
}

export const RULE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
