/** Word files with a secret in values, names and places that hold no words: settings, styles, languages, second bodies, codes. */
import { changed, field, type Hiding, inBody, inPart, inSettings, paragraph, part, R, run, W } from './docx-made.ts'
import { bytesOf } from '../../src/edge/outgoing/made.testing.ts'

const MAIN = 'word/document.xml'
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
const VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
const MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const WP =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"'

const inRun = (place: string, properties: (secret: string) => string) =>
  inBody(place, (secret) => paragraph(run('一', properties(secret))))
const old = (place: string, shape: (secret: string) => string) =>
  inBody(place, (secret) => paragraph(`<w:r><w:pict ${VML}>${shape(secret)}</w:pict></w:r>`))
const anchored = (place: string, inside: (secret: string) => string) =>
  inBody(place, (secret) =>
    paragraph(
      `<w:r><w:drawing ${WP} ${A}><wp:anchor behindDoc="1">${inside(secret)}<wp:extent cx="500000" cy="500000"/><wp:docPr id="9" name=""/></wp:anchor></w:drawing></w:r>`,
    ),
  )
/** A list that the last paragraph stands in, of these levels. */
const listed = (place: string, levels: (secret: string) => string): Hiding =>
  changed(place, (parts, text, secret) => {
    part(
      parts,
      text,
      'word/numbering.xml',
      `<w:numbering ${W}><w:abstractNum w:abstractNumId="7">${levels(secret)}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
      'numbering',
    )
    const point = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>${run('一')}</w:p>`
    parts[MAIN] = bytesOf(text(MAIN).replace('<w:sectPr', `${point}<w:sectPr`))
  })
const level = (number: number, words: string) =>
  `<w:lvl w:ilvl="${number}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${words}"/></w:lvl>`

export const DOCX_VALUES: readonly Hiding[] = [
  inPart('页面大小的代码', MAIN, (xml, secret) => xml.replace('<w:pgSz ', `<w:pgSz w:code="${secret}" `)),
  inRun('字号的值', (secret) => `<w:kern w:val="${secret}"/>`),
  inRun('下划线的种类', (secret) => `<w:u w:val="${secret}"/>`),
  inRun('字体的名称', (secret) => `<w:rFonts w:ascii="${secret}"/>`),
  inRun('中文字体的名称', (secret) => `<w:rFonts w:eastAsia="张三丰${secret}"/>`),
  inRun('没有的样式', (secret) => `<w:rStyle w:val="${secret}"/>`),
  inRun('只有一半是数的值', (secret) => `<w:spacing w:val="1${secret}"/>`),
  inRun('边框的颜色', (secret) => `<w:bdr w:val="single" w:color="${secret}"/>`),
  inBody('段落的条件格式', (secret) => `<w:p><w:pPr><w:cnfStyle w:val="${secret}"/></w:pPr>${run('一')}</w:p>`),
  inBody('没有的段落样式', (secret) => `<w:p><w:pPr><w:pStyle w:val="${secret}"/></w:pPr>${run('一')}</w:p>`),
  inBody('注音的语言', (secret) =>
    paragraph(
      `<w:r><w:ruby><w:rubyPr><w:lid w:val="${secret}"/></w:rubyPr><w:rt>${run('yi')}</w:rt><w:rubyBase>${run('一')}</w:rubyBase></w:ruby></w:r>`,
    ),
  ),
  inBody('符号的字体', (secret) => paragraph(`<w:r><w:sym w:font="${secret}" w:char="F0A8"/></w:r>`)),
  inBody('符号的编码', (secret) => paragraph(`<w:r><w:sym w:font="Wingdings" w:char="${secret}"/></w:r>`)),
  inBody('文字方向里的文字', (secret) => paragraph(`<w:bdo w:val="${secret}">${run('一')}</w:bdo>`)),
  inBody('公式的括号', (secret) =>
    paragraph(
      `<m:oMath ${MATH}><m:d><m:dPr><m:begChr m:val="${secret}"/></m:dPr><m:e><m:r><m:t>x</m:t></m:r></m:e></m:d></m:oMath>`,
    ),
  ),
  inBody('隐藏的公式', (secret) =>
    paragraph(`<m:oMath ${MATH}><m:r><w:rPr><w:vanish/></w:rPr><m:t>${secret}</m:t></m:r></m:oMath>`),
  ),
  inBody('白色的公式', (secret) =>
    paragraph(`<m:oMath ${MATH}><m:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><m:t>${secret}</m:t></m:r></m:oMath>`),
  ),
  inBody('公式里只占位的部分', (secret) =>
    paragraph(
      `<m:oMath ${MATH}><m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e><m:r><m:t>${secret}</m:t></m:r></m:e></m:phant></m:oMath>`,
    ),
  ),
  inBody('公式里多出的文字', (secret) => paragraph(`<m:oMath ${MATH}><m:t>${secret}</m:t></m:oMath>`)),
  inBody('页码域的图样', (secret) =>
    paragraph(`<w:fldSimple w:instr=" PAGE \\# &quot;${secret}&quot; ">${run('1')}</w:fldSimple>`),
  ),
  inBody('页码域的格式', (secret) => field(`PAGE \\* ${secret}`)),
  inBody('符号域多出的文字', (secret) => field(`SYMBOL 65 ${secret}`)),
  inBody('画图域里画不出的文字', (secret) => field(`EQ \\d\\fo0() \\zz(${secret})`)),
  inBody('目录域的书签', (secret) => field(`PAGEREF ${secret} \\h`)),
  inBody('链接的地址', (secret) => field(`HYPERLINK "https://example.com/?q=${secret}"`)),
  changed('链接关系的地址', (parts, text, secret) => {
    const rels = 'word/_rels/document.xml.rels'
    const link = `<Relationship Id="rId98" Type="${R}/hyperlink" Target="https://example.com/a#${secret}" TargetMode="External"/>`
    parts[rels] = bytesOf(text(rels).replace('</Relationships>', `${link}</Relationships>`))
    const shown = paragraph(`<w:hyperlink xmlns:r="${R}" r:id="rId98">${run('一')}</w:hyperlink>`)
    parts[MAIN] = bytesOf(text(MAIN).replace('<w:sectPr', `${shown}<w:sectPr`))
  }),
  inBody('段落之外的文字段', (secret) => run(secret)),
  inBody('属性里的文字段', (secret) => `<w:p><w:pPr>${run(secret)}</w:pPr>${run('一')}</w:p>`),
  inBody(
    '表格里、行之外的段落',
    (secret) => `<w:tbl>${paragraph(run(secret))}<w:tr><w:tc>${paragraph(run('一'))}</w:tc></w:tr></w:tbl>`,
  ),
  inPart('第二个正文', MAIN, (xml, secret) =>
    xml.replace('</w:document>', `<w:body>${paragraph(run(secret))}</w:body></w:document>`),
  ),
  inPart('正文的前缀另指别处', MAIN, (xml, secret) =>
    xml.replace('<w:sectPr', `<w:p xmlns:w="http://a.cn/"><w:r><w:t>${secret}</w:t></w:r></w:p><w:sectPr`),
  ),
  inPart('微软地址里的文字', MAIN, (xml, secret) =>
    xml.replace('<w:document ', `<w:document xmlns:w99="http://schemas.microsoft.com/office/${secret}" `),
  ),
  inPart('可忽略的前缀', MAIN, (xml, secret) =>
    xml.replace(
      /<w:document ([^>]*?)(?: mc:Ignorable="[^"]*")?>/,
      `<w:document $1 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="${secret}">`.replace(
        /(xmlns:mc="[^"]*")(.*)\1/,
        '$1$2',
      ),
    ),
  ),
  changed('常用样式的编号', (parts, text, secret) => {
    const style = `<w:style w:type="paragraph" w:styleId="${secret}"><w:name w:val="heading 7"/></w:style>`
    parts['word/styles.xml'] = bytesOf(text('word/styles.xml').replace('</w:styles>', `${style}</w:styles>`))
    const worn = `<w:p><w:pPr><w:pStyle w:val="${secret}"/></w:pPr>${run('一')}</w:p>`
    parts[MAIN] = bytesOf(text(MAIN).replace('<w:sectPr', `${worn}<w:sectPr`))
  }),
  listed('没有用到的编号级别', (secret) => `${level(0, '%1.')}${level(5, secret)}`),
  listed('编号里的隐藏文字', (secret) => level(0, secret).replace('</w:lvl>', '<w:rPr><w:vanish/></w:rPr></w:lvl>')),
  changed('分隔线里的文字', (parts, text, secret) => {
    part(
      parts,
      text,
      'word/footnotes.xml',
      `<w:footnotes ${W}><w:footnote w:type="continuationNotice" w:id="1">${paragraph(run(secret))}</w:footnote></w:footnotes>`,
      'footnotes',
    )
  }),
  changed('主题指向页眉', (parts, text, secret) => {
    part(parts, text, 'word/header8.xml', `<w:hdr ${W}>${paragraph(run(secret))}</w:hdr>`, 'theme')
  }),
  changed('主题的字体', (parts, text, secret) => {
    part(
      parts,
      text,
      'word/theme/theme1.xml',
      `<a:theme ${A} name="${secret}"><a:themeElements><a:fontScheme name="x"><a:majorFont><a:latin typeface="${secret}"/></a:majorFont></a:fontScheme></a:themeElements></a:theme>`,
      'theme',
    )
  }),
  inSettings('小数点', (secret) => `<w:decimalSymbol w:val="${secret}"/>`),
  inSettings('主题的语言', (secret) => `<w:themeFontLang w:val="${secret}"/>`),
  inSettings('间距控制', (secret) => `<w:characterSpacingControl w:val="${secret}"/>`),
  old('旧图形的样式', (secret) => `<v:rect style="width:10pt;height:10pt;mso-x-${secret}:${secret}"/>`),
  old('旧图形的路径', (secret) => `<v:shape path="${secret}" style="width:10pt;height:10pt"/>`),
  old('旧图形的公式', (secret) => `<v:shapetype id="_x0000_t7"><v:formulas><v:f eqn="${secret}"/></v:formulas></v:shapetype>`),
  old('旧图形类型的编号', (secret) => `<v:shapetype id="${secret}"/>`),
  old('旧图形的颜色', (secret) => `<v:rect fillcolor="${secret}" style="width:10pt;height:10pt"/>`),
  old('不显示的艺术字', (secret) => `<v:shape style="width:10pt;height:10pt"><v:textpath on="f" string="${secret}"/></v:shape>`),
  old(
    '艺术字的样式',
    (secret) =>
      `<v:shape style="width:10pt;height:10pt"><v:textpath on="t" style="font-family:${secret}" string="密"/></v:shape>`,
  ),
  anchored('图形的对齐方式', (secret) => `<wp:positionH><wp:align>${secret}</wp:align></wp:positionH>`),
  anchored('图形的偏移', (secret) => `<wp:positionH><wp:posOffset>${secret}</wp:posOffset></wp:positionH>`),
  anchored('图形的比例', (secret) => `<wp14:sizeRelH><wp14:pctWidth>${secret}</wp14:pctWidth></wp14:sizeRelH>`),
  anchored('图形里多出的元素', (secret) => `<wp14:note>${secret}</wp14:note>`),
  inBody('画的是什么', (secret) =>
    paragraph(
      `<w:r><w:drawing ${WP} ${A}><wp:inline><wp:docPr id="9" name=""/><a:graphic><a:graphicData uri="http://a.cn/${secret}"/></a:graphic></wp:inline></w:drawing></w:r>`,
    ),
  ),
]
