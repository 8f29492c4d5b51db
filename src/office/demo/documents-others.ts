/** The other bureaus and the government office: what they publish. */
import type { DemoDocument } from './documents.ts'

function budgets(name: string, spending: string, threePublic: string): DemoDocument[] {
  return [
    {
      monthDay: '02-20',
      column: 'budget',
      title: `${name}{y}年部门预算公开`,
      paragraphs: [
        `县财政局于{y}年2月5日批复本部门预算，现予公开。支出预算${spending}万元，“三公”经费预算${threePublic}万元，与上年持平。`,
      ],
      keywords: ['部门预算'],
    },
    {
      monthDay: '08-26',
      column: 'budget',
      title: `${name}{p}年度部门决算`,
      paragraphs: [`县财政局于{y}年8月12日批复本部门{p}年度决算，现予公开。“三公”经费支出控制在预算${threePublic}万元以内。`],
      keywords: ['部门决算'],
    },
  ]
}

export const DOCUMENTS_BY_AGENCY: Readonly<Record<string, readonly DemoDocument[]>> = {
  xzfb: [
    {
      monthDay: '03-20',
      column: 'plans',
      title: '云岭县{y}年政务公开工作要点',
      serial: 8,
      paragraphs: [
        '一、围绕群众关心的入学、就医、社保、征地，做好政策文件公开和解读。',
        '二、规范依申请公开，答复文书一律写明依据、理由和救济途径。',
        '三、不搞排名通报，不要求基层重复填表。',
      ],
    },
    {
      monthDay: '11-20',
      column: 'inspection',
      title: '{y}年政务公开检查情况',
      serial: 46,
      paragraphs: ['县政府办对22个部门、12所学校的信息公开专栏进行了检查，共发现更新不及时、附件打不开等问题17个，已反馈整改。'],
    },
    {
      once: true,
      monthDay: '01-05',
      column: 'organisation',
      title: '云岭县人民政府办公室机构职能',
      paragraphs: [
        '县政府办公室内设政务公开科、秘书科、督查科，政务公开科为全县政府信息公开工作主管部门的工作机构，监督电话0000-5550100。',
      ],
    },
  ],
  zrzyj: [
    {
      monthDay: '04-08',
      column: 'local',
      title: '河西片区{y}年第1批次征地补偿安置方案公告',
      serial: 15,
      paragraphs: [
        '拟征收城关镇河西村集体土地3.27公顷，补偿标准执行征收农用地区片综合地价，每亩4.86万元。公告期三十日，被征地村组和农户可以在公告期内提出意见、申请听证。',
      ],
      keywords: ['征地', '补偿'],
    },
    {
      monthDay: '06-02',
      column: 'plans',
      title: '云岭县{y}年度国有建设用地供应计划',
      serial: 21,
      paragraphs: [
        '{y}年计划供应国有建设用地46.5公顷，其中住宅用地12.1公顷、工矿仓储用地18.4公顷、公共管理与公共服务用地9.6公顷。',
      ],
    },
    {
      once: true,
      monthDay: '05-15',
      column: 'normative',
      title: '云岭县农村宅基地用地审批管理办法',
      serial: 19,
      normative: true,
      paragraphs: ['第一条 一户只能拥有一处宅基地。', '第二条 申请由村民小组讨论、村民委员会审查、乡镇审批，全程公示。'],
    },
    ...budgets('云岭县自然资源局', '6 830.20', '11.4'),
  ],
  wsjkj: [
    {
      monthDay: '03-30',
      column: 'inspection',
      title: '{y}年第一季度医疗机构监督检查结果',
      paragraphs: ['检查医疗机构36家，发现问题9个，责令改正7家，立案2家。'],
    },
    {
      monthDay: '10-12',
      column: 'livelihood',
      title: '{y}年秋冬季学校传染病防控提示',
      paragraphs: ['一、落实晨午检和因病缺课登记。', '二、一周内同班出现三例以上相似病例的，学校应当立即报告。'],
    },
    {
      once: true,
      monthDay: '02-10',
      column: 'emergency',
      title: '云岭县突发公共卫生事件应急预案',
      serial: 6,
      paragraphs: ['县卫生健康局负责监测、报告和现场处置，分四级响应。应急值守电话0000-5550140。'],
    },
    ...budgets('云岭县卫生健康局', '21 406.70', '13.0'),
  ],
  mzj: [
    {
      monthDay: '04-25',
      column: 'livelihood',
      title: '{y}年城乡低保和特困供养标准',
      serial: 17,
      paragraphs: [
        '自{y}年7月1日起，农村低保标准提高到每人每年6480元，城市低保标准每人每月720元，特困人员基本生活标准为低保标准的1.3倍。',
      ],
      keywords: ['低保', '特困'],
    },
    {
      monthDay: '09-05',
      column: 'statistics',
      title: '{y}年上半年社会救助情况统计',
      paragraphs: ['上半年全县农村低保对象4 312人，支出资金1 381万元；临时救助527人次，支出86万元。'],
    },
    {
      once: true,
      monthDay: '03-06',
      column: 'normative',
      title: '云岭县临时救助实施办法',
      serial: 9,
      normative: true,
      paragraphs: [
        '第一条 遭遇突发事件、意外伤害、重大疾病导致基本生活暂时困难的家庭和个人，可以申请临时救助。',
        '第二条 急难型救助可以先行救助、后补手续。',
      ],
    },
    ...budgets('云岭县民政局', '9 118.60', '6.8'),
  ],
  nyncj: [
    {
      monthDay: '03-08',
      column: 'livelihood',
      title: '{y}年惠农补贴政策清单',
      serial: 11,
      paragraphs: ['本清单列出耕地地力保护补贴、农机购置与应用补贴、良种补贴等七项，均通过“一卡通”直接发放。'],
      table: [
        ['补贴', '标准', '发放时间'],
        ['耕地地力保护补贴', '每亩82元', '5月底前'],
        ['农机购置与应用补贴', '不超过机价30%', '常年受理'],
      ],
      keywords: ['惠农', '补贴'],
    },
    {
      monthDay: '05-18',
      column: 'emergency',
      title: '{y}年汛期农业防灾减灾提示',
      paragraphs: ['加固圩堤和设施大棚，及时抢收成熟作物，受灾后向乡镇农业服务中心报灾。'],
    },
    ...budgets('云岭县农业农村局', '15 273.90', '9.9'),
  ],
  scjgj: [
    {
      monthDay: '02-28',
      column: 'inspection',
      title: '{y}年“双随机、一公开”抽查工作计划',
      serial: 7,
      paragraphs: ['{y}年计划抽查市场主体420户，其中校外培训、校园周边食品经营单位抽查比例不低于10%。'],
    },
    {
      monthDay: '06-10',
      column: 'penalties',
      title: '{y}年第2期行政处罚决定信息公示',
      paragraphs: ['本期公示行政处罚决定14件。公示期满或者信用修复后，按规定停止公示。'],
    },
    {
      monthDay: '09-18',
      column: 'inspection',
      title: '{y}年秋季学校食堂食品安全检查通报',
      serial: 38,
      paragraphs: ['检查学校食堂58家，合格56家，责令改正2家，均已复查合格。'],
      keywords: ['食堂', '食品安全'],
    },
    ...budgets('云岭县市场监督管理局', '5 992.50', '10.6'),
  ],
}
