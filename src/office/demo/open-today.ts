/** What lies on the desks today: one request in each state that an office meets, told backwards from today. */
import { addDays, type LocalDate, localDate, yearOf } from '../../law/date.ts'
import { feeByVolume } from '../../law/requests/fees.ts'
import { lengthOn, REPLY_LIMIT } from '../../law/requests/limits.ts'
import { AFTERWARDS } from './afterwards-today.ts'
import { type Ask, granted } from './asks.ts'
import { chanceOf } from './chance.ts'
import { drafted, record, type Situation } from './situation.ts'
import { delivered, fillAsk, opening, type Plot, type Step, type Story } from './story.ts'
import { receipt, type Telling } from './story-whole.ts'

const ask = (section: string, subject: string, description: string, more: Partial<Ask> = {}): Ask =>
  granted(section, subject, description, subject, more)

/** Shared by all bureaus. The reply limit itself is law; what is told here is how much of it is used. */
function everywhere(section: string, whole: number): Situation[] {
  return [
    {
      ask: ask(section, '{y}年本机关行政规范性文件目录', '请提供现行有效文件的目录。'),
      via: 'in-person',
      daysAgo: whole - 3,
      since: (plot, ago) => [drafted(plot, ago(1), true)],
    },
    {
      ask: ask(section, '{p}年依申请公开统计台账', '请提供不含个人信息的台账。'),
      via: 'signed-mail',
      daysAgo: whole + 1,
      since: () => [],
    },
    { ask: ask(section, '{y}年重点项目清单', '请提供清单。'), via: 'web', daysAgo: 0, since: () => [], unconfirmed: true },
  ]
}

function inEducation(whole: number): Situation[] {
  const [basic, finance, office, aid] = ['基础教育科', '财务科', '办公室', '学生资助管理中心']
  return [
    {
      ask: ask(basic, '{y}年城区小学学位预警情况', '请提供各校学位余缺情况。'),
      via: 'in-person',
      daysAgo: whole,
      since: (plot, ago) => [drafted(plot, ago(1), true)],
    },
    {
      ask: ask(finance, '{p}年校舍维修资金使用情况', '请按学校提供。'),
      via: 'signed-mail',
      daysAgo: whole + 3,
      since: (plot, ago) => [
        drafted(plot, ago(4), true),
        { on: ago(3), deed: { do: 'return', because: '金额与决算不一致，请与财务科核对后再报。' } },
      ],
    },
    {
      ask: ask(basic, '{y}年高中招生录取分数线', '请提供各校分数线。'),
      via: 'web',
      daysAgo: whole - 1,
      since: (plot, ago) => [drafted(plot, ago(2), true), { on: ago(1), deed: { do: 'approve' } }],
    },
    {
      ask: ask(finance, '学校饮用水设备采购合同', '请提供合同全文。', {
        party: { name: '云岭县清源净水设备有限公司', isPerson: false },
      }),
      via: 'web',
      daysAgo: 9,
      since: (_, ago) => [
        {
          on: ago(5),
          deed: {
            do: 'record',
            act: { kind: 'third-party-asked', on: ago(5), party: '第三方' },
            party: { name: '云岭县清源净水设备有限公司', isPerson: false, contact: '', address: '云岭县城关镇工业路11号' },
          },
        },
        ...delivered(ago(5), ago(4)),
      ],
    },
    {
      ask: ask(basic, '新建片区配套学校规划', '请提供配套学校的选址意见。'),
      via: 'signed-mail',
      daysAgo: 12,
      since: (_, ago) => [
        record({ kind: 'agency-asked', on: ago(6), agency: '云岭县自然资源局', as: 'consulted' }),
        ...delivered(ago(6), ago(4)),
      ],
    },
    { ask: ask(aid, '{p}年资助资金审计整改情况', '请提供整改报告。'), via: 'web', daysAgo: 1, since: () => [] },
    { ask: ask(office, '{y}年局长办公会议题', '请提供议题目录。'), via: 'web', daysAgo: 1, since: () => [], unconfirmed: true },
    {
      ask: ask(office, '教师周转房分配办法', '请提供办法和分配结果。'),
      via: 'web',
      daysAgo: 4,
      since: () => [],
      unconfirmed: true,
    },
    {
      ask: ask(basic, '招生材料', '请提供有关招生的材料。'),
      via: 'web',
      daysAgo: 8,
      since: (plot, ago) => [
        record({
          kind: 'correction-asked',
          on: ago(4),
          items: '请写明所需材料的年度、学段和名称。',
          replyBy: plot.days.plus(ago(4), 15),
        }),
        ...delivered(ago(4), ago(3)),
      ],
    },
    {
      ask: ask(office, '有关会议的材料', '请提供会议材料。'),
      via: 'ordinary-mail',
      daysAgo: 23,
      since: (plot, ago) => [
        record({
          kind: 'correction-asked',
          on: ago(18),
          items: '请写明会议的名称和时间。',
          replyBy: plot.days.plus(ago(18), 15),
        }),
        ...delivered(ago(18), ago(16)),
        { on: ago(1), deed: { do: 'write', what: 'correction', text: '因住院逾期，请谅解。需要去年下半年局务会议的纪要。' } },
      ],
    },
    {
      ask: ask(finance, '近三年学校基建项目全部合同', '请提供纸质复印件。'),
      via: 'in-person',
      daysAgo: 7,
      since: (_, ago) => feeNotice(ago(3), ago(2)),
    },
    {
      ask: ask(aid, '近五年分校资助人数', '请按学校、学期提供。'),
      via: 'web',
      daysAgo: whole + 2,
      since: (_, ago) => [
        record({ kind: 'extended', on: ago(4), workingDays: 15, reason: '需到各校核对历年台账。', approvedBy: '沈志明' }),
        ...delivered(ago(4), ago(2)),
      ],
    },
    {
      ask: ask(office, '{y}年学校公务用车台账', '请提供台账。'),
      via: 'signed-mail',
      daysAgo: 12,
      since: (plot, ago) => [
        drafted(plot, ago(3), true),
        { on: ago(2), deed: { do: 'approve' } },
        { on: ago(1), deed: { do: 'reply' } },
        { on: ago(1), deed: { do: 'send' } },
      ],
    },
    {
      ask: ask(office, '局机关全部来信登记', '本月第四十一份申请。'),
      via: 'email',
      daysAgo: 6,
      since: (plot, ago) => [
        record({
          kind: 'reasons-asked',
          on: ago(2),
          replyBy: plot.days.plus(ago(2), 10),
          facts: '申请人本月已提出四十件申请，内容多为登记簿类材料。',
        }),
      ],
    },
    {
      ask: ask(basic, '近十年各校招生计划和实际招生数', '请按学校逐年提供。'),
      via: 'web',
      daysAgo: 14,
      since: (plot, ago) => [
        record({ kind: 'reasons-asked', on: ago(11), replyBy: ago(1), facts: '一次申请十年、六十余所学校的数据。' }),
        ...delivered(ago(11), ago(9)),
        record({ kind: 'reasons-given', on: ago(8), reasonable: true }),
        record({ kind: 'deferred', on: ago(7), until: plot.days.plus(ago(0), 25), reason: '数据分散在各校档案，需逐校核对。' }),
        ...delivered(ago(7), ago(5)),
      ],
    },
  ]
}

