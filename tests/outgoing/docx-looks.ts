/** Word files with a secret that is on the page and can't be seen there: by the theme, the table, the frame, the shape it stands in. */
import { bytesOf } from '../../src/edge/outgoing/made.testing.ts'
import { changed, dot, type Hiding, inBody, inPart, paragraph, part, R, run, withPicture } from './docx-made.ts'
import { pngWith } from './png.ts'

const MAIN = 'word/document.xml'
const STYLES = 'word/styles.xml'
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
const VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
const WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
const WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
const SHAPE = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'

const cell = (inside: string, properties = '') => `<w:tc>${properties ? `<w:tcPr>${properties}</w:tcPr>` : ''}${inside}</w:tc>`
const table = (rows: string, properties = '') => `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows}</w:tbl>`
const inRun = (place: string, properties: string) => inBody(place, (secret) => paragraph(run(secret, properties)))
const styled = (place: string, style: string, body: (secret: string) => string): Hiding =>
  changed(place, (parts, text, secret) => {
    parts[STYLES] = bytesOf(text(STYLES).replace('</w:styles>', `${style}</w:styles>`))
    parts[MAIN] = bytesOf(text(MAIN).replace('<w:sectPr', `${body(secret)}<w:sectPr`))
  })
const themed = (place: string, dark: string, properties: string): Hiding =>
  changed(place, (parts, text, secret) => {
    part(
      parts,
      text,
      'word/theme/theme1.xml',
      `<a:theme ${A}><a:themeElements><a:clrScheme name=""><a:dk1><a:srgbClr val="${dark}"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1></a:clrScheme></a:themeElements></a:theme>`,
      'theme',
    )
    parts[MAIN] = bytesOf(text(MAIN).replace('<w:sectPr', `${paragraph(run(secret, properties))}<w:sectPr`))
  })

