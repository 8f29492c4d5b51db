/** 三重一大台账 of the demo county's education bureau: public and internal, of the government and of the party. */
import { addDays, type LocalDate } from '../../law/date.ts'
import type { OfficeContext } from '../context.ts'
import { newMatterSchema } from '../../record/publication/major-matters.ts'
import { enterMatter } from '../publication/index.ts'
import { demoItemId } from './catalogues.ts'
import { stableId } from './chance.ts'
import { EDUCATION } from './county.ts'
import { actorFor } from './establish.ts'

interface DemoMatter {
  /** Days before today. */
  ago: number
  kind: string
  title: string
  decidedBy: string
  regime?: string
  /** Why it is not made public. */
  internal?: string
  item?: string
}

const MATTERS: readonly DemoMatter[] = [
  {
    ago: 33,
    kind: 'project',
    title: '第三中学教学楼抗震加固工程立项',
    decidedBy: '局长办公会第3次',
    item: '重大工程建设 / 建设项目批准信息',
  },
  {
    ago: 18,
    kind: 'spending',
    title: '春季学期营养改善计划资金分配方案',
    decidedBy: '局长办公会第4次',
    item: '大额经费支出 / 专项资金分配和使用',
  },
  {
    ago: 12,
    kind: 'appointment',
    title: '第二小学校长任职',
    decidedBy: '局党组会第5次',
    item: '干部考察任免 / 学校负责人任免',
  },
  {
    ago: 12,
    kind: 'appointment',
    title: '机关内设机构人员调整',
    decidedBy: '局党组会第5次',
    internal: '属于内部人事管理信息，对外部不产生直接影响',
  },
  { ago: 5, kind: 'decision', title: '年度党建工作要点', decidedBy: '局党组会第6次', regime: 'party' },
]

export async function enterMatters(
  { ctx, setDay }: { ctx: OfficeContext; setDay: (day: LocalDate) => void },
  today: LocalDate,
): Promise<void> {
  const by = actorFor(EDUCATION, 'officeHead')
  for (const { ago, internal, item, ...given } of MATTERS) {
    const decidedOn = addDays(today, -ago)
    setDay(decidedOn)
    const matter = newMatterSchema.parse({
      regime: 'government',
      ...given,
      decidedOn,
      openness: internal ? 'internal' : 'public',
      reason: internal ?? '',
      itemId: item ? demoItemId(EDUCATION, item) : null,
    })
    const done = await enterMatter(ctx, by, { ...matter, id: stableId(`matter ${given.title}`) })
    if (!done.ok) throw new Error(done.refusals.map(({ say }) => say).join('; '))
  }
  setDay(today)
}
