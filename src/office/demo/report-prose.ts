/** 年度报告的文字 of the demo's agencies, out of what the store holds of the year. */
import type { DemoAgency } from './county.ts'
import type { YearFacts } from './year-facts.ts'

export function openingOf(agency: DemoAgency, year: number, { published, readings, standing }: YearFacts): string[] {
  const explained = readings > 0 ? `，其中政策解读${readings}篇，与所解读的文件相互链接` : ''
  return [
    `（一）主动公开。${year}年，${agency.name}在公开专栏发布信息${published}条${explained}；到年底，专栏共有信息${standing}条。`,
  ]
}

export function closingOf(facts: YearFacts): string[] {
  const { published, repealed, columns, stale, returned, reviewers, handlers } = facts
  const cleared = repealed > 0 ? `；废止文件${repealed}件，在专栏中注明` : ''
  return [
    `（三）政府信息管理。发布的${published}条信息都经公开前审查${cleared}。`,
    `（四）平台建设。公开专栏有内容的栏目${columns}个，下半年有更新的${columns - stale}个。`,
    `（五）监督保障。公开工作人员${handlers}人，审查人员${reviewers}人；答复稿先审查、后审批，全年退回修改${returned}件。`,
  ]
}

/** What can go wrong in a year, by the number that shows it; what will be done, and what the next year's number tells. */
const PROBLEMS: readonly {
  of: (facts: YearFacts) => number
  problem: (n: number, facts: YearFacts) => string
  /** In turn, year by year: a report does not repeat the one before it. */
  plans: readonly [string, string]
  became: (n: number, now: number) => string
}[] = [
  {
    of: ({ stale }) => stale,
    problem: (n) => `公开栏目更新不均衡，有${n}个栏目下半年没有更新`,
    plans: ['按目录逐项核对应当更新的内容，每季度1次', '栏目改由产生信息的科室负责，月底自查一遍'],
    became: (n, now) => `逐栏核对，下半年没有更新的栏目上年${n}个，本年${now}个`,
  },
  {
    of: ({ returned }) => returned,
    problem: (n) => `答复稿说明理由不够充分，有${n}件在审查、审批时退回`,
    plans: ['拟稿时写明事实和对应条款，由审查人员每半年讲评1次', '选出说理清楚的答复书编成范例，供各科室参照'],
    became: (n, now) => `拟稿先写事实和条款，退回修改的上年${n}件，本年${now}件`,
  },
  {
    of: ({ unexplained }) => unexplained,
    problem: (n, { numbered }) => `政策解读偏少，编有文号的${numbered}件文件中${n}件没有解读`,
    plans: ['把解读材料列为文件送签的附件，每季度通报1次', '起草部门在文件印发当天交出图表或者问答式解读'],
    became: (n, now) => `解读材料随文件送签，没有解读的文件上年${n}件，本年${now}件`,
  },
  {
    of: ({ corrections }) => corrections,
    problem: (n) => `申请指引不够清楚，有${n}件申请因内容不明确告知补正`,
    plans: ['在公开指南中补充填写示例，每半年核对1次', '收到申请当日与申请人电话确认所需内容'],
    became: (n, now) => `补充填写示例，告知补正的上年${n}件，本年${now}件`,
  },
  {
    of: ({ extended }) => extended,
    problem: (n) => `调取历史材料较慢，有${n}件申请延长了答复期限`,
    plans: ['需要到基层核对的申请收到3日内布置', '把近十年的档案目录做成电子清单，先检索后调卷'],
    became: (n, now) => `提前布置核对，延长答复期限的上年${n}件，本年${now}件`,
  },
]

/** The two of a year: those that its numbers show, other ones than the year before where there are more. */
function chosen(facts: YearFacts, year: number) {
  const shown = PROBLEMS.filter(({ of }) => of(facts) > 0)
  return shown.length <= 2 ? shown : [0, 1].flatMap((step) => shown[(2 * year + step) % shown.length] ?? [])
}

export function problemsOf(agency: DemoAgency, year: number, facts: YearFacts): string[] {
  const numerals = ['一是', '二是']
  const told = chosen(facts, year)
  if (told.length === 0) throw new Error(`a year without a number to mend: ${agency.name} ${year}`)
  return [
    `${told.map(({ of, problem }, index) => `${numerals[index]}${problem(of(facts), facts)}`).join('；')}。`,
    `${year + 1}年，${agency.name}将：${told.map(({ plans }) => `${plans[year % 2 === 0 ? 0 : 1]}，由办公室会同${agency.sections.at(-1)}督办`).join('；')}。`,
  ]
}

/** What became of last year's problems, in their order, by the number of this year. */
export function answersTo(problems: readonly string[], year: number, { before, now }: { before: YearFacts; now: YearFacts }) {
  const told = chosen(before, year - 1)
  return problems.map((problem, index) => {
    const one = told[index]
    // Behind the problems stand the promises, whose outcome the same numbers tell.
    return { problem, answer: one ? one.became(one.of(before), one.of(now)) : `${year}年照此办理，结果见前面的数字` }
  })
}
