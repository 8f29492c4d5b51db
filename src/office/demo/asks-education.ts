/** 县教育局: what it is asked for in a year, each with its end. */
import { type Ask, already, ended, granted, partial, withheld } from './asks.ts'

const [OFFICE, LAW, BASIC, PERSONNEL, FINANCE, AID, INSPECTION] = [
  '办公室',
  '政策法规科',
  '基础教育科',
  '人事科',
  '财务科',
  '学生资助管理中心',
  '教育督导室',
] as const

const GIVEN: readonly Ask[] = [
  granted(
    BASIC,
    '{y}年城区小学、初中学区划分方案及学区图',
    '想知道城关镇各小区对应的学校，请提供学区划分文件和示意图。',
    '《云岭县{y}年义务教育学校学区划分方案》',
  ),
  granted(
    BASIC,
    '{x}{p}年新生录取人数和班额',
    '请提供该校上一年一年级计划招生数、实际招生数和班级数。',
    '{x}{p}年一年级招生情况表',
  ),
  granted(BASIC, '{s}体育馆建设项目批复文件', '请提供项目建议书批复和初步设计批复。', '《关于{s}体育馆建设项目初步设计的批复》', {
    kinds: ['business'],
  }),
  granted(
    PERSONNEL,
    '{p}年公开招聘教师岗位、笔试面试成绩和拟聘人员名单',
    '请提供岗位表和各岗位进入面试人员的最低分数线。',
    '{p}年公开招聘教师岗位及分数线一览表',
  ),
  granted(
    PERSONNEL,
    '{p}年中小学教师职称评审通过人员名单',
    '请提供通过人员的姓名、单位、职称层级。',
    '{p}年中小学教师职称评审通过人员名单',
  ),
  granted(FINANCE, '{p}年度农村义务教育学生营养改善计划资金安排', '请按学校列出补助人数和金额。', '{p}年营养改善计划资金分配表', {
    kinds: ['naturalPerson', 'publicBenefit'],
  }),
  granted(FINANCE, '{p}年城乡义务教育公用经费分配表', '请提供分学校的公用经费拨付情况。', '{p}年城乡义务教育公用经费分配表', {
    kinds: ['research'],
  }),
  granted(
    AID,
    '{p}年家庭经济困难学生生活补助发放人数和标准',
    '请提供各学段补助人数、标准、发放总额，不需要学生个人信息。',
    '{p}年家庭经济困难学生生活补助发放汇总表',
    { kinds: ['publicBenefit'] },
  ),
  granted(
    INSPECTION,
    '{p}年幼儿园办园行为督导评估报告',
    '请提供县域幼儿园办园行为督导评估的报告。',
    '《云岭县{p}年幼儿园办园行为督导评估报告》',
  ),
  granted(
    LAW,
    '民办培训机构办学许可审批材料清单及办理时限',
    '准备申请办学，请提供全部材料清单。',
    '学科类以外校外培训机构设立审批办事指南',
    { kinds: ['business'] },
  ),
  granted(
    BASIC,
    '{y}年随迁子女入学所需材料和流程',
    '在县城务工，孩子今年上小学，请提供办理办法。',
    '《云岭县{y}年进城务工人员随迁子女入学工作办法》',
    { along: 'coMaker', agency: '云岭县公安局' },
  ),
  granted(FINANCE, '{s}改扩建工程竣工决算', '请提供竣工财务决算审核结论。', '{s}改扩建工程竣工财务决算审核意见', {
    along: 'consulted',
    agency: '云岭县财政局',
  }),
  granted(FINANCE, '学校食堂大宗食材采购中标合同', '请提供{p}年中标合同，包括单价。', '{p}年学校食堂大宗食材采购合同', {
    along: 'thirdPartyConsents',
    party: { name: '云岭县惠民粮油有限公司', isPerson: false },
    kinds: ['naturalPerson', 'business'],
  }),
  granted(FINANCE, '{p}年校服采购招标文件和中标结果', '请提供招标文件、中标通知书。', '{p}年校服采购中标结果通知书及招标文件', {
    along: 'thirdPartySilent',
    party: { name: '云岭县新华服装厂', isPerson: false },
  }),
  granted(
    BASIC,
    '近三年全县各中小学在校生数、班级数、教师数',
    '请按学校逐年提供，三年共六十余所学校。',
    '云岭县中小学基本情况统计表（近三年）',
    { along: 'extended', kinds: ['research'] },
  ),
  granted(OFFICE, '{p}年局机关会议费、培训费、公务接待费明细', '请提供按批次的明细。', '{p}年局机关三项经费支出明细表', {
    along: 'feePaid',
  }),
  granted(BASIC, '原云岭县{v}小学撤并批复', '请提供撤并该校的请示和批复。', '《关于撤并云岭县{v}小学的批复》', {
    along: 'correction',
  }),
  granted(PERSONNEL, '教师资格认定{p}年通过人数统计', '请按学段提供认定人数。', '{p}年教师资格认定情况统计表', {
    kinds: ['legalService'],
  }),
  already(
    BASIC,
    '{y}年义务教育招生工作方案',
    '请提供今年小学、初中招生办法。',
    '《云岭县{y}年义务教育阶段学校招生工作方案》',
    '招生入学',
  ),
  already(FINANCE, '{y}年教育收费项目和标准', '请提供公办幼儿园、高中的收费标准。', '云岭县教育收费公示（{y}年）', '教育收费', {
    kinds: ['naturalPerson', 'legalService'],
  }),
  already(FINANCE, '{p}年部门决算', '请提供决算报表和“三公”经费说明。', '云岭县教育局{p}年度部门决算', '财务信息', {
    kinds: ['legalService', 'naturalPerson'],
  }),
  already(OFFICE, '全县学校、幼儿园名录', '请提供名称、地址、电话。', '云岭县学校（幼儿园）名录', '教育概况', {
    kinds: ['business'],
  }),
]

