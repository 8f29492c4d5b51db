/** Word files with a secret in corners that no page shows: lists of the package, places beside the page, values nobody prints. */
import { changed, type Hiding, inBody, inPart, inSettings, paragraph, run, W } from './docx-made.ts'

const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const RELS = 'word/_rels/document.xml.rels'
const TYPES = '[Content_Types].xml'
const MAIN = 'word/document.xml'
const table = (properties: string, inside: string) =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc>${inside}</w:tc></w:tr></w:tbl>`

export const DOCX_CORNERS: readonly Hiding[] = [
  inPart('部件清单里的注释', TYPES, (xml, secret) => xml.replace('</Types>', `<!--${secret}--></Types>`)),
  inPart('部件清单里没有的扩展名', TYPES, (xml, secret) =>
    xml.replace('</Types>', `<Default Extension="xml${secret}" ContentType="x/${secret}"/></Types>`),
  ),
  inPart('部件清单里的参数', TYPES, (xml, secret) =>
    xml.replace('</Types>', `<Default Extension="png" ContentType="image/png;n=${secret}"/></Types>`),
  ),
  inPart('关系清单里的注释', RELS, (xml, secret) => xml.replace('</Relationships>', `<!--${secret}--></Relationships>`)),
  inPart('关系清单里的文字', RELS, (xml, secret) => xml.replace('</Relationships>', `${secret}</Relationships>`)),
  inPart('关系清单里的元素', RELS, (xml, secret) => xml.replace('</Relationships>', `<n v="${secret}"/></Relationships>`)),
  inPart('关系的属性', RELS, (xml, secret) => xml.replace('<Relationship ', `<Relationship Note="${secret}" `)),
  inPart('关系的编号', RELS, (xml, secret) => xml.replace(/Id="[^"]*"(?=[^>]*styles)/, `Id="${secret}"`)),
  inPart('关系的类型', RELS, (xml, secret) => xml.replace(/Type="[^"]*\/styles"/, `Type="http://x/${secret}/styles"`)),
  inPart('关系绕行的路径', RELS, (xml, secret) => xml.replace(/Target="styles.xml"/, `Target="${secret}/../styles.xml"`)),
  inBody('没有前缀的段落', (secret) => `<p ${W.replace(':w', '')}><r><t>${secret}</t></r></p>`),
  inBody('换了前缀的段落', (secret) => `<y:p ${W.replace(':w', ':y')}><y:r><y:t>${secret}</y:t></y:r></y:p>`),
  inBody('正文中的 XML 声明', (secret) => `<?xml ${secret}?>`),
  inPart('XML 声明里的属性', MAIN, (xml, secret) =>
    xml.replace(/^<\?xml[^>]*\?>/, `<?xml version="1.0" encoding="UTF-8" standalone="yes" n="${secret}"?>`),
  ),
  inPart('命名空间的地址', MAIN, (xml, secret) => xml.replace('<w:document ', `<w:document xmlns:q="http://${secret}.cn" `)),
  inPart('命名空间的前缀', MAIN, (xml, secret) => xml.replace('<w:document ', `<w:document xmlns:${secret}="http://a.cn" `)),
  inPart('语言', MAIN, (xml, secret) => xml.replace('<w:r>', `<w:r><w:rPr><w:lang w:val="${secret}"/></w:rPr>`)),
  inPart('着重号', MAIN, (xml, secret) => xml.replace('<w:r>', `<w:r><w:rPr><w:em w:val="${secret}"/></w:rPr>`)),
  inSettings(
    '兼容设置的名称',
    (secret) => `<w:compat><w:compatSetting w:name="${secret}" w:uri="http://a" w:val="15"/></w:compat>`,
  ),
  inSettings('列表分隔符', (secret) => `<w:listSeparator w:val="${secret}"/>`),
  inBody('全透明的文字', (secret) =>
    paragraph(
      run(
        secret,
        `<w14:textFill ${W14}><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>`,
      ),
    ),
  ),
  inBody('没有填充的文字', (secret) => paragraph(run(secret, `<w14:textFill ${W14}><w14:noFill/></w14:textFill>`))),
  inBody('填充成白色的文字', (secret) =>
    paragraph(run(secret, `<w14:textFill ${W14}><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>`)),
  ),
  inBody('提升到页外的文字', (secret) => paragraph(run(secret, '<w:position w:val="3000"/>'))),
  inBody('缩进到页外的段落', (secret) => `<w:p><w:pPr><w:ind w:left="31000"/></w:pPr>${run(secret)}</w:p>`),
  inBody('页外的图文框', (secret) => `<w:p><w:pPr><w:framePr w:x="-30000" w:y="-30000" w:w="100"/></w:pPr>${run(secret)}</w:p>`),
  inBody('页外的表格', (secret) => table('<w:tblInd w:w="-30000" w:type="dxa"/>', paragraph(run(secret)))),
  inBody('浮动到页外的表格', (secret) => table('<w:tblpPr w:tblpX="31000" w:tblpY="1"/>', paragraph(run(secret)))),
  inBody('段落以外的文字', (secret) => `<w:t>${secret}</w:t>`),
  inBody('没有程序认得的选项', (secret) =>
    paragraph(
      `<w:r><mc:AlternateContent ${MC}><mc:Choice Requires="zz"><w:t>${secret}</w:t></mc:Choice><mc:Fallback><w:t>一</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
  ),
  inBody('冒名的选项', (secret) =>
    paragraph(
      `<w:r><mc:AlternateContent ${MC} xmlns:wps="http://a.cn/wps"><mc:Choice Requires="wps"><w:t>${secret}</w:t></mc:Choice><mc:Fallback><w:t>一</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
  ),
  inBody('链接里的口令', (secret) =>
    paragraph(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://u:${secret}@h/"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('一')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
  ),
  changed('链接关系里的口令', (parts, text, secret) => {
    const link = `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://u:${secret}@h/" TargetMode="External"/>`
    parts[RELS] = Buffer.from(text(RELS).replace('</Relationships>', `${link}</Relationships>`))
    parts[MAIN] = Buffer.from(
      text(MAIN).replace(
        '<w:sectPr',
        `${paragraph(`<w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId99">${run('一')}</w:hyperlink>`)}<w:sectPr`,
      ),
    )
  }),
]
