/** The five other bureaus: what each is asked for in a year. */
import { type Ask, already, ended, granted, partial, withheld } from './asks.ts'

const LAND = '自然资源所有者权益科'
const PLANNING = '国土空间规划科'
export const LAND_ASKS: readonly Ask[] = [
  granted(
    LAND,
    '{v}征地批复、一书四方案',
    '本人承包地被征收，请提供征地批复和一书四方案。',
    '{v}{p}年第2批次建设用地批复及一书四方案',
    { along: 'extended' },
  ),
  granted(
    LAND,
    '河西片区征地补偿安置方案公告及张贴照片',
    '请提供公告文本和张贴现场照片。',
    '河西片区征地补偿安置方案公告及张贴记录',
  ),
  granted(PLANNING, '县域国土空间总体规划中{t}部分图件', '请提供{t}土地用途图。', '{t}国土空间用途分区图', {
    kinds: ['business', 'research'],
  }),
  already(PLANNING, '县城控制性详细规划', '请提供城南片区控规文本。', '云岭县城南片区控制性详细规划', '规划信息', {
    kinds: ['business'],
  }),
  partial(
    LAND,
    '城南加油站地块出让全部竞买资料',
    '请提供竞买人报名资料和成交确认书。',
    '成交确认书、出让公告',
    '未成交竞买人的身份材料和资金证明',
    '未成交竞买人的资信材料属于其商业秘密，其书面表示不同意公开，公开会损害其在其他交易中的地位；其余材料能够作区分处理，已提供。',
    {
      reply: { grounds: ['thirdParty'] },
      along: 'thirdPartyObjects',
      party: { name: '云岭县广源商贸有限公司', isPerson: false },
      kinds: ['business'],
    },
  ),
  ended(LAND, 'withheld.adminQuery', '邻居家房屋不动产登记资料', '请提供邻居家的不动产登记簿和权属来源材料。', {
    reasons: '不动产登记资料的查询，由《不动产登记暂行条例》作出特别规定。',
    accessLaw: { name: '《不动产登记暂行条例》第二十七条', place: '云岭县不动产登记中心查询窗口（城关镇北大街21号一楼）' },
  }),
  withheld(
    LAND,
    'withheld.enforcementFile',
    '违法占地案件询问笔录',
    '请提供对某砖厂立案查处的询问笔录。',
    '所申请材料属于行政执法案卷，法律、法规、规章没有应当公开的规定；行政处罚决定已依法公示。',
    { kinds: ['legalService'] },
  ),
  ended(
    LAND,
    'unable.notHeld',
    '1983年分田到户时的村组土地台账',
    '请提供{v}五组1983年土地台账。',
    {
      reasons: '经检索本机关档案室和移交县档案馆的目录，没有该台账，当年由生产队自行登记。',
    },
    {
      search: {
        places: [
          ['archive', '局档案室'],
          ['transferred', '县档案馆移交目录'],
        ],
        keywords: ['{v}', '台账', '1983'],
        period: '1981年至1985年',
        by: '办公室',
        result: '未检索到所申请的台账。',
      },
    },
  ),
  ended(LAND, 'notProcessed.petition', '征地补偿标准太低，要求重新补偿', '请公开为什么补偿这么低并重新测算。', {
    reasons: '来信是对补偿标准提出意见和诉求，不是申请获取已经存在的政府信息。',
    properOutlet: '县征地补偿安置争议协调办公室，电话0000-5550135',
  }),
]

const MEDICAL = '医政医管科'
export const HEALTH_ASKS: readonly Ask[] = [
  granted(MEDICAL, '{p}年县域内医疗机构校验结果', '请提供校验合格和暂缓校验的机构名单。', '{p}年医疗机构校验结果一览表', {
    kinds: ['business', 'naturalPerson'],
  }),
  granted('基层卫生科', '{p}年乡村医生补助发放标准和总额', '请提供补助标准、人数、总额。', '{p}年乡村医生补助发放汇总表'),
  granted('疾病预防控制科', '{p}年学生常见病监测结果', '请提供全县汇总数据。', '云岭县{p}年学生常见病监测报告', {
    kinds: ['research'],
    along: 'consulted',
    agency: '云岭县教育局',
  }),
  already('财务科', '{p}年部门决算和“三公”经费', '请提供决算报表。', '云岭县卫生健康局{p}年度部门决算', '财务信息', {
    kinds: ['legalService'],
  }),
  partial(
    MEDICAL,
    '某医疗纠纷的医疗事故技术鉴定全部材料',
    '请提供专家名单、合议记录和鉴定书。',
    '鉴定书正文',
    '专家名单和合议记录',
    '合议记录是形成鉴定结论过程中的讨论记录，专家名单属于鉴定组织的内部工作流程，公开会影响今后鉴定的独立和公正。',
    { reply: { grounds: ['processInformation', 'internalAffairs'] } },
  ),
  withheld(
    MEDICAL,
    'withheld.thirdParty',
    '某患者住院病历及死亡病例讨论',
    '请提供邻居的住院病历。',
    '病历属于患者个人隐私，其近亲属书面表示不同意公开，理由合理，且与公共利益无重大影响。',
    { along: 'thirdPartyObjects', party: { name: '患者近亲属李某', isPerson: true } },
  ),
  ended(MEDICAL, 'unable.notOurs', '城镇职工医保报销目录调整依据', '请提供目录调整文件。', {
    reasons: '医疗保障目录由医疗保障部门制定和解释，不是本机关制作的信息。',
    rightAgency: { name: '云岭县医疗保障局', contact: '云岭县城关镇人民路8号，电话0000-5550190', undeterminable: false },
  }),
  ended('基层卫生科', 'other.withdrawn', '村卫生室建设补助', '请提供本村卫生室建设补助文件。', {}),
  ended(
    '疾病预防控制科',
    'unable.needsMaking',
    '各村近五年慢性病发病率排名',
    '请提供排名。',
    {
      reasons: '本机关没有现成的排名，需要对监测数据重新汇总、分析，依法可以不予提供。',
    },
    { kinds: ['publicBenefit'] },
  ),
]