const PARTLY: readonly Ask[] = [
  partial(
    FINANCE,
    '{s}学生公寓施工招标中标单位投标文件',
    '请提供中标单位的技术标和商务标。',
    '投标函、工程量清单汇总表、施工组织设计目录',
    '施工方案中的专有工艺、分部分项综合单价分析表',
    '该部分系中标单位自行编制、采取保密措施的报价构成和专有工艺，其书面表示不同意公开，公开会使其在同类投标中处于不利地位，理由成立；其余内容能够作区分处理，已予提供。',
    {
      reply: { grounds: ['thirdParty'] },
      along: 'thirdPartyObjects',
      party: { name: '云岭县建安建筑工程有限责任公司', isPerson: false },
      kinds: ['business'],
    },
  ),
  partial(
    AID,
    '{p}年秋季学期家庭经济困难学生认定名册',
    '请提供城关镇各校认定名册。',
    '各校认定人数、等级汇总表',
    '学生姓名、身份证件号码、家庭住址和困难情形',
    '名册所载未成年学生的身份和家庭经济状况属于个人隐私，学校已转达多数家长书面表示不同意公开，公开会损害学生人格尊严，且与公共利益无重大影响。',
    { reply: { grounds: ['thirdParty'], knownObjection: '各校收集的家长意见表明不同意公开学生个人信息（存卷）。' } },
  ),
  partial(
    BASIC,
    '{y}年中考招生方案的起草说明、征求意见情况和局务会记录',
    '请提供起草说明、各方意见汇总和会议记录。',
    '起草说明、征求意见采纳情况汇总表',
    '局务会会议记录中的发言内容',
    '会议记录属于形成决定过程中的讨论记录，公开不利于今后讨论中充分发表意见；最终方案及意见采纳情况均已提供，不影响申请人了解决定的内容和理由。',
    { reply: { grounds: ['processInformation'] }, along: 'extended' },
  ),
  partial(
    PERSONNEL,
    '特岗教师{p}年招聘工作方案及考官名单',
    '请提供工作方案和面试考官名单、评分表。',
    '特岗教师{p}年招聘工作方案、评分标准',
    '面试考官名单和抽签安排',
    '考官名单和抽签安排属于招聘组织的内部工作流程，公开会影响今后考务组织的公正和安全，对申请人的权利义务不产生影响。',
    { reply: { grounds: ['internalAffairs'] } },
  ),
]

