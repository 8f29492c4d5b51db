/** A policy paper as an office writes it in Word: letterhead, title over two lines, headings, a list, a table with merged cells, a picture, foot. */
import { AlignmentType, Document, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import sharp from 'sharp'

export const POLICY_TITLE = '云岭县教育局关于做好2026年秋季义务教育阶段招生工作的通知'

export const PICTURE_ALT = '城区学校服务范围示意图'

interface Over {
  /** At the top of the page, such as a mark of classification. */
  first?: string
  last?: string
}

export async function policyDocx({ first, last = '（此件公开发布）' }: Over = {}): Promise<Buffer> {
  const line = (text: string, center = false) => new Paragraph({ text, ...(center ? { alignment: AlignmentType.CENTER } : {}) })
  const cell = (text: string, spans: { columnSpan?: number; rowSpan?: number } = {}) =>
    new TableCell({ children: [new Paragraph(text)], ...spans })
  const picture = await sharp({ create: { width: 60, height: 60, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const document = new Document({
    sections: [
      {
        children: [
          ...(first ? [line(first)] : []),
          line('云岭县教育局文件', true),
          line('云教〔2026〕12号　　签发人：何正平', true),
          line('云岭县教育局关于做好2026年秋季', true),
          line('义务教育阶段招生工作的通知', true),
          line('各中小学校：'),
          new Paragraph({
            children: [new TextRun('现将有关事项'), new TextRun({ text: '通知', bold: true }), new TextRun('如下。')],
          }),
          line('一、服务范围'),
          new Table({
            rows: [
              new TableRow({ children: [cell('学校', { rowSpan: 2 }), cell('计划（人）', { columnSpan: 2 })] }),
              new TableRow({ children: [cell('城区'), cell('乡镇')] }),
              new TableRow({ children: [cell('第一小学'), cell('240'), cell('0')] }),
            ],
          }),
          new Paragraph({
            children: [
              new ImageRun({
                type: 'png',
                data: picture,
                transformation: { width: 60, height: 60 },
                altText: { name: '图', title: '', description: PICTURE_ALT },
              }),
            ],
          }),
          new Paragraph({ children: [new TextRun({ text: '草稿中的内部意见', vanish: true }), new TextRun('请遵照执行。')] }),
          line('云岭县教育局'),
          line('2026年2月27日'),
          line(last),
          line('抄送：县人民政府办公室。'),
          line('云岭县教育局办公室　　2026年2月28日印发'),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