interface Shape {
  anchor?: string
  fill?: string
  style?: string
  place?: string
  size?: [number, number]
  words: string
  body?: string
}
const box = ({
  anchor = 'behindDoc="1"',
  fill = '',
  style = '',
  place = '',
  size = [900_000, 900_000],
  words,
  body = '',
}: Shape) =>
  paragraph(
    `<w:r><w:drawing ${WP} ${A}><wp:anchor ${anchor}>${place}<wp:extent cx="${size[0]}" cy="${size[1]}"/><wp:wrapNone/><wp:docPr id="9" name=""/><a:graphic><a:graphicData uri="${SHAPE}"><wps:wsp ${WPS}><wps:spPr><a:prstGeom prst="rect"/>${fill}</wps:spPr>${style}${words === '' ? '' : `<wps:txbx><w:txbxContent>${words}</w:txbxContent></wps:txbx>`}<wps:bodyPr>${body}</wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
  )
const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
const old = (place: string, shape: (secret: string) => string) =>
  inBody(place, (secret) => paragraph(`<w:r><w:pict ${VML}>${shape(secret)}</w:pict></w:r>`))
const oldBox = (words: string) => `<v:textbox><w:txbxContent>${words}</w:txbxContent></v:textbox>`

export const DOCX_LOOKS: readonly Hiding[] = [
  inBody('竖向合并盖住的格', (secret) =>
    table(
      `<w:tr>${cell(paragraph(run('一')), '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${cell(paragraph(run(secret)), '<w:vMerge/>')}</w:tr>`,
    ),
  ),
  inBody('横向合并盖住的格', (secret) =>
    table(
      `<w:tr>${cell(paragraph(run('一')), '<w:hMerge w:val="restart"/>')}${cell(paragraph(run(secret)), '<w:hMerge w:val="continue"/>')}</w:tr>`,
    ),
  ),
  inBody('窄得看不见的格', (secret) =>
    table(`<w:tr>${cell(paragraph(run(secret)), '<w:tcW w:w="2" w:type="dxa"/>')}</w:tr>`, '<w:tblLayout w:type="fixed"/>'),
  ),
  inBody('行高装不下的段落', (secret) =>
    table(
      `<w:tr><w:trPr><w:trHeight w:val="300" w:hRule="exact"/></w:trPr>${cell(`${paragraph(run('一'))}${paragraph(run('二'))}${paragraph(run(secret))}`)}</w:tr>`,
    ),
  ),
  inRun('压进一点宽度的文字', '<w:fitText w:val="10"/>'),
  inRun('叠在一起的文字', '<w:spacing w:val="-400"/>'),
  inRun('只作标记的隐藏文字', '<w:specVanish/>'),
  inRun('三磅的文字', '<w:sz w:val="6"/>'),
  inRun('图形字体的文字', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
  inRun('主题的白色', '<w:color w:val="000000" w:themeColor="background1" w:themeShade="FE"/>'),
  inRun('主题的黑底', '<w:shd w:val="clear" w:fill="auto" w:themeFill="text1"/><w:color w:val="000000"/>'),
  themed('主题的黑色是白的', 'FFFFFF', '<w:color w:val="000000" w:themeColor="text1"/>'),
  inBody('行距极小的段落', (secret) => `<w:p><w:pPr><w:spacing w:line="60" w:lineRule="exact"/></w:pPr>${run(secret)}</w:p>`),
  inBody('按字数缩进到页外', (secret) => `<w:p><w:pPr><w:ind w:leftChars="20000"/></w:pPr>${run(secret)}</w:p>`),
  inBody('缩进到纸外', (secret) => `<w:p><w:pPr><w:ind w:left="12500"/></w:pPr>${run(secret)}</w:p>`),
  inBody(
    '没有高度的图文框',
    (secret) => `<w:p><w:pPr><w:framePr w:w="4000" w:h="4" w:hRule="exact"/></w:pPr>${run(secret)}</w:p>`,
  ),
  styled(
    '表格样式里的隐藏',
    '<w:style w:type="table" w:styleId="TH"><w:name w:val="TH"/><w:rPr><w:vanish/></w:rPr></w:style>',
    (secret) => table(`<w:tr>${cell(paragraph(run(secret)))}</w:tr>`, '<w:tblStyle w:val="TH"/>'),
  ),
  styled(
    '段落样式隐藏，字符样式说不隐藏',
    '<w:style w:type="paragraph" w:styleId="PH"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="CS"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>',
    (secret) => `<w:p><w:pPr><w:pStyle w:val="PH"/></w:pPr>${run(secret, '<w:rStyle w:val="CS"/>')}</w:p>`,
  ),
  styled(
    '表格样式里首行的隐藏',
    '<w:style w:type="table" w:styleId="TF"><w:name w:val="TF"/><w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>',
    (secret) =>
      table(`<w:tr>${cell(paragraph(run(secret)))}</w:tr>`, '<w:tblStyle w:val="TF"/><w:tblLook w:val="04A0" w:firstRow="1"/>'),
  ),
  styled(
    '表格样式里首行的白字',
    '<w:style w:type="table" w:styleId="TW"><w:name w:val="TW"/><w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr></w:style>',
    (secret) =>
      table(`<w:tr>${cell(paragraph(run(secret)))}</w:tr>`, '<w:tblStyle w:val="TW"/><w:tblLook w:val="04A0" w:firstRow="1"/>'),
  ),
  inPart('与页面背景同色', MAIN, (xml, secret) =>
    xml
      .replace('<w:body>', '<w:background w:color="C00000"/><w:body>')
      .replace('<w:sectPr', `${paragraph(run(secret, '<w:color w:val="C00000"/>'))}<w:sectPr`),
  ),
  inBody('隐藏的引用带出的脚注', (secret) => paragraph(run(secret, '<w:vanish/>'))),
  inBody('页外的图形', (secret) =>
    box({
      words: paragraph(run(secret)),
      place: '<wp:positionH relativeFrom="page"><wp:posOffset>15000000</wp:posOffset></wp:positionH>',
    }),
  ),
  inBody('页外左边的图形', (secret) =>
    box({
      words: paragraph(run(secret)),
      place: '<wp:positionH relativeFrom="page"><wp:posOffset>-2000000</wp:posOffset></wp:positionH>',
    }),
  ),
  inBody('标为隐藏的图形', (secret) => box({ anchor: 'behindDoc="1" hidden="1"', words: paragraph(run(secret)) })),
  inBody('按坐标放到页外的图形', (secret) =>
    box({
      anchor: 'behindDoc="1" simplePos="1"',
      place: '<wp:simplePos x="30000000" y="30000000"/>',
      words: paragraph(run(secret)),
    }),
  ),
  inBody('黑底黑字的文本框', (secret) =>
    box({ fill: solid('000000'), words: paragraph(run(secret, '<w:color w:val="000000"/>')) }),
  ),
  inBody('蓝底蓝字的文本框', (secret) =>
    box({ fill: solid('1F4E79'), words: paragraph(run(secret, '<w:color w:val="1F4E79"/>')) }),
  ),
  inBody('装不下的文本框', (secret) =>
    box({ size: [900_000, 200_000], words: `${paragraph(run('一'))}${paragraph(run('二'))}${paragraph(run(secret))}` }),
  ),
  old(
    '旧图形：页外的',
    (secret) =>
      `<v:rect style="position:absolute;margin-left:-9999pt;width:99pt;height:99pt">${oldBox(paragraph(run(secret)))}</v:rect>`,
  ),
  old('旧图形：没有大小的', (secret) => `<v:rect style="width:0;height:0">${oldBox(paragraph(run(secret)))}</v:rect>`),
  old(
    '旧图形：黑底黑字',
    (secret) =>
      `<v:rect fillcolor="black" style="width:99pt;height:99pt">${oldBox(paragraph(run(secret, '<w:color w:val="000000"/>')))}</v:rect>`,
  ),
  old(
    '旧图形：白字',
    (secret) =>
      `<v:rect filled="f" style="width:99pt;height:99pt">${oldBox(paragraph(run(secret, '<w:color w:val="FFFFFF"/>')))}</v:rect>`,
  ),
  withPicture('图片：没有用到的调色板', async (secret) => pngWith(await dot(), 'PLTE', Buffer.from(`${secret}00`))),
  withPicture('图片：像素之后的字节', async (secret) => pngWith(await dot(), 'IDAT', Buffer.from(secret))),
  withPicture('图片：没有用到的量化表', async (secret) => {
    const jpeg = await dot('jpeg')
    const table3 = Buffer.concat([Buffer.from([0xff, 0xdb, 0, 67, 3]), Buffer.from(secret.padEnd(64, ' '))])
    return Buffer.concat([jpeg.subarray(0, 2), table3, jpeg.subarray(2)])
  }),
  changed('图片的矢量版本', (parts, text, secret) => {
    parts['word/media/image9.svg'] = bytesOf(`<svg xmlns="http://www.w3.org/2000/svg"><desc>${secret}</desc></svg>`)
    parts['word/_rels/document.xml.rels'] = bytesOf(
      text('word/_rels/document.xml.rels').replace(
        '</Relationships>',
        `<Relationship Id="rId77" Type="${R}/image" Target="media/image9.svg"/></Relationships>`,
      ),
    )
    parts[MAIN] = bytesOf(
      text(MAIN)
        .replace(
          /(<a:blip [^>]*?)\/>/,
          `$1><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" xmlns:r="${R}" r:embed="rId77"/></a:ext></a:extLst></a:blip>`,
        )
        .replace(
          /(<a:blip [^>]*)><\/a:blip>/,
          `$1><a:extLst><a:ext uri="{9}"><asvg:svgBlip xmlns:asvg="http://a" xmlns:r="${R}" r:embed="rId77"/></a:ext></a:extLst></a:blip>`,
        ),
    )
  }),
]

/** Files that only their own program can mend, with what is said of each. */
export const OUTSIDE_DOCX: readonly (Hiding & { says: string })[] = [
  {
    ...inBody('盖在文字上、按样式填色的图形', () =>
      box({
        anchor: 'behindDoc="0"',
        words: '',
        style: '<wps:style><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></wps:style>',
      }),
    ),
    says: 'coveringShape',
  },
  {
    ...inBody('盖在文字上、渐变的图形', () => box({ anchor: 'behindDoc="0"', words: '', fill: '<a:gradFill/>' })),
    says: 'coveringShape',
  },
  { ...pictured('盖在文字上的不透明图片', (xml) => inFront(xml)), says: 'coveringShape' },
  {
    ...pictured('撑出形状的图片', (xml) =>
      xml.replace(/<a:stretch>.*?<\/a:stretch>|<a:stretch\/>/s, '<a:stretch><a:fillRect l="-50000"/></a:stretch>'),
    ),
    says: 'croppedPicture',
  },
  { ...pictured('裁成圆形的图片', (xml) => xml.replace(/prst="rect"/, 'prst="ellipse"')), says: 'croppedPicture' },
  {
    ...pictured('缩成一点的图片', (xml) => xml.replace(/<a:ext cx="\d+" cy="\d+"/, '<a:ext cx="3000" cy="3000"')),
    says: 'unseenPicture',
  },
  {
    ...pictured('全透明的图片', (xml) =>
      xml.replace(
        /(<a:blip [^>]*?)(?:\/>|>)/,
        (whole, start: string) => `${start}><a:alphaModFix amt="0"/>${whole.endsWith('/>') ? '</a:blip>' : ''}`,
      ),
    ),
    says: 'unseenPicture',
  },
]

function inFront(xml: string): string {
  return xml
    .replace(/<wp:inline[^>]*>/, '<wp:anchor behindDoc="0">')
    .replace(/<wp:extent [^>]*\/>/, '<wp:extent cx="900000" cy="900000"/>')
    .replace(/(<wp:effectExtent[^>]*\/>)|(<wp:docPr)/, '$1<wp:wrapNone/>$2')
    .replace('</wp:inline>', '</wp:anchor>')
}

function pictured(place: string, change: (xml: string) => string): Hiding {
  return inPart(place, MAIN, (xml) => {
    const after = change(xml)
    if (after === xml) throw new Error(place)
    return after
  })
}
