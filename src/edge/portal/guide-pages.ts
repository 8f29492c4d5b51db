/** 政府信息公开指南 and 制度: written from the agency's own data and from the rules in force, so that they never go stale. */
import { html } from 'hono/html'
import { cite, feeMeasures, INSTRUMENTS, type Instrument, reg } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import { dutyColumns } from '../../law/publication/columns.ts'
import { PUBLICATION_LIMITS } from '../../law/publication/timeliness.ts'
import { INSTITUTION_PART_RULES, PLATFORM_PART_RULES } from '../../law/publication/platform.ts'
import { CORRECTION_NOTICE_LIMIT, EXTENSION_LIMIT, lengthOn, REPLY_LIMIT, THIRD_PARTY_LIMIT } from '../../law/requests/limits.ts'
import { LIMIT_WORDS } from '../../law/requests/vocabulary.ts'
import type { DocumentRow } from '../../record/publication/document.ts'
import type { AgencyVisit } from './agency-route.ts'
import { askingWays } from './asking-ways.ts'
import { documentList, emptyPlace } from './document-list.ts'
import { page } from './layout.ts'
import { lengthWords } from './request-words.ts'
import type { Markup } from './visit.ts'

type At = Pick<AgencyVisit, 'visit' | 'agency' | 'home' | 'trail'>

/** `officeHead`: who leads the working office, where that is known. */
export function guidePage(at: At, today: LocalDate, officeHead: string | null): Markup {
  const { visit, agency, trail } = at
  const part = agency.regime === 'art55' ? INSTITUTION_PART_RULES.guide : PLATFORM_PART_RULES.guide
  const content = html`<article class="guide"><h1>${part.zh}</h1>
${agency.regime === 'art55' ? institutionGuide(at) : agencyGuide(at, today, officeHead)}</article>`
  return page(
    visit,
    {
      title: part.zh,
      agency,
      host: null,
      part: 'guide',
      crumbs: trail,
      column: {
        name: part.zh,
        description: part.what,
        keywords: `政府信息公开,指南,${agency.details.name}`,
        type: '信息公开指南',
      },
    },
    content,
  )
}

function agencyGuide(at: At, today: LocalDate, officeHead: string | null): Markup {
  const { agency, home } = at
  const { details } = agency
  const { content, reports, request } = PLATFORM_PART_RULES
  return html`<h2>一、信息的分类和编排</h2>
<p>本机关依照${cite(reg('20'))}、${cite(reg('21'))}公开的信息，在<a href="${home}/content">${content.zh}</a>中按 ${
    dutyColumns('art54').length
  } 个栏目编排。每条信息有索引号、名称、内容概述和生成日期，可以按栏目浏览，也可以按标题、文号检索。</p>
<h2>二、获取信息的方式</h2>
<p>主动公开的信息，自形成或者变更之日起${lengthWords(lengthOn(PUBLICATION_LIMITS.publication, today))}内在本专栏公开（${cite(
    reg('26'),
  )}），可以检索、查阅、下载。没有主动公开的，可以${request.zh}。历年工作情况见<a href="${home}/reports">${reports.zh}</a>。</p>
<h2>三、工作机构</h2>
${office(at, officeHead)}
<h2>四、提出申请</h2>
<p>公民、法人或者其他组织可以向本机关申请获取政府信息（${cite(reg('27'))}），不需要说明用途。可以选择：</p>
<ul>
<li><a href="${home}/request">在线提出申请</a>：填写后当场得到受理编号和查询码；</li>
${askingWays(details)}
</ul>
<p>申请应当写明：姓名或者名称、身份证明、联系方式；所申请信息的名称、文号或者便于查询的其他特征；对信息形式的要求（${cite(
    reg('29'),
  )}）。阅读、视听有困难的，工作机构提供必要的帮助（${cite(reg('43'))}）。</p>
<h2>五、办理期限</h2>
${limitTable(today)}
<h2>六、收费</h2>
<p>提供政府信息不收取费用。同一申请人申请的数量、频次明显超过合理范围的，可以收取信息处理费（${cite(reg('42'))}、${cite(
    feeMeasures('3'),
  )}），收费前会书面告知金额和缴纳方式。</p>
<h2>七、监督和救济</h2>
<p>认为本机关未按规定公开的，可以向${details.supervisorName || '主管部门'}${
    details.supervisorPhone && `（电话 ${details.supervisorPhone}）`
  }反映；认为侵犯合法权益的，可以投诉、举报，也可以依法申请行政复议${
    details.reconsiderationBody && `（复议机关：${details.reconsiderationBody}）`
  }或者提起行政诉讼${details.court && `（${details.court}）`}（${cite(reg('51'))}）。答复书会写明具体的途径和期限。</p>`
}