const REFUSED: readonly Ask[] = [
  withheld(
    BASIC,
    'withheld.stateSecret',
    '尚在保密期限内的学业水平考试备用试卷',
    '请提供备用试卷和参考答案。',
    '所申请的备用试卷尚未启用，载明密级和保密期限，仍在保密期限之内，依法不得公开。',
    {
      reply: {
        reasons: '所申请的备用试卷尚未启用，载明密级和保密期限，仍在保密期限之内，依法不得公开。',
        severable: false,
        groundBasis: '机密级，启用前；定密机关为上级教育考试机构',
      },
    },
  ),
  withheld(
    LAW,
    'withheld.forbiddenByLaw',
    '某校学生欺凌事件涉事未成年人信息及处理材料',
    '请提供涉事学生的姓名、班级和处理材料。',
    '材料能够识别涉案未成年人的身份，法律规定不得披露，去掉身份信息后仍可由当地居民推知，不能作区分处理。',
    {
      reply: {
        reasons: '材料能够识别涉案未成年人的身份，法律规定不得披露，去掉身份信息后仍可由当地居民推知，不能作区分处理。',
        severable: false,
        groundBasis: '《中华人民共和国未成年人保护法》第一百零三条',
      },
    },
  ),
  withheld(
    OFFICE,
    'withheld.securityAndStability',
    '全县中小学安防监控点位分布图',
    '请提供各校摄像头位置和盲区分布图。',
    '点位和盲区一旦公开，可能被用于侵害在校学生安全，近两年县内已有两起校外人员据盲区翻越围墙的情况，属于可能危及公共安全的信息，整图不能作区分处理。',
  ),
  withheld(
    AID,
    'withheld.thirdParty',
    '班主任张老师{p}年度绩效奖励发放明细及谈话记录',
    '请提供其本人的发放明细和谈话记录。',
    '所申请内容为教师个人收入和谈话内容，属于个人隐私，经书面征求意见，其明确表示不同意公开，理由合理，且不公开对公共利益没有重大影响。',
    {
      along: 'thirdPartyObjects',
      party: { name: '张老师（县第二小学）', isPerson: true },
    },
  ),
  withheld(
    PERSONNEL,
    'withheld.internalAffairs',
    '局机关股级干部选拔民主推荐票统计',
    '请提供民主推荐得票情况。',
    '民主推荐得票情况属于本机关人事管理方面的内部事务信息，不直接影响公民、法人或者其他组织的权利义务，不予公开。',
  ),
  withheld(
    OFFICE,
    'withheld.processInformation',
    '县教育局向县政府报送的学校布局调整请示稿',
    '请提供请示文件和附件。',
    '该请示系向县人民政府报送的请示报告，布局调整尚未作出决定，公开不成熟的设想会使家长据以安排入学而受到误导；决定作出后将主动公开。',
    {
      along: 'consulted',
      agency: '云岭县人民政府办公室',
    },
  ),
  withheld(
    LAW,
    'withheld.enforcementFile',
    '对某培训机构行政检查的现场笔录、询问笔录',
    '请提供检查案卷全部材料。',
    '所申请的现场笔录、询问笔录属于行政执法案卷，法律、法规、规章没有应当公开的规定；行政处罚决定已依法公示，可在专栏查阅。',
    { kinds: ['business', 'legalService'] },
  ),
]

const UNABLE: readonly Ask[] = [
  ended(
    BASIC,
    'unable.notHeld',
    '{p}年各乡镇受资助学生按村分布表',
    '请提供按行政村统计的受资助学生数。',
    {
      reasons: '本机关按学校、学段建立资助台账，没有制作或者保存按行政村统计的信息。',
    },
    {
      search: {
        places: [
          ['system', '学生资助管理信息系统'],
          ['archive', '资助中心文书档案（近三年）'],
        ],
        keywords: ['村', '分布', '资助学生'],
        period: '近三年',
        by: '学生资助管理中心',
        result: '未检索到按行政村统计的台账或者报表。',
      },
      kinds: ['research'],
    },
  ),
  ended(
    OFFICE,
    'unable.notHeld',
    '1998年民办教师转正考试成绩册',
    '请提供本人所在乡当年的成绩册。',
    {
      reasons: '经检索馆存移交目录和本机关档案室，没有该成绩册，当年考试由原地区教育处组织。',
    },
    {
      search: {
        places: [
          ['archive', '局档案室1995—2001年卷'],
          ['transferred', '县档案馆移交目录'],
        ],
        keywords: ['民办教师', '转正', '成绩'],
        period: '1995年至2001年',
        by: '办公室',
        result: '未检索到所申请的成绩册。',
      },
      along: 'extended',
    },
  ),
  ended(LAW, 'unable.notOurs', '{s}旁地块规划许可', '请提供该地块规划条件和建设用地规划许可证。', {
    reasons: '建设用地规划许可由自然资源主管部门作出，不是本机关制作，也不是本机关最初获取的信息。',
    rightAgency: { name: '云岭县自然资源局', contact: '云岭县城关镇北大街21号，电话0000-5550130', undeterminable: false },
  }),
  ended(FINANCE, 'unable.notOurs', '县域学校周边餐饮店食品安全检查结果', '请提供{p}年检查通报。', {
    reasons: '学校周边餐饮店的食品安全检查由市场监督管理部门负责，有关信息由该机关制作和公开。',
    rightAgency: { name: '云岭县市场监督管理局', contact: '云岭县城关镇东环路5号，电话0000-5550170', undeterminable: false },
  }),
  ended(
    BASIC,
    'unable.needsMaking',
    '近十年全县小学生近视率与户外活动时间的相关分析',
    '请提供逐校分析。',
    {
      reasons: '本机关没有现成的相关分析。按申请提供需要对历年体质监测数据重新汇总、统计、分析，依法可以不予提供。',
    },
    { kinds: ['research'] },
  ),
  ended(
    OFFICE,
    'unable.stillUnclear',
    '教育局有关我家的全部材料',
    '请提供与我有关的所有材料。',
    {
      reasons: '补正后仍只写明“有关的所有材料”，没有指明信息的名称、文号或者其他特征，无法据以检索。',
    },
    { along: 'correction' },
  ),
]