/** Nothing before the fee measures came into force. */
function feeNotice(on: LocalDate, noticeReceived: LocalDate): Step[] {
  const fee = feeByVolume({ pages: [150], on })
  if (!fee.ok) return []
  return [
    record({ kind: 'fee-noticed', on, yuan: fee.value.yuan, scale: 'volume', quantity: 150 }),
    ...delivered(on, noticeReceived),
    { on: noticeReceived, deed: { do: 'write', what: 'payment', text: '今天下午已在县政务服务大厅窗口缴纳。' } },
  ]
}

/** No story begins before the Regulation in its present form. */
const BEGUN = localDate('2019-05-15')

/** The stories that are open today, and what follows answers given. */
export function openToday(telling: Telling, section: string, today: LocalDate): Story[] {
  const whole = lengthOn(REPLY_LIMIT, today).n
  const situations = telling.slug === 'jyj' ? [...inEducation(whole), ...AFTERWARDS] : everywhere(section, whole)
  const told = situations.filter(({ daysAgo }) => telling.days.plus(today, -daysAgo) >= BEGUN)
  return told.map((situation, index) => tell(telling, situation, today, index))
}

function tell(telling: Telling, situation: Situation, today: LocalDate, index: number): Story {
  const { days } = telling
  const key = `${telling.slug} open ${index}`
  const chance = chanceOf(key)
  const filled = fillAsk(situation.ask, yearOf(today), key)
  const { requester, content } = opening(chance, filled, situation.via)
  const plot: Plot = { days, chance, ask: filled, content, place: telling.place }
  const ago = (count: number): LocalDate => (count === 0 ? today : days.plus(today, -count))
  const receivedOn = ago(situation.daysAgo)
  if (situation.unconfirmed)
    return { key, ask: filled, requester, content, steps: [{ on: receivedOn, deed: { do: 'submitOnline' } }] }
  const steps = situation.via === 'signed-mail' ? signed(receivedOn) : receipt(plot, situation.via, receivedOn).steps
  const exact = steps.map((step) => onDay(step, receivedOn))
  return {
    key,
    ask: filled,
    requester,
    content,
    steps: [...exact, { on: receivedOn, deed: { do: 'assign' } }, ...situation.since(plot, ago, receivedOn)],
  }
}

function signed(receivedOn: LocalDate): Step[] {
  return [{ on: receivedOn, deed: { do: 'register', via: 'signed-mail', submittedOn: addDays(receivedOn, -2), receivedOn } }]
}

/** Here the day of receipt is given, so confirmation comes on the day itself. */
function onDay(step: Step, day: LocalDate): Step {
  if (step.deed.do === 'record' && step.deed.act.kind === 'received')
    return { on: day, deed: { ...step.deed, act: { ...step.deed.act, on: day } } }
  return step
}
