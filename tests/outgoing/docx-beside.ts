/** Word files with a secret beside the text: one maker for each place. */
import sharp from 'sharp'
import { bytesOf, repacked } from '../../src/edge/outgoing/made.testing.ts'
import {
  changed,
  paragraph,
  run,
  W,
  R,
  part,
  relate,
  inPart,
  inSettings,
  newPart,
  withPicture,
  zipOf,
  plainDocx,
  dot,
  type Hiding,
} from './docx-made.ts'
import { pngWith } from './png.ts'

export const BESIDE_DOCX: readonly Hiding[] = [
  changed('没有用到的页眉', (parts, text, secret) => {
    part(parts, text, 'word/header9.xml', `<w:hdr ${W}>${paragraph(run(secret))}</w:hdr>`, 'header')
  }),
  changed('没有引用的脚注', (parts, text, secret) => {
    part(
      parts,
      text,
      'word/footnotes.xml',
      `<w:footnotes ${W}><w:footnote w:id="9">${paragraph(run(secret))}</w:footnote></w:footnotes>`,
      'footnotes',
    )
  }),
  changed('文件属性：标题和主题', (parts, _, secret) => {
    parts['docProps/core.xml'] = bytesOf(
      `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${secret}</dc:title></cp:coreProperties>`,
    )
  }),
  changed('文件属性：单位和经理', (parts, _, secret) => {
    parts['docProps/app.xml'] = bytesOf(`<Properties><Manager>${secret}</Manager><Company>${secret}</Company></Properties>`)
  }),
  changed('文件属性：自定义', (parts, text, secret) => {
    parts['docProps/custom.xml'] = bytesOf(
      `<Properties><property name="a"><vt:lpwstr xmlns:vt="v">${secret}</vt:lpwstr></property></Properties>`,
    )
    relate(parts, text, '_rels/.rels', `<Relationship Id="rIdC" Type="${R}/custom-properties" Target="docProps/custom.xml"/>`)
  }),
  changed('文件的缩略图', (parts, text, secret) => {
    parts['docProps/thumbnail.jpeg'] = bytesOf(secret)
    relate(
      parts,
      text,
      '_rels/.rels',
      `<Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/>`,
    )
  }),
  newPart('自定义 XML', 'customXml/item1.xml', 'customXml', (secret) => `<a>${secret}</a>`),
  newPart(
    '词汇表文档',
    'word/glossary/document.xml',
    'glossaryDocument',
    (secret) => `<w:glossaryDocument ${W}><w:docParts>${paragraph(run(secret))}</w:docParts></w:glossaryDocument>`,
  ),
  newPart(
    '网页设置',
    'word/webSettings.xml',
    'webSettings',
    (secret) => `<w:webSettings ${W}><w:divs><w:div w:id="${secret}"/></w:divs></w:webSettings>`,
  ),
  newPart('嵌入的表格', 'word/embeddings/a.xlsx', 'package', (secret) => repacked(zipOf({ 'xl/a.xml': secret }), () => {})),
  newPart('嵌入的 OLE 对象', 'word/embeddings/oleObject1.bin', 'oleObject', (secret) => Buffer.from(secret, 'utf16le')),
  newPart('宏', 'word/vbaProject.bin', 'vbaProject', (secret) => Buffer.from(secret)),
  newPart('打印机设置', 'word/printerSettings1.bin', 'printerSettings', (secret) => Buffer.from(secret, 'utf16le')),
  newPart('字体文件', 'word/fonts/font1.odttf', 'font', (secret) => Buffer.from(secret)),
  newPart('不认识的部分', 'word/notiz.xml', 'notiz', (secret) => `<a>${secret}</a>`),
  newPart('矢量图', 'word/media/a.emf', 'image', (secret) => Buffer.from(secret, 'utf16le')),
  newPart('没有用到的图片', 'word/media/b.png', 'image', (secret) => Buffer.from(`\u0089PNG${secret}`)),
  inPart('没有用到的样式的名称', 'word/styles.xml', (xml, secret) =>
    xml.replace(
      '</w:styles>',
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${secret}"><w:name w:val="${secret}"/></w:style></w:styles>`,
    ),
  ),
  inPart('没有用到的字体的名称', 'word/fontTable.xml', (xml, secret) =>
    xml.replace(/\/>\s*$|<\/w:fonts>/, (end) => `${end === '</w:fonts>' ? '' : '>'}<w:font w:name="${secret}"/></w:fonts>`),
  ),
  inPart('没有用到的编号', 'word/numbering.xml', (xml, secret) =>
    (xml || `<w:numbering ${W}></w:numbering>`).replace(
      '</w:numbering>',
      `<w:abstractNum w:abstractNumId="77"><w:name w:val="${secret}"/><w:lvl w:ilvl="0"><w:lvlText w:val="${secret}"/></w:lvl></w:abstractNum></w:numbering>`,
    ),
  ),
  inSettings('文档变量', (secret) => `<w:docVars><w:docVar w:name="a" w:val="${secret}"/></w:docVars>`),
  inSettings('合并邮件的数据源', (secret) => `<w:mailMerge><w:query w:val="SELECT * FROM ${secret}"/></w:mailMerge>`),
  inSettings('写保护的密码散列和作者', (secret) => `<w:writeProtection w:hash="${secret}"/>`),
  inSettings('不认识的设置', (secret) => `<w:zz w:val="${secret}"/>`),
  changed('模板的路径', (parts, text, secret) => {
    parts['word/settings.xml'] = bytesOf(
      text('word/settings.xml').replace('</w:settings>', `<w:attachedTemplate xmlns:r="${R}" r:id="rIdT"/></w:settings>`),
    )
    relate(
      parts,
      text,
      'word/_rels/settings.xml.rels',
      `<Relationship Id="rIdT" Type="${R}/attachedTemplate" Target="file:///C:/${secret}.dotx" TargetMode="External"/>`,
    )
  }),
  changed('没有用到的外部链接', (parts, text, secret) => {
    relate(
      parts,
      text,
      'word/_rels/document.xml.rels',
      `<Relationship Id="rIdH" Type="${R}/hyperlink" Target="https://example.com/?${secret}" TargetMode="External"/>`,
    )
  }),
  changed('链接到的图片', (parts, text, secret) => {
    relate(
      parts,
      text,
      'word/_rels/document.xml.rels',
      `<Relationship Id="rIdI" Type="${R}/image" Target="https://example.com/${secret}.png" TargetMode="External"/>`,
    )
  }),
  changed('数字签名', (parts, text, secret) => {
    parts['_xmlsignatures/sig1.xml'] = bytesOf(`<Signature>${secret}</Signature>`)
    relate(
      parts,
      text,
      '_rels/.rels',
      `<Relationship Id="rIdS" Type="x/digital-signature/origin" Target="_xmlsignatures/sig1.xml"/>`,
    )
  }),
  withPicture('图片：文字块', async (secret) => pngWith(await dot(), 'tEXt', Buffer.from(`Comment\0${secret}`))),
  withPicture('图片：XMP', async (secret) =>
    pngWith(await dot(), 'iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0<x>${secret}</x>`)),
  ),
  withPicture('图片：结尾之后的字节', async (secret) => Buffer.concat([await dot(), Buffer.from(secret)])),
  withPicture('图片：拍摄信息', async (secret) =>
    sharp(await dot('jpeg'))
      .withExif({ IFD0: { Artist: secret } })
      .jpeg()
      .toBuffer(),
  ),
  {
    place: '压缩包的注释',
    make: async (secret) => {
      const bytes = Buffer.from(await plainDocx())
      bytes.writeUInt16LE(Buffer.byteLength(secret), bytes.length - 2)
      return new Uint8Array(Buffer.concat([bytes, Buffer.from(secret)]))
    },
  },
  { place: '压缩包之前的字节', make: async (secret) => new Uint8Array(Buffer.concat([Buffer.from(secret), await plainDocx()])) },
]
