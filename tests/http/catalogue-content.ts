/** One item of a catalogue, as a sheet says it. */
import { type CatalogueContent, catalogueContentSchema } from '../../src/record/publication/catalogue.ts'

export function catalogueContent(second: string, given: Partial<CatalogueContent> = {}): CatalogueContent {
  return catalogueContentSchema.parse({
    field: '义务教育',
    first: '招生管理',
    second,
    elements: '招生方案\n招生计划',
    basis: '《中华人民共和国政府信息公开条例》',
    limit: '信息形成或者变更之日起20个工作日内',
    subject: '县教育局基础教育科',
    outlets: [
      { name: '政府网站', ticked: true },
      { name: '政府公报', ticked: false },
    ],
    society: true,
    group: null,
    proactive: true,
    onRequest: false,
    county: true,
    township: false,
    ...given,
  })
}