const RELIEF = '社会救助科'
export const CIVIL_ASKS: readonly Ask[] = [
  granted(RELIEF, '{p}年农村低保标准和保障人数', '请提供分乡镇的保障人数。', '{p}年农村最低生活保障情况表', {
    kinds: ['publicBenefit', 'naturalPerson'],
  }),
  granted(
    '养老服务科',
    '城关镇日间照料中心建设补助文件',
    '请提供补助文件和验收结论。',
    '《关于下达日间照料中心建设补助资金的通知》',
    { kinds: ['otherOrganisation'] },
  ),
  granted('社会组织管理科', '{p}年社会组织年检结论', '请提供年检结论名单。', '{p}年社会组织年检结论公告', {
    kinds: ['legalService', 'publicBenefit'],
  }),
  already(RELIEF, '{y}年临时救助办法', '请提供申请条件和程序。', '《云岭县临时救助实施办法》', '社会救助'),
  partial(
    RELIEF,
    '{v}低保户名单和审批表',
    '请提供名单和审批表。',
    '享受低保待遇人员姓名、保障人数、保障金额',
    '身份证件号码、家庭成员疾病情况、银行账号',
    '所去内容属于个人隐私，有关家庭在申请低保时已书面表示不同意公开此部分，公开会损害其人格尊严；依法应当公示的内容已提供。',
    {
      reply: { grounds: ['thirdParty'], knownObjection: '低保申请家庭在授权书中书面声明不同意公开证件号码和病情（存卷）。' },
    },
  ),
  withheld(
    '社会组织管理科',
    'withheld.processInformation',
    '行政区划调整论证过程稿',
    '请提供{t}撤乡设镇论证稿各稿。',
    '所申请各稿系论证过程中的过程稿，尚未形成决定；批准后的区划调整文件已主动公开。',
    { kinds: ['research'] },
  ),
  ended(RELIEF, 'notProcessed.petition', '要求把我家纳入低保', '请公开我家不能享受低保的原因并纳入。', {
    reasons: '来信是要求享受低保待遇，属于诉求，不是申请获取政府信息。',
    properOutlet: '城关镇便民服务中心低保窗口，或县民政局社会救助热线0000-5550152',
  }),
  ended(RELIEF, 'other.correctionLapsed', '救助资料', '请提供救助资料。', {}, { along: 'correction' }),
  ended(
    '养老服务科',
    'unable.notHeld',
    '民办养老机构2008年备案表',
    '请提供已注销的机构当年备案表。',
    {
      reasons: '经检索本机关档案和登记系统，没有该备案表，当年尚未实行备案。',
    },
    {
      search: {
        places: [
          ['archive', '局档案室'],
          ['system', '社会组织登记系统'],
        ],
        keywords: ['养老', '备案', '2008'],
        period: '2006年至2010年',
        by: '养老服务科',
        result: '未检索到所申请的备案表。',
      },
    },
  ),
]

