/** Word files with a secret below the edge of what does not grow, and files of every day in which everything can be read. */
import { type Hiding, inBody, paragraph, run } from './docx-made.ts'

const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
const VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
const WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
const WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
const SHAPE = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'

const LONG = '本方案经县人民政府批准，自印发之日起执行，由县教育局负责解释。'
const cell = (inside: string, width = 2000, more = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${more}</w:tcPr>${inside}</w:tc>`
const row = (height: number, cells: string, rule = 'exact') =>
  `<w:tr><w:trPr><w:trHeight w:val="${height}" w:hRule="${rule}"/></w:trPr>${cells}</w:tr>`
const table = (rows: string, widths: readonly number[] = [2000]) =>
  `<w:tbl><w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`
const inFrame = (frame: string, inside: string, spacing = '') =>
  `<w:p><w:pPr><w:framePr ${frame}/>${spacing}</w:pPr>${inside}</w:p>`
const spaced = (spacing: string, inside: string) => `<w:p><w:pPr><w:spacing ${spacing}/></w:pPr>${inside}</w:p>`
const BREAK = '<w:r><w:br/></w:r>'

/** Extent in English metric units. */
const box = (words: string, [cx, cy]: readonly [number, number], body = '<wps:bodyPr/>') =>
  paragraph(
    `<w:r><w:drawing ${WP} ${A}><wp:anchor behindDoc="1"><wp:extent cx="${cx}" cy="${cy}"/><wp:wrapNone/><wp:docPr id="9" name=""/><a:graphic><a:graphicData uri="${SHAPE}"><wps:wsp ${WPS}><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>${words}</w:txbxContent></wps:txbx>${body}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
  )
const old = (style: string, words: string, text = '', around = (shape: string) => shape) =>
  paragraph(
    `<w:r><w:pict ${VML}>${around(`<v:shape style="${style}"><v:textbox ${text}><w:txbxContent>${words}</w:txbxContent></v:textbox></v:shape>`)}</w:pict></w:r>`,
  )

