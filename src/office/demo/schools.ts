/** Schools and kindergartens of the demo county (Art 55): each with an information officer; and what people ask them. */
import type { DemoAgency } from './county.ts'

function school(
  serial: number,
  slug: string,
  name: string,
  shortName: string,
  headName: string,
  address: string,
  officer: readonly [string, string],
  deputy: readonly [string, string],
): DemoAgency {
  const [principal, second] = slug.endsWith('yey') ? ['园长', '副园长'] : ['校长', '副校长']
  return {
    slug,
    kind: 'school',
    name,
    shortName,
    headName,
    officeName: slug.endsWith('yey') ? '园务办公室' : '校务办公室',
    address,
    phone: `0000-55503${String(serial).padStart(2, '0')}`,
    sections: ['校务办公室'],
    officers: [
      {
        login: `${slug}-${officer[0]}`,
        name: officer[1],
        position: '信息公开信息员',
        roles: ['informationOfficer'],
        section: '校务办公室',
      },
      { login: `${slug}-head`, name: headName, position: principal, roles: ['head'] },
      {
        login: `${slug}-${deputy[0]}`,
        name: deputy[1],
        position: `${second}（保密和个人信息审查）`,
        roles: ['secrecyReviewer', 'privacyReviewer'],
      },
    ],
  }
}

export const SCHOOLS: readonly DemoAgency[] = [
  school(1, 'yz', '云岭县第一中学', '云一中', '韩子瑜', '云岭县城关镇文化路88号', ['jin', '金晶'], ['du', '杜春雷']),
  school(2, 'ez', '云岭县第二中学', '云二中', '石磊', '云岭县城关镇西环路12号', ['wei', '魏敏'], ['xia', '夏雨荷']),
  school(3, 'sz', '云岭县第三中学', '云三中', '蒋文涛', '云岭县柳坪镇中街20号', ['ren', '任飞'], ['qiu', '邱志远']),
  school(4, 'zyjs', '云岭县职业技术学校', '云职校', '汪建军', '云岭县城关镇工业路2号', ['shi', '史雯'], ['mao', '毛新宇']),
  school(5, 'dyxx', '云岭县第一小学', '云一小', '贺敏', '云岭县城关镇南街15号', ['lei', '雷雨'], ['yan', '严冬梅']),
  school(6, 'dexx', '云岭县第二小学', '云二小', '顾晓岚', '云岭县城关镇河西路7号', ['kang', '康宁'], ['hao', '郝爱民']),
  school(
    7,
    'mzxx',
    '云岭县民族小学（ཡུན་ལིང་རྫོང་མི་རིགས་སློབ་ཆུང་།）',
    '云民小',
    '才旦卓玛',
    '云岭县沙沟镇团结路1号',
    ['zha', '扎西措'],
    ['dun', '顿珠'],
  ),
  school(8, 'lpxx', '云岭县柳坪镇中心小学', '云柳小', '郝建华', '云岭县柳坪镇北街3号', ['niu', '牛芳'], ['long', '龙海']),
  school(9, 'sqxx', '云岭县石桥乡中心小学', '云石小', '尹春', '云岭县石桥乡上庄村1号', ['pan', '潘丽'], ['ning', '宁静']),
  school(10, 'syyey', '云岭县实验幼儿园', '云实幼', '方圆', '云岭县城关镇花园巷6号', ['ding', '丁香'], ['ye', '叶青']),
  school(11, 'lpyey', '云岭县柳坪镇中心幼儿园', '云柳幼', '章静', '云岭县柳坪镇中街5号', ['yao', '姚娜'], ['cen', '岑丽华']),
  school(12, 'sgyey', '云岭县沙沟镇双语幼儿园', '云沙幼', '拉姆', '云岭县沙沟镇团结路4号', ['he', '贺小梅'], ['yang', '央宗']),
]

/** 信息公开咨询: what parents ask a school, and the answer; without an answer it is still open. */
export interface DemoConsultation {
  school: string
  /** Days before today. */
  daysAgo: number
  subject: string
  question: string
  answer?: string
}

export const CONSULTATIONS: readonly DemoConsultation[] = [
  {
    school: 'dyxx',
    daysAgo: 210,
    subject: '一年级报名要带哪些材料',
    question: '孩子户口在河西村，现住城关镇南街，报名要带什么？',
    answer:
      '请带户口簿、房产证或者租房备案、预防接种查验证明原件和复印件。具体以县教育局当年招生方案为准，可在县教育局专栏“招生入学”查看。',
  },
  {
    school: 'syyey',
    daysAgo: 160,
    subject: '保教费和伙食费标准',
    question: '公办幼儿园每月收多少钱，可以退吗？',
    answer:
      '保教费每生每月320元，伙食费按实际出勤据实结算、学期末公布账目。因病请假连续满半个月的，保教费退半。收费依据在本园公示栏和专栏公布。',
  },
  {
    school: 'yz',
    daysAgo: 96,
    subject: '住宿费收费依据',
    question: '高一住宿费每学期400元的依据是什么？',
    answer: '依据县发展改革部门核定的普通高中住宿费标准，六人间每生每学期400元，批复文件已在专栏“收费公示”公布。',
  },
  {
    school: 'mzxx',
    daysAgo: 61,
    subject: '双语教学安排',
    question: '三年级每周有几节藏语文课？',
    answer: '三年级每周藏语文5节，课程表在校门口公示栏和专栏公布；需要藏文版通知的，可到校务办公室领取。',
  },
  {
    school: 'dexx',
    daysAgo: 33,
    subject: '食堂每周食谱和账目',
    question: '想看这个月的食谱和伙食费账目。',
    answer: '每周食谱周五前在公示栏和专栏公布；伙食费账目每月10日前公布上月收支，本月账目已公布。',
  },
  {
    school: 'lpxx',
    daysAgo: 18,
    subject: '课后服务收费',
    question: '课后服务是否自愿，收费多少？',
    answer: '课后服务由家长自愿申请，每生每月不超过80元，家庭经济困难学生免收。',
  },
  { school: 'ez', daysAgo: 6, subject: '校服购买是否自愿', question: '新学期校服是必须买吗？可以自己买同款吗？' },
  { school: 'dyxx', daysAgo: 2, subject: '延时放学时间', question: '下午延时服务几点结束？' },
]
