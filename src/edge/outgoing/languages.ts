/** The languages that Office files are written in, each under the prefix that programs give it. */
const OOXML = 'http://schemas.openxmlformats.org/'
const STRICT = 'http://purl.oclc.org/ooxml/'
const MICROSOFT = 'http://schemas.microsoft.com/office/'
const VML = 'urn:schemas-microsoft-com:'

const both = (path: string, strict = path.replace('/2006', '')) => [OOXML + path, STRICT + strict]
const microsoft = (...paths: string[]) => paths.map((path) => MICROSOFT + path)

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  '': both('spreadsheetml/2006/main'),
  w: both('wordprocessingml/2006/main'),
  r: both('officeDocument/2006/relationships'),
  m: both('officeDocument/2006/math'),
  wp: both('drawingml/2006/wordprocessingDrawing'),
  a: both('drawingml/2006/main'),
  pic: both('drawingml/2006/picture'),
  c: both('drawingml/2006/chart'),
  dgm: both('drawingml/2006/diagram'),
  xdr: both('drawingml/2006/spreadsheetDrawing'),
  lc: both('drawingml/2006/lockedCanvas'),
  sl: both('schemaLibrary/2006/main'),
  mc: [`${OOXML}markup-compatibility/2006`],
  o: [`${VML}office:office`],
  v: [`${VML}vml`],
  w10: [`${VML}office:word`],
  x: [`${VML}office:excel`, ...both('spreadsheetml/2006/main')],
  w14: microsoft('word/2010/wordml'),
  w15: microsoft('word/2012/wordml'),
  w16: microsoft('word/2018/wordml'),
  w16cex: microsoft('word/2018/wordml/cex'),
  w16cid: microsoft('word/2016/wordml/cid'),
  w16du: microsoft('word/2023/wordml/word16du'),
  w16sdtdh: microsoft('word/2020/wordml/sdtdatahash'),
  w16sdtfl: microsoft('word/2024/wordml/sdtformatlock'),
  w16se: microsoft('word/2015/wordml/symex'),
  wne: microsoft('word/2006/wordml'),
  wp14: microsoft('word/2010/wordprocessingDrawing'),
  wpc: microsoft('word/2010/wordprocessingCanvas'),
  wpg: microsoft('word/2010/wordprocessingGroup'),
  wpi: microsoft('word/2010/wordprocessingInk'),
  wps: microsoft('word/2010/wordprocessingShape'),
  cx: microsoft('drawing/2014/chartex'),
  ...Object.fromEntries(
    ['2015/9/8', '2015/10/21', '2016/5/9', '2016/5/10', '2016/5/11', '2016/5/12', '2016/5/13', '2016/5/14'].map((day, at) => [
      `cx${at + 1}`,
      microsoft(`drawing/${day}/chartex`),
    ]),
  ),
  aink: microsoft('drawing/2016/ink'),
  am3d: microsoft('drawing/2017/model3d'),
  oel: microsoft('2019/extlst'),
  a14: microsoft('drawing/2010/main'),
  c14: microsoft('drawing/2007/8/2/chart'),
  c16: microsoft('drawing/2014/chart'),
  c16r2: microsoft('drawing/2015/06/chart'),
  c16r3: microsoft('drawing/2017/03/chart'),
  cs: microsoft('drawing/2012/chartStyle'),
  dsp: microsoft('drawing/2008/diagram'),
  dgm14: microsoft('drawing/2010/diagram'),
  xdr14: microsoft('excel/2010/spreadsheetDrawing'),
  sle15: microsoft('drawing/2012/slicer'),
  x14: microsoft('spreadsheetml/2009/9/main'),
  x14ac: microsoft('spreadsheetml/2009/9/ac'),
  x15: microsoft('spreadsheetml/2010/11/main'),
  x15ac: microsoft('spreadsheetml/2010/11/ac'),
  x16r2: microsoft('spreadsheetml/2015/02/main'),
  xr: microsoft('spreadsheetml/2014/revision'),
  xr2: microsoft('spreadsheetml/2015/revision2'),
  xr3: microsoft('spreadsheetml/2016/revision3'),
  xr6: microsoft('spreadsheetml/2016/revision6'),
  xr10: microsoft('spreadsheetml/2016/revision10'),
}

const PREFIXES = new Map(
  Object.entries(ADDRESSES)
    .toReversed()
    .flatMap(([prefix, addresses]) => addresses.map((address) => [address, prefix] as const)),
)

/** The prefix that programs give the language of this address; undefined where it is no language of Office files. */
export function prefixOf(address: string | undefined): string | undefined {
  return PREFIXES.get(address ?? '?')
}

/** Whether the prefix stands for its own language. */
export function isLanguage(prefix: string, address: string): boolean {
  return ADDRESSES[prefix]?.includes(address) ?? false
}

/** Prefixes that name one language to us and, bound to another address, hide what they are written before from everybody else. */
export function isReadByName(prefix: string): boolean {
  return ['w', 'm', 'wp', 'a', 'pic', 'c', 'xdr', 'v', 'o', 'mc', 'wps', 'wpg', 'wpc', 'dgm', 'dsp', 'w14', 'r'].includes(prefix)
}