/** What no page shows as a whole goes. */
export const CLIPPED_IN_DOCX: readonly Hiding[] = [
  inBody('行高不到半个字', (secret) => table(row(90, cell(paragraph(run(secret)))))),
  inBody('行高只够一行，换行之后的', (secret) => table(row(300, cell(paragraph(`${run('一')}${BREAK}${BREAK}${run(secret)}`))))),
  inBody('行高只够一行，写满几行之后的', (secret) => table(row(300, cell(paragraph(`${run(LONG)}${run(secret)}`))))),
  inBody('行高不够，段前空出许多', (secret) => table(row(600, cell(spaced('w:before="900"', run(secret)))))),
  inBody('行高不够，段前空出许多行', (secret) => table(row(600, cell(spaced('w:beforeLines="500" w:before="1"', run(secret)))))),
  inBody('行高不够，行距很大', (secret) =>
    table(row(600, cell(spaced('w:line="2400" w:lineRule="auto"', `${run('一')}${BREAK}${run(secret)}`)))),
  ),
  inBody('固定行高里套的表格', (secret) =>
    table(
      row(300, cell(`${table(`<w:tr>${cell(paragraph(run('一')))}</w:tr><w:tr>${cell(paragraph(run(secret)))}</w:tr>`)}<w:p/>`)),
    ),
  ),
  inBody('固定行高、内容控件里的段落', (secret) =>
    table(row(300, cell(`${paragraph(run('一'))}<w:sdt><w:sdtContent>${paragraph(run(secret))}</w:sdtContent></w:sdt>`))),
  ),
  inBody('合并的两行也装不下', (secret) =>
    table(
      row(
        300,
        cell(
          [1, 2, 3].map((at) => paragraph(run(`${at}`))).join('') + paragraph(run(secret)),
          2000,
          '<w:vMerge w:val="restart"/>',
        ),
      ) + row(300, cell('<w:p/>', 2000, '<w:vMerge/>')),
    ),
  ),
  inBody('竖排、列宽只够一行', (secret) =>
    table(
      row(900, cell(paragraph(`${run('一')}${BREAK}${BREAK}${run(secret)}`), 400, '<w:textDirection w:val="tbRlV"/>')),
      [400],
    ),
  ),
  inBody('整段压进一格宽度的一行', (secret) =>
    table(`<w:tr>${cell(paragraph(run(`${LONG.repeat(3)}${secret}`)), 2000, '<w:tcFitText/>')}</w:tr>`),
  ),
  inBody('行内图片把字推到下面', (secret) =>
    table(
      row(
        600,
        cell(
          paragraph(
            `<w:r><w:drawing ${WP}><wp:inline><wp:extent cx="900000" cy="900000"/></wp:inline></w:drawing></w:r>${BREAK}${run(secret)}`,
          ),
        ),
      ),
    ),
  ),
  inBody('图文框：高度固定，几段之后的', (secret) =>
    ['一', '二', secret].map((text) => inFrame('w:w="4000" w:h="300" w:hRule="exact"', run(text))).join(''),
  ),
  inBody('图文框：窄得放不下一个字', (secret) => inFrame('w:w="40"', run(secret))),
  inBody('图文框：纸的右边以外', (secret) => inFrame('w:w="2000" w:hAnchor="page" w:x="12400" w:y="1"', run(secret))),
  inBody('图文框：纸的左边以外', (secret) => inFrame('w:w="2000" w:hAnchor="page" w:x="-2100" w:y="1"', run(secret))),
  inBody('图文框：纸的下边以外', (secret) => inFrame('w:w="2000" w:vAnchor="page" w:y="17000"', run(secret))),
  inBody('浮动的表格：纸的右边以外', (secret) =>
    table(`<w:tr>${cell(paragraph(run(secret)))}</w:tr>`).replace(
      '<w:tblPr>',
      '<w:tblPr><w:tblpPr w:horzAnchor="page" w:tblpX="12400"/>',
    ),
  ),
  inBody('文本框：写满几行之后的', (secret) => box(paragraph(`${run(LONG)}${run(secret)}`), [900_000, 300_000])),
  inBody('文本框：明说装不下就裁去', (secret) =>
    box(
      paragraph(`${run('一')}${BREAK}${BREAK}${run(secret)}`),
      [900_000, 300_000],
      '<wps:bodyPr vertOverflow="clip"><a:noAutofit/></wps:bodyPr>',
    ),
  ),
  inBody('文本框：上边的空白比框还高', (secret) =>
    box(paragraph(run(secret)), [900_000, 600_000], '<wps:bodyPr tIns="700000"/>'),
  ),
  inBody('文本框：小得放不下一个字', (secret) => box(paragraph(run(secret)), [30_000, 30_000])),
  inBody('文本框：竖排，宽度只够一行', (secret) =>
    box(paragraph(`${run('一')}${BREAK}${BREAK}${run(secret)}`), [400_000, 900_000], '<wps:bodyPr vert="eaVert"/>'),
  ),
  inBody('旧文本框：写满几行之后的', (secret) => old('width:70pt;height:24pt', paragraph(`${run(LONG)}${run(secret)}`))),
  inBody('旧文本框：一两磅高', (secret) => old('width:70pt;height:2pt', paragraph(run(secret)))),
  inBody('旧文本框：没有高度，说了位置随行', (secret) =>
    old('width:70pt;height:0;mso-position-vertical-relative:line', paragraph(run(secret))),
  ),
  inBody('旧文本框：不显示', (secret) => old('width:70pt;height:70pt;mso-hide:all', paragraph(run(secret)))),
  inBody('旧文本框：纸的下边以外', (secret) =>
    old('position:absolute;margin-top:900pt;width:70pt;height:70pt', paragraph(run(secret))),
  ),
  inBody('旧文本框：上边的空白比框还高', (secret) => old('width:70pt;height:70pt', paragraph(run(secret)), 'inset="0,80pt,0,0"')),
  inBody('旧文本框：组合里缩成一点', (secret) =>
    old(
      'width:10;height:10',
      paragraph(run(secret)),
      '',
      (shape) => `<v:group style="width:70pt;height:70pt" coordsize="1000,1000">${shape}</v:group>`,
    ),
  ),
  inBody('旧文本框：组合里隐藏的一个', (secret) =>
    old(
      'width:500;height:500;visibility:hidden',
      paragraph(run(secret)),
      '',
      (shape) =>
        `<v:group style="width:70pt;height:70pt" coordsize="1000,1000">${shape}<v:rect style="width:500;height:500"/></v:group>`,
    ),
  ),
]

/** What begins on the page and ends below the edge can only be mended by the program itself. */
export const CUT_IN_DOCX: readonly Hiding[] = [
  inBody('行高只够一行的一长段', (secret) => table(row(300, cell(paragraph(run(`${LONG}${LONG}${secret}`)))))),
  inBody('高度固定的图文框里的一长段', (secret) =>
    inFrame('w:w="2000" w:h="300" w:hRule="exact"', run(`${LONG}${LONG}${secret}`)),
  ),
  inBody('装不下的文本框里的一长段', (secret) => box(paragraph(run(`${LONG}${LONG}${secret}`)), [900_000, 300_000])),
  inBody('装不下的旧文本框里的一长段', (secret) => old('width:70pt;height:24pt', paragraph(run(`${LONG}${LONG}${secret}`)))),
]

