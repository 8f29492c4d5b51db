/** Word files with a secret in the text, where no page shows it: one maker for each place. */
import { bytesOf } from '../../src/edge/outgoing/made.testing.ts'
import { changed, inBody, paragraph, run, W, R, part, newPart, field, type Hiding } from './docx-made.ts'

export const UNSEEN_IN_DOCX: readonly Hiding[] = [
  inBody('修订：删去的', (secret) => paragraph(`<w:del w:id="1"><w:r><w:delText>${secret}</w:delText></w:r></w:del>`)),
  inBody('修订：移走的', (secret) => paragraph(`<w:moveFrom w:id="1">${run(secret)}</w:moveFrom>`)),
  inBody('修订：作者', (secret) => paragraph(`<w:ins w:id="1" w:author="${secret}">${run('插入的')}</w:ins>`)),
  inBody('修订：改过的格式', (secret) =>
    paragraph(`<w:pPr><w:pPrChange w:id="1" w:author="${secret}"><w:pPr/></w:pPrChange></w:pPr>`),
  ),
  inBody('修订：删去的表格行', (secret) => {
    const row = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${paragraph(run(secret))}</w:tc></w:tr>`
    return `<w:tbl><w:tr><w:tc>${paragraph(run('行'))}</w:tc></w:tr>${row}</w:tbl>`
  }),
  inBody('修订：删去的域代码', (secret) =>
    paragraph(`<w:del w:id="1"><w:r><w:delInstrText>REF ${secret}</w:delInstrText></w:r></w:del>`),
  ),
  changed('批注', (parts, text, secret) => {
    part(
      parts,
      text,
      'word/comments.xml',
      `<w:comments ${W}><w:comment w:id="0" w:author="甲">${paragraph(run(secret))}</w:comment></w:comments>`,
      'comments',
    )
  }),
  newPart(
    '批注：答复的顺序',
    'word/commentsExtended.xml',
    'commentsExtended',
    (secret) => `<w15:commentsEx xmlns:w15="x"><w15:commentEx w15:paraId="${secret}"/></w15:commentsEx>`,
  ),
  newPart(
    '批注：参与的人',
    'word/people.xml',
    'people',
    (secret) => `<w15:people xmlns:w15="x"><w15:person w15:author="${secret}"/></w15:people>`,
  ),
  inBody('隐藏文字', (secret) => paragraph(run(secret, '<w:vanish/>'))),
  inBody('隐藏文字：只有目录见到的', (secret) => paragraph(run(secret, '<w:specVanish/><w:vanish/>'))),
  changed('隐藏文字：由样式隐藏', (parts, text, secret) => {
    const style = '<w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style>'
    parts['word/styles.xml'] = bytesOf(text('word/styles.xml').replace('</w:styles>', `${style}</w:styles>`))
    parts['word/document.xml'] = bytesOf(
      text('word/document.xml').replace('<w:sectPr', `${paragraph(run(secret, '<w:rStyle w:val="Hid"/>'))}<w:sectPr`),
    )
  }),
  changed('隐藏文字：由上级样式隐藏', (parts, text, secret) => {
    const styles =
      '<w:style w:type="character" w:styleId="HidA"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="HidB"><w:basedOn w:val="HidA"/></w:style>'
    parts['word/styles.xml'] = bytesOf(text('word/styles.xml').replace('</w:styles>', `${styles}</w:styles>`))
    parts['word/document.xml'] = bytesOf(
      text('word/document.xml').replace('<w:sectPr', `${paragraph(run(secret, '<w:rStyle w:val="HidB"/>'))}<w:sectPr`),
    )
  }),
  inBody('白色文字', (secret) => paragraph(run(secret, '<w:color w:val="FFFFFF"/>'))),
  inBody('近乎白色的文字', (secret) => paragraph(run(secret, '<w:color w:val="FEFEFE"/>'))),
  inBody('黑底黑字', (secret) => paragraph(run(secret, '<w:highlight w:val="black"/>'))),
  inBody('与底纹同色的文字', (secret) =>
    paragraph(run(secret, '<w:color w:val="C00000"/><w:shd w:val="clear" w:fill="C00000"/>')),
  ),
  inBody('极小的文字', (secret) => paragraph(run(secret, '<w:sz w:val="2"/>'))),
  inBody('压成一线的文字', (secret) => paragraph(run(secret, '<w:w w:val="1"/>'))),
  changed('白色的样式', (parts, text, secret) => {
    const style = '<w:style w:type="character" w:styleId="Wh"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    parts['word/styles.xml'] = bytesOf(text('word/styles.xml').replace('</w:styles>', `${style}</w:styles>`))
    parts['word/document.xml'] = bytesOf(
      text('word/document.xml').replace('<w:sectPr', `${paragraph(run(secret, '<w:rStyle w:val="Wh"/>'))}<w:sectPr`),
    )
  }),
  inBody(
    '高度为零的表格行',
    (secret) =>
      `<w:tbl><w:tr><w:tc>${paragraph(run('行'))}</w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${paragraph(run(secret))}</w:tc></w:tr></w:tbl>`,
  ),
  inBody('文本框里的修订', (secret) =>
    paragraph(
      `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${paragraph(`${run('框')}<w:del w:id="3"><w:r><w:delText>${secret}</w:delText></w:r></w:del>`)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
    ),
  ),
  inBody('替代内容：旧程序看到的', (secret) =>
    paragraph(
      `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${run('新')}</mc:Choice><mc:Fallback>${run(secret)}</mc:Fallback></mc:AlternateContent>`,
    ),
  ),
  inBody('图片的替代文字和名称', (secret) =>
    paragraph(
      `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="7" name="${secret}" descr="${secret}" title="${secret}"/></wp:inline></w:drawing></w:r>`,
    ),
  ),
  inBody('隐藏的图形', (secret) =>
    paragraph(
      `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="visibility:hidden"><v:textbox><w:txbxContent>${paragraph(run(secret))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
    ),
  ),
  inBody('图形的替代文字', (secret) =>
    paragraph(
      `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" alt="${secret}" id="${secret}" title="${secret}"/></w:pict></w:r>`,
    ),
  ),
  inBody('域代码：索引项', (secret) => field(`XE "${secret}"`)),
  inBody('域代码：提问的默认答案', (secret) => field(`ASK a "${secret}"`)),
  inBody('域代码：引入本机文件', (secret) => field(`INCLUDETEXT "C:\\\\Users\\\\${secret}\\\\a.docx"`)),
  inBody('域代码：条件不成立的一边', (secret) => field(`IF 1 = 1 "一" "${secret}"`)),
  inBody('域代码：简单域', (secret) => paragraph(`<w:fldSimple w:instr=" DOCPROPERTY ${secret} ">${run('一')}</w:fldSimple>`)),
  inBody('域代码：合并邮件', (secret) => field(`MERGEFIELD ${secret}`)),
  inBody('域附带的数据', (secret) =>
    paragraph(
      `<w:r><w:fldChar w:fldCharType="begin"><w:fldData>${Buffer.from(secret).toString('base64')}</w:fldData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
  ),
  inBody('表单域的默认值和帮助', (secret) =>
    paragraph(
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/><w:helpText w:val="${secret}"/><w:statusText w:val="${secret}"/><w:textInput><w:default w:val="${secret}"/></w:textInput><w:ddList><w:listEntry w:val="一"/><w:listEntry w:val="${secret}"/></w:ddList></w:ffData></w:fldChar></w:r>${run('一')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
  ),
  inBody('书签的名称', (secret) =>
    paragraph(`<w:bookmarkStart w:id="5" w:name="${secret}"/>${run('一')}<w:bookmarkEnd w:id="5"/>`),
  ),
  inBody(
    '内容控件：标题、标记和没选的选项',
    (secret) =>
      `<w:sdt><w:sdtPr><w:alias w:val="${secret}"/><w:tag w:val="${secret}"/><w:dropDownList><w:listItem w:displayText="${secret}" w:value="${secret}"/></w:dropDownList></w:sdtPr><w:sdtContent>${paragraph(run('一'))}</w:sdtContent></w:sdt>`,
  ),
  inBody(
    '内容控件：绑定的数据',
    (secret) =>
      `<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a/${secret}" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>${paragraph(run('一'))}</w:sdtContent></w:sdt>`,
  ),
  inBody(
    '内容控件：较新的绑定',
    (secret) =>
      `<w:sdt><w:sdtPr><w15:dataBinding xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" w:xpath="/a/${secret}"/></w:sdtPr><w:sdtContent>${paragraph(run('一'))}</w:sdtContent></w:sdt>`,
  ),
  inBody('智能标记', (secret) =>
    paragraph(
      `<w:smartTag w:uri="u" w:element="e"><w:smartTagPr><w:attr w:name="n" w:val="${secret}"/></w:smartTagPr>${run('一')}</w:smartTag>`,
    ),
  ),
  inBody('自定义 XML 标记', (secret) =>
    paragraph(
      `<w:customXml w:element="${'e'}"><w:customXmlPr><w:attr w:name="n" w:val="${secret}"/><w:placeholder w:val="${secret}"/></w:customXmlPr>${run('一')}</w:customXml>`,
    ),
  ),
  inBody('链接的提示和位置', (secret) =>
    paragraph(`<w:hyperlink w:anchor="${secret}" w:tooltip="${secret}">${run('一')}</w:hyperlink>`),
  ),
  inBody('注音的原文', (secret) =>
    paragraph(
      `<w:r><w:ruby><w:rt><w:r><w:rPr><w:vanish/></w:rPr><w:t>${secret}</w:t></w:r></w:rt><w:rubyBase>${run('一')}</w:rubyBase></w:ruby></w:r>`,
    ),
  ),
  inBody(
    '引入的另一份文档',
    (secret) => `<w:altChunk xmlns:r="${R}" r:id="rIdX1"/>${paragraph(`<w:r><w:t><!--${secret}--></w:t></w:r>`)}`,
  ),
  inBody('XML 的注释', (secret) => `<!-- ${secret} -->${paragraph('')}`),
  inBody('XML 的处理指令', (secret) => `<?note ${secret}?>${paragraph('')}`),
  inBody('不认识的元素', (secret) => paragraph(`<zz:note xmlns:zz="urn:zz">${secret}</zz:note>`)),
  inBody('不认识的属性', (secret) => `<w:p xmlns:zz="urn:zz" zz:note="${secret}"/>`),
  inBody('编号和样式之外的文字', (secret) => paragraph(`${run('一')}${secret}`)),
  inBody('不显示的行内图形', (secret) =>
    paragraph(
      `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="8" name="a" hidden="1"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="wps"><wps:wsp xmlns:wps="wps"><wps:txbx><w:txbxContent>${paragraph(run(secret))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
    ),
  ),
]