const CROPS = '种植业管理科'
export const FARMING_ASKS: readonly Ask[] = [
  granted(CROPS, '{p}年耕地地力保护补贴面积和金额', '请按村提供。', '{p}年耕地地力保护补贴分村汇总表', { along: 'correction' }),
  granted(
    '农田建设科',
    '{t}高标准农田项目招标结果和验收报告',
    '请提供中标通知书和验收报告。',
    '{t}高标准农田建设项目中标通知书及验收报告',
    {
      along: 'thirdPartyConsents',
      party: { name: '云岭县兴农水利工程有限公司', isPerson: false },
      kinds: ['business'],
    },
  ),
  granted('农村改革科', '农村宅基地审批政策文件', '请提供现行有效的审批文件。', '《云岭县农村宅基地审批管理办法》', {
    along: 'coMaker',
    agency: '云岭县自然资源局',
  }),
  already('农机管理科', '农机购置补贴受益公示', '请提供{p}年补贴受益信息。', '{p}年农机购置与应用补贴受益公示', '惠农补贴', {
    kinds: ['business'],
  }),
  partial(
    '农村改革科',
    '{v}土地承包经营权确权登记档案',
    '请提供本组全部农户的确权档案。',
    '本组确权面积汇总表、公示图',
    '其他农户的身份证件号码和家庭成员信息',
    '所去内容属于其他农户的个人隐私，村民代表会议转达的书面意见不同意公开；汇总信息已提供。',
    {
      reply: { grounds: ['thirdParty'], knownObjection: '{v}转来的农户书面意见，不同意公开证件号码和家庭成员信息（存卷）。' },
    },
  ),
  withheld(
    CROPS,
    'withheld.internalAffairs',
    '局机关干部轮岗名单和考核等次',
    '请提供轮岗名单和考核等次。',
    '干部轮岗和考核等次属于本机关人事管理方面的内部事务信息，不对外产生影响。',
  ),
  ended(CROPS, 'unable.notOurs', '{v}村务账目', '请提供本村集体资金收支账目。', {
    reasons: '村务账目由村民委员会制作、保存，村务公开依《村民委员会组织法》办理，不是本机关的政府信息。',
    rightAgency: {
      name: '{v}村民委员会',
      contact: '{v}村部，可由城关镇人民政府协调，电话0000-5550180',
      undeterminable: false,
    },
  }),
  ended('农田建设科', 'other.feeUnpaid', '近五年全部农田建设项目档案复印件', '请复印全部档案，约一百二十页。', {}),
  ended(CROPS, 'notProcessed.publishedWork', '《云岭年鉴》农业卷', '请提供历年年鉴。', {
    publicationSource: '可到县图书馆地方文献室查阅，或者向县志办购买',
  }),
]

const FOOD = '食品安全监督管理科'
export const MARKET_ASKS: readonly Ask[] = [
  granted(
    FOOD,
    '{p}年食品安全抽检不合格产品处置情况',
    '请提供不合格产品核查处置情况。',
    '{p}年食品安全抽检不合格产品核查处置情况表',
    { along: 'thirdPartySilent', party: { name: '云岭县好又多超市', isPerson: false } },
  ),
  granted('特种设备科', '城关镇住宅电梯定期检验结论', '请提供锦绣小区电梯检验结论。', '锦绣小区电梯{p}年定期检验结论', {
    kinds: ['otherOrganisation', 'naturalPerson'],
  }),
  granted('价格监督科', '{p}年中小学教辅价格检查情况', '请提供检查结果。', '{p}年教育收费和教辅价格检查情况通报', {
    along: 'consulted',
    agency: '云岭县教育局',
  }),
  already(
    '信用监督管理科',
    '{p}年“双随机”抽查计划和结果',
    '请提供计划和结果。',
    '云岭县市场监督管理局{p}年“双随机、一公开”抽查结果',
    '监管执法',
    { kinds: ['business'] },
  ),
  partial(
    FOOD,
    '某食品厂行政处罚案件材料',
    '请提供处罚决定书和证据材料。',
    '行政处罚决定书、检验报告结论',
    '询问笔录和举报人信息',
    '询问笔录属于行政执法案卷材料，举报人身份属于个人隐私且其书面要求保密，依法不予公开；处罚决定和检验结论已提供。',
    {
      reply: { grounds: ['enforcementFile', 'thirdParty'], knownObjection: '举报人举报时书面要求对其身份保密（存卷）。' },
      kinds: ['legalService', 'business'],
    },
  ),
  withheld(
    FOOD,
    'withheld.enforcementFile',
    '对某药店现场检查笔录和照片',
    '请提供检查全套材料。',
    '所申请材料属于行政执法案卷，法律、法规、规章没有应当公开的规定；检查结果已依法公示。',
    { kinds: ['business'] },
  ),
  ended(
    '登记注册科',
    'withheld.adminQuery',
    '某公司工商登记档案',
    '请提供该公司设立、变更登记内档。',
    {
      reasons: '市场主体登记档案的查询，由有关登记管理的行政法规作出特别规定。',
      accessLaw: {
        name: '《中华人民共和国市场主体登记管理条例》第三十四条、第三十五条',
        place: '云岭县政务服务大厅市场主体档案查询窗口',
      },
    },
    { kinds: ['legalService'] },
  ),
  ended(FOOD, 'notProcessed.reconfirmation', '请确认网上处罚公示是否真实', '请对网上公示内容盖章确认。', {
    reasons: '申请人已从网上取得该公示，申请的是对其真实性的确认，不属于获取政府信息。',
  }),
  ended(FOOD, 'notProcessed.petition', '举报某饭店使用过期食材', '请公开处理结果并给予举报奖励。', {
    reasons: '来件内容为投诉举报，不作为政府信息公开申请处理，已按举报程序办理并另行告知。',
    properOutlet: '12315投诉举报平台或者热线',
  }),
]
