/**
 * 法规名称 — titles that bureaus and schools cite most, so that a title that was copied wrongly is seen; and titles of texts that are no
 * more, with what took their place. The texts with their days and articles are in `library.ts`; none of these is there.
 */
import { type LocalDate, localDate } from '../date.ts'

export interface FormerTitle {
  title: string
  /** The first day on which it no longer applied. */
  since: LocalDate
  /** What took its place. */
  now: string
  source: string
}

const CIVIL_CODE = '《民法典》第一千二百六十条'
const byCivilCode = (title: string): FormerTitle => ({ title, since: localDate('2021-01-01'), now: '民法典', source: CIVIL_CODE })

export const FORMER_TITLES: readonly FormerTitle[] = [
  ...['婚姻法', '继承法', '民法通则', '收养法', '担保法', '物权法', '侵权责任法', '民法总则'].map(byCivilCode),
  { title: '食品卫生法', since: localDate('2009-06-01'), now: '食品安全法', source: '《食品安全法》（2009年）第一百零四条' },
  {
    title: '治安管理处罚条例',
    since: localDate('2006-03-01'),
    now: '治安管理处罚法',
    source: '《治安管理处罚法》（2005年）第一百一十九条',
  },
  {
    title: '社会力量办学条例',
    since: localDate('2003-09-01'),
    now: '民办教育促进法',
    source: '《民办教育促进法》（2002年）第六十八条',
  },
  {
    title: '国家行政机关公文处理办法',
    since: localDate('2012-07-01'),
    now: '党政机关公文处理工作条例',
    source: '《党政机关公文处理工作条例》第四十二条',
  },
  {
    title: '中国共产党机关公文处理条例',
    since: localDate('2012-07-01'),
    now: '党政机关公文处理工作条例',
    source: '《党政机关公文处理工作条例》第四十二条',
  },
  {
    title: '保守国家秘密法实施办法',
    since: localDate('2014-03-01'),
    now: '保守国家秘密法实施条例',
    source: '《保守国家秘密法实施条例》（2014年）末条',
  },
  {
    title: '学校食堂与学生集体用餐卫生管理规定',
    since: localDate('2019-04-01'),
    now: '学校食品安全与营养健康管理规定',
    source: '《学校食品安全与营养健康管理规定》末条',
  },
  { title: '行政复议条例', since: localDate('1999-10-01'), now: '行政复议法', source: '《行政复议法》（1999年）末条' },
  { title: '女职工劳动保护规定', since: localDate('2012-04-28'), now: '女职工劳动保护特别规定', source: '国务院令第619号' },
  { title: '统计法实施细则', since: localDate('2017-08-01'), now: '统计法实施条例', source: '国务院令第681号' },
]

/** In force, as far as the product knows; only ever compared with. */
export const KNOWN_TITLES: readonly string[] = [
  '教育法',
  '义务教育法',
  '教师法',
  '学前教育法',
  '高等教育法',
  '职业教育法',
  '民办教育促进法',
  '民办教育促进法实施条例',
  '家庭教育促进法',
  '预防未成年人犯罪法',
  '残疾人保障法',
  '食品安全法',
  '食品安全法实施条例',
  '治安管理处罚法',
  '行政许可法',
  '行政强制法',
  '公务员法',
  '预算法',
  '预算法实施条例',
  '统计法',
  '统计法实施条例',
  '价格法',
  '政府采购法',
  '政府采购法实施条例',
  '招标投标法',
  '招标投标法实施条例',
  '突发事件应对法',
  '传染病防治法',
  '道路交通安全法',
  '消防法',
  '安全生产法',
  '国家通用语言文字法',
  '保守国家秘密法实施条例',
  '教师资格条例',
  '教育督导条例',
  '残疾人教育条例',
  '校车安全管理条例',
  '学校体育工作条例',
  '学校卫生工作条例',
  '政府投资条例',
  '重大行政决策程序暂行条例',
  '事业单位人事管理条例',
  '事业单位公开招聘人员暂行规定',
  '学校食品安全与营养健康管理规定',
  '中小学教育惩戒规则（试行）',
  '中小学幼儿园安全管理办法',
  '学生伤害事故处理办法',
  '幼儿园工作规程',
  '中小学校领导人员管理办法',
  '党政领导干部选拔任用工作条例',
  '党政机关厉行节约反对浪费条例',
  '女职工劳动保护特别规定',
]
