/** Excel files with a secret beside the sheets: one maker for each place. */
import { bytesOf, repacked } from '../../src/edge/outgoing/made.testing.ts'
import type { Hiding } from './docx-made.ts'
import { byLibrary, byHand, replaced, inWorkbook, inStyles, relate, part, OF_SHEET, SHEET, SHOWN_SHEET } from './xlsx-made.ts'

export const BESIDE_XLSX: readonly Hiding[] = [
  part(
    '较新的批注',
    'xl/threadedComments/threadedComment1.xml',
    'threadedComment',
    (secret) => `<ThreadedComments><threadedComment><text>${secret}</text></threadedComment></ThreadedComments>`,
    OF_SHEET,
  ),
  part('批注的作者', 'xl/persons/person.xml', 'person', (secret) => `<personList><person displayName="${secret}"/></personList>`),
  part(
    '数据透视表缓存',
    'xl/pivotCache/pivotCacheRecords1.xml',
    'pivotCacheRecords',
    (secret) => `<pivotCacheRecords><r><s v="${secret}"/></r></pivotCacheRecords>`,
  ),
  part('切片器', 'xl/slicerCaches/slicerCache1.xml', 'slicerCache', (secret) => `<slicerCacheDefinition name="${secret}"/>`),
  part(
    '外部链接缓存',
    'xl/externalLinks/externalLink1.xml',
    'externalLink',
    (secret) => `<externalLink><v>${secret}</v></externalLink>`,
  ),
  part(
    '查询连接',
    'xl/connections.xml',
    'connections',
    (secret) => `<connections><connection command="SELECT ${secret}"/></connections>`,
  ),
  part('数据模型', 'xl/model/item.data', 'powerPivotData', (secret) => Buffer.from(secret, 'utf16le')),
  part(
    '共享工作簿的修订记录',
    'xl/revisions/revisionLog1.xml',
    'revisionLog',
    (secret) => `<revisions><nc><is><t>${secret}</t></is></nc></revisions>`,
  ),
  part('共享工作簿的用户', 'xl/revisions/userNames.xml', 'usernames', (secret) => `<users><userInfo name="${secret}"/></users>`),
  part('计算链', 'xl/calcChain.xml', 'calcChain', (secret) => `<calcChain><c r="A1"/><!-- ${secret} --></calcChain>`),
  part(
    '打印机设置',
    'xl/printerSettings/printerSettings1.bin',
    'printerSettings',
    (secret) => Buffer.from(secret, 'utf16le'),
    OF_SHEET,
  ),
  part('自定义 XML', 'customXml/item1.xml', 'customXml', (secret) => `<a>${secret}</a>`),
  part('自定义属性', 'xl/customProperty1.bin', 'customProperty', (secret) => Buffer.from(secret, 'utf16le'), OF_SHEET),
  part(
    '嵌入的文档',
    'xl/embeddings/a.docx',
    'package',
    (secret) =>
      repacked(
        new Uint8Array(Buffer.from('504b0506000000000000000000000000000000000000', 'hex')),
        (parts) => void (parts['a.xml'] = bytesOf(secret)),
      ),
    OF_SHEET,
  ),
  part('宏', 'xl/vbaProject.bin', 'vbaProject', (secret) => Buffer.from(secret)),
  part('宏表', 'xl/macrosheets/sheet1.xml', 'xlMacrosheet', (secret) => `<xm:macrosheet xmlns:xm="x">${secret}</xm:macrosheet>`),
  part('单元格的元数据', 'xl/metadata.xml', 'sheetMetadata', (secret) => `<metadata><s v="${secret}"/></metadata>`),
  part('链接的数据类型', 'xl/richData/rdrichvalue.xml', 'rdRichValue', (secret) => `<rvData><rv><v>${secret}</v></rv></rvData>`),
  part('不认识的部分', 'xl/notiz.xml', 'notiz', (secret) => `<a>${secret}</a>`),
  part('没有用到的图片', 'xl/media/image9.png', 'image', (secret) => Buffer.from(`\u0089PNG${secret}`)),
  byLibrary('名称定义', (book, _, secret) => void book.definedNames.add(`${SHOWN_SHEET}!$A$1`, secret)),
  byHand('名称定义：常量', (parts, text, secret) =>
    replaced(
      parts,
      text,
      'xl/workbook.xml',
      '</sheets>',
      `</sheets><definedNames><definedName name="a">"${secret}"</definedName></definedNames>`,
    ),
  ),
  byHand('打印区域里夹的', (parts, text, secret) =>
    replaced(
      parts,
      text,
      'xl/workbook.xml',
      '</sheets>',
      `</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">IF(1,"${secret}")</definedName></definedNames>`,
    ),
  ),
  byHand('没有用到的共享文字', (parts, text, secret) =>
    replaced(parts, text, 'xl/sharedStrings.xml', '</sst>', `<si><t>${secret}</t></si></sst>`),
  ),
  byHand('共享文字的注音', (parts, text, secret) =>
    replaced(parts, text, 'xl/sharedStrings.xml', '</si>', `<rPh sb="0" eb="1"><t>${secret}</t></rPh></si>`),
  ),
  byHand('没有用到的数字格式', (parts, text, secret) =>
    replaced(
      parts,
      text,
      'xl/styles.xml',
      /<styleSheet[^>]*>/,
      `$&<numFmts count="1"><numFmt numFmtId="199" formatCode="&quot;${secret}&quot;0"/></numFmts>`,
    ),
  ),
  byHand('样式的名称', (parts, text, secret) =>
    replaced(parts, text, 'xl/styles.xml', /<cellStyles[^>]*>/, `$&<cellStyle name="${secret}" xfId="0"/>`),
  ),
  inStyles('表格样式的名称', (secret) => `<tableStyles count="1"><tableStyle name="${secret}"/></tableStyles>`),
  inStyles('样式的扩展', (secret) => `<extLst><ext uri="{1}"><a>${secret}</a></ext></extLst>`),
  byHand('工作表的代码名', (parts, text, secret) =>
    replaced(parts, text, SHEET, /<sheetPr[^>]*\/>|<sheetPr>|(?=<dimension)/, `<sheetPr codeName="${secret}"/>`),
  ),
  inWorkbook('写保护的用户', (secret) => `<fileSharing userName="${secret}"/>`),
  inWorkbook(
    '文件的路径',
    (secret) =>
      `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="x" url="C:\\${secret}\\"/></mc:Choice></mc:AlternateContent>`,
  ),
  inWorkbook('自定义视图', (secret) => `<customWorkbookViews><customWorkbookView name="${secret}"/></customWorkbookViews>`),
  byHand('文件属性', (parts, text, secret) => {
    parts['docProps/core.xml'] = bytesOf(
      `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>${secret}</dc:creator></cp:coreProperties>`,
    )
    relate(parts, text, '_rels/.rels', 'metadata/core-properties', 'docProps/core.xml')
  }),
  byHand('文件属性：各表的名称', (parts, text, secret) => {
    parts['docProps/app.xml'] = bytesOf(
      `<Properties><TitlesOfParts><vt:lpstr xmlns:vt="v">${secret}</vt:lpstr></TitlesOfParts></Properties>`,
    )
    relate(parts, text, '_rels/.rels', 'extended-properties', 'docProps/app.xml')
  }),
  byHand('没有用到的外部链接', (parts, text, secret) =>
    relate(parts, text, OF_SHEET, 'hyperlink', `https://example.com/?${secret}`, true),
  ),
]