/** Every limit with its length and its article, from the same table as the clock. */
function limitTable(today: LocalDate): Markup {
  const rows = [
    { what: LIMIT_WORDS.correctionNotice, from: '收到申请之日起', rule: CORRECTION_NOTICE_LIMIT },
    { what: LIMIT_WORDS.reply, from: '收到申请之日起', rule: REPLY_LIMIT },
    { what: '延长答复期限', from: '最多', rule: EXTENSION_LIMIT },
    { what: LIMIT_WORDS.thirdParty, from: '第三方收到征求意见书之日起', rule: THIRD_PARTY_LIMIT },
  ]
  return html`<table class="limits"><thead><tr><th scope="col">事项</th><th scope="col">期限</th><th scope="col">依据</th></tr></thead><tbody>
${rows.map(({ what, from, rule }) => {
  const version = rule.on(today)
  return (
    version &&
    html`<tr><th scope="row">${what}</th><td>${from}${lengthWords(version.is)}</td><td>${cite(version.by)}</td></tr>
`
  )
})}</tbody></table>
<p class="soft">征求第三方和其他机关意见所需的时间不计入答复期限；要求补正的，自收到补正后重新计算。</p>`
}

function institutionGuide(at: At): Markup {
  const { agency, home } = at
  const { details } = agency
  return html`<h2>一、公开的内容</h2>
<p>本单位按照${INSTRUMENTS.schoolOpenness.title}公开信息，见<a href="${home}/content">${INSTITUTION_PART_RULES.content.zh}</a>。</p>
<h2>二、咨询</h2>
<p>没有查到需要的信息，可以<a href="${home}/consult">在线咨询</a>、来访或者致电。学校、幼儿园等公共企事业单位的信息公开按主管部门的专门规定执行（${cite(
    reg('55'),
  )}），不适用政府信息公开申请的法定期限；本单位收到咨询后会尽快答复。</p>
<h2>三、联系方式</h2>
${office(at, agency.details.headName)}
<h2>四、申诉</h2>
<p>认为本单位未按规定公开信息的，可以向${details.supervisorName || '主管部门'}申诉${
    details.supervisorPhone && `（电话 ${details.supervisorPhone}）`
  }。接受申诉的部门应当及时调查处理并将处理结果告知申诉人（${cite(reg('55'))}）。</p>`
}

function office({ agency: { details } }: At, head: string | null): Markup {
  const rows = [
    { label: '名称', value: details.officeName || details.name },
    { label: '地址', value: details.address },
    { label: '邮政编码', value: details.postcode },
    { label: '办公时间', value: details.officeHours },
    { label: '电话', value: details.phone },
    { label: '传真', value: details.fax },
    { label: '电子邮箱', value: details.email },
    { label: '负责人', value: head },
  ].filter(({ value }) => value)
  return html`<dl class="answers">${rows.map(
    ({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>
`,
  )}</dl>`
}

/** What the platform is built on, in the order of rank. */
const RULES: readonly Instrument[] = [
  'reg',
  'feeMeasures',
  'platformNorm',
  'reportFormat2021',
  'receiptReply',
  'serviceReply',
  'opennessRules',
  'publicInstitutions',
  'disclosureInterpretation',
]

export function systemPage({ visit, agency, trail }: At, own: readonly DocumentRow[]): Markup {
  const part = PLATFORM_PART_RULES.system
  const content = html`<h1>${part.zh}</h1><p class="lead">${part.what}（${cite(part.by)}）。</p>
<h2>本机关的工作制度</h2>
${
  own.length > 0
    ? documentList(own, { base: visit.base })
    : emptyPlace('还没有公开的工作制度。', html`这里应当公开本机关的公开审查、动态调整、申请办理等制度。`)
}
<h2>法规和规定</h2>
<ul>${RULES.map(
    (
      key,
    ) => html`<li>${INSTRUMENTS[key].title}${INSTRUMENTS[key].title.includes(INSTRUMENTS[key].number) ? '' : `（${INSTRUMENTS[key].number}）`}</li>
`,
  )}</ul>`
  return page(
    visit,
    {
      title: part.zh,
      agency,
      host: null,
      part: 'system',
      crumbs: trail,
      column: {
        name: part.zh,
        description: part.what,
        keywords: `政府信息公开,制度,${agency.details.name}`,
        type: '信息公开制度',
      },
    },
    content,
  )
}