/** Files as offices write them: of what stands in them nothing is lost. */
export const FITTING_IN_DOCX: readonly Hiding[] = [
  inBody('固定行高的登记表', () =>
    table(
      [
        ['姓名', '工作单位及职务', '联系电话'],
        ['张三', '县教育局办公室', '0970-0000000'],
      ]
        .map((texts) => row(567, texts.map((text) => cell(paragraph(run(text)), 2000)).join('')))
        .join(''),
      [2000, 2000, 2000],
    ),
  ),
  inBody('固定行高，一格写满两行', () => table(row(680, cell(paragraph(run('县教育局办公室（信息公开科）')), 1700)), [1700])),
  inBody('固定行高，小五号字三行', () =>
    table(row(850, cell(paragraph(run('县教育局办公室（信息公开科）负责人签字盖章处', '<w:sz w:val="18"/>')), 1700)), [1700]),
  ),
  inBody('跨三行的格', () =>
    table(
      row(
        400,
        cell(['一', '二', '三'].map((text) => paragraph(run(text))).join(''), 2000, '<w:vMerge w:val="restart"/>') +
          cell('<w:p/>'),
      ) +
        row(400, cell('<w:p/>', 2000, '<w:vMerge/>') + cell(paragraph(run('右')))) +
        row(400, cell('<w:p/>', 2000, '<w:vMerge/>') + cell(paragraph(run('右')))),
      [2000, 2000],
    ),
  ),
  inBody('跨行的格，有一行随字增高', () =>
    table(
      row(300, cell(['一', '二', '三', '四'].map((text) => paragraph(run(text))).join(''), 2000, '<w:vMerge w:val="restart"/>')) +
        row(300, cell('<w:p/>', 2000, '<w:vMerge/>'), 'atLeast'),
    ),
  ),
  inBody('竖排的表头', () =>
    table(row(1700, cell(paragraph(run('申请人情况')), 500, '<w:textDirection w:val="tbRlV"/>')), [500]),
  ),
  inBody(
    '宽度自动的表格，列的宽度只是占位',
    () =>
      `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>${row(400, `<w:tc>${paragraph(run('县教育局办公室负责'))}</w:tc>`)}</w:tbl>`,
  ),
  inBody('窄的分隔行，里面只有空白', () => table(row(60, cell(paragraph(run(' ')))))),
  inBody('最小行高的长段', () => table(row(300, cell(paragraph(run(LONG.repeat(5)))), 'atLeast'))),
  inBody('字随格宽压缩', () => table(row(300, cell(paragraph(run(LONG)), 2000, '<w:tcFitText/>')))),
  inBody('首字下沉', () => inFrame('w:dropCap="drop" w:lines="2" w:wrap="around" w:vAnchor="text" w:hAnchor="text"', run('本'))),
  inBody('页码的图文框', () =>
    inFrame('w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="outside" w:y="1"', run('1')),
  ),
  inBody('信封上的地址框', () =>
    ['云岭县中山路1号', '云岭县教育局收']
      .map((text) =>
        inFrame('w:w="7920" w:h="1980" w:hRule="exact" w:hAnchor="page" w:xAlign="center" w:yAlign="bottom"', run(text)),
      )
      .join(''),
  ),
  inBody(
    '红头：发文机关标志的文本框和红线',
    () =>
      box(paragraph(run('云岭县教育局文件', '<w:sz w:val="72"/>')), [5_600_000, 900_000]) +
      paragraph(
        `<w:r><w:pict ${VML}><v:shape o:connectortype="straight" strokecolor="red" style="position:absolute;margin-left:0;margin-top:5pt;width:442pt;height:0"/></w:pict></w:r>`,
      ),
  ),
  inBody('随字增高的文本框', () =>
    box(paragraph(run(LONG.repeat(3))), [900_000, 300_000], '<wps:bodyPr><a:spAutoFit/></wps:bodyPr>'),
  ),
  inBody('随字增高的旧文本框', () =>
    old('width:70pt;height:24pt', paragraph(run(LONG.repeat(3))), 'style="mso-fit-shape-to-text:t"'),
  ),
  inBody('组合里的文本框', () =>
    old(
      'left:100;top:100;width:500;height:500',
      paragraph(run('一二')),
      '',
      (shape) => `<v:group style="width:200pt;height:100pt" coordsize="1000,1000">${shape}</v:group>`,
    ),
  ),
]