const NOT_PROCESSED: readonly Ask[] = [
  ended(LAW, 'notProcessed.petition', '为什么我家孩子没有被{x}录取', '要求说明理由并安排入学。', {
    reasons: '来信要求说明未录取的理由并解决入学，是对招生工作提出意见和诉求，不是申请获取已经存在的政府信息。',
    properOutlet: '云岭县教育局招生咨询电话0000-5550112，或者向县信访局提出',
  }),
  ended(LAW, 'notProcessed.petition', '要求查处{s}违规补课', '请公开对该校的处理并立即查处。', {
    reasons: '来信反映学校违规补课并要求查处，属于举报事项，不作为政府信息公开申请处理，已按举报转教育督导室办理。',
    properOutlet: '教育督导室举报电话0000-5550116',
  }),
  ended(
    OFFICE,
    'notProcessed.repeated',
    '学校食堂大宗食材采购中标合同（再次申请）',
    '再次申请提供采购合同。',
    {
      reasons: '同一申请人此前就同一信息提出申请，本机关已经答复，且该信息没有更新。',
    },
    { again: '学校食堂大宗食材采购中标合同' },
  ),
  ended(LAW, 'notProcessed.publishedWork', '《义务教育课程标准（{y}年版）》全套书籍', '请提供全套课程标准图书。', {
    publicationSource: '可到县新华书店购买，或者在县图书馆教育类书架查阅',
  }),
  ended(
    OFFICE,
    'notProcessed.excessive',
    '{p}年以来全部公务用车行车记录逐日明细',
    '本月第三十六份申请，请逐日提供。',
    {
      reasons:
        '申请人一个月内提出三十六件相同类型的申请，经要求说明理由，其称“就是要看你们的态度”，理由不合理，数量、频次明显超过合理范围。',
    },
    { along: 'reasonsUnreasonable' },
  ),
  ended(
    PERSONNEL,
    'notProcessed.reconfirmation',
    '请在我已取得的教师资格认定文件上重新盖章确认',
    '本人已有该文件复印件，请重新出具。',
    {
      reasons: '申请人已持有该文件，申请的是对文件真实性的确认和重新出具，不属于获取政府信息。',
    },
  ),
]

const OTHERWISE: readonly Ask[] = [
  ended(BASIC, 'other.correctionLapsed', '招生有关文件', '请提供招生文件。', {}, { along: 'correction' }),
  ended(OFFICE, 'other.feeUnpaid', '{p}年全部收文、发文登记簿复印件', '请提供全年登记簿复印件，约一百二十页。', {}),
  ended(OFFICE, 'other.other', '{s}校庆安排', '想了解今年校庆怎样参加。', {
    reasons: '来件询问学校活动安排，属于一般咨询，不是对已有政府信息的申请，已由办公室电话告知学校联系方式。',
  }),
  ended(BASIC, 'other.withdrawn', '高中分校区招生计划', '请提供分校区招生计划。', {}),
  ended(AID, 'other.archives', '一九九〇年民办教师转正名册', '请提供一九九〇年民办教师转正名册。', {
    accessLaw: { name: '《中华人民共和国档案法》第十五条', place: '云岭县档案馆（城关镇北大街30号）' },
  }),
]

/** One year's worth; each asks once in every year of the demo. */
export const EDUCATION_ASKS: readonly Ask[] = [...GIVEN, ...PARTLY, ...REFUSED, ...UNABLE, ...NOT_PROCESSED, ...OTHERWISE]
