/** 云岭县: an imaginary county, its government office and six bureaus, and who works there. No such county exists; nor do these people. */
import type { Role } from '../../record/people/roles.ts'

export const COUNTY = '云岭县'

export interface DemoOfficer {
  login: string
  name: string
  position: string
  roles: Role[]
  /** Name of the section; none for the head. */
  section?: string
}

export interface DemoAgency {
  slug: string
  kind: 'government' | 'bureau' | 'school'
  name: string
  /** 发文机关代字 */
  shortName: string
  headName: string
  /** Who was head before 1 March of last year: letters print who was in office on their date. */
  formerHead?: string
  officeName: string
  address: string
  phone: string
  sections: readonly string[]
  officers: readonly DemoOfficer[]
}

const CASEWORKER: Role[] = ['clerk', 'officeHead']

const REVIEWERS: Role[] = ['legalReviewer', 'secrecyReviewer', 'privacyReviewer']

/** A bureau with the people whom casework needs: one who handles it, one who reviews it, the head who approves. */
function bureau(
  agency: Omit<DemoAgency, 'kind' | 'officeName' | 'sections' | 'officers'> & {
    sections: readonly string[]
    clerk: readonly [login: string, name: string]
    reviewer: readonly [login: string, name: string]
    head: readonly [login: string]
  },
): DemoAgency {
  const { clerk, reviewer, head, sections, ...rest } = agency
  return {
    ...rest,
    kind: 'bureau',
    officeName: `${agency.name}办公室`,
    sections: ['办公室', ...sections],
    officers: [
      { login: `${agency.slug}-${clerk[0]}`, name: clerk[1], position: '办公室主任', roles: CASEWORKER, section: '办公室' },
      { login: `${agency.slug}-${reviewer[0]}`, name: reviewer[1], position: '法制审核员', roles: REVIEWERS, section: '办公室' },
      { login: `${agency.slug}-${head[0]}`, name: agency.headName, position: '局长', roles: ['head'] },
    ],
  }
}

export const GOVERNMENT: DemoAgency = {
  slug: 'xzfb',
  kind: 'government',
  name: '云岭县人民政府办公室',
  shortName: '云政办',
  headName: '田永刚',
  officeName: '云岭县人民政府办公室政务公开科',
  address: '云岭县城关镇人民路1号',
  phone: '0000-5550100',
  sections: ['政务公开科', '秘书科', '督查科'],
  officers: [
    { login: 'xzfb-tian', name: '田永刚', position: '主任', roles: ['head'] },
    {
      login: 'xzfb-su',
      name: '苏文静',
      position: '政务公开科科长',
      roles: ['supervisor', 'officeHead', 'clerk'],
      section: '政务公开科',
    },
    { login: 'xzfb-wei', name: '魏兰', position: '秘书科科长', roles: REVIEWERS, section: '秘书科' },
    { login: 'xzfb-guan', name: '关立新', position: '督查科科长', roles: ['auditor'], section: '督查科' },
    { login: 'xzfb-ji', name: '纪晓东', position: '系统管理员', roles: ['administrator'], section: '秘书科' },
  ],
}

export const EDUCATION: DemoAgency = {
  slug: 'jyj',
  kind: 'bureau',
  name: '云岭县教育局',
  shortName: '云教',
  headName: '何正平',
  formerHead: '周国安',
  officeName: '云岭县教育局办公室',
  address: '云岭县城关镇文化路16号',
  phone: '0000-5550110',
  sections: ['办公室', '政策法规科', '基础教育科', '人事科', '财务科', '学生资助管理中心', '教育督导室'],
  officers: [
    { login: 'jyj-lin', name: '林晓燕', position: '办公室科员', roles: ['clerk'], section: '办公室' },
    {
      login: 'jyj-shen',
      name: '沈志明',
      position: '办公室主任（工作机构负责人）',
      roles: ['officeHead', 'secrecyReviewer'],
      section: '办公室',
    },
    { login: 'jyj-gan', name: '甘露', position: '政策法规科副科长', roles: ['legalReviewer'], section: '政策法规科' },
    { login: 'jyj-cheng', name: '程宁', position: '教育督导室主任', roles: ['privacyReviewer'], section: '教育督导室' },
    { login: 'jyj-shao', name: '邵玉梅', position: '副局长', roles: ['deputyHead'] },
    { login: 'jyj-he', name: '何正平', position: '局长', roles: ['head'] },
    {
      login: 'jyj-qin',
      name: '秦岚',
      position: '政策法规科科长',
      roles: ['sectionOfficer', 'sectionHead'],
      section: '政策法规科',
    },
    {
      login: 'jyj-bai',
      name: '白玛央金',
      position: '基础教育科科长',
      roles: ['sectionOfficer', 'sectionHead', 'translator'],
      section: '基础教育科',
    },
    { login: 'jyj-geng', name: '更藏措', position: '双语教研员', roles: ['translator'], section: '基础教育科' },
    { login: 'jyj-duan', name: '段卫东', position: '财务科科长', roles: ['sectionOfficer', 'sectionHead'], section: '财务科' },
    { login: 'jyj-mu', name: '穆青', position: '监察审计员', roles: ['auditor'], section: '教育督导室' },
    { login: 'jyj-lu', name: '陆鹏', position: '系统管理员', roles: ['administrator'], section: '办公室' },
  ],
}

export const LAND = bureau({
  slug: 'zrzyj',
  name: '云岭县自然资源局',
  shortName: '云自然资',
  headName: '葛长河',
  address: '云岭县城关镇北大街21号',
  phone: '0000-5550130',
  sections: ['自然资源所有者权益科', '国土空间规划科'],
  clerk: ['fang', '方慧'],
  reviewer: ['ruan', '阮清'],
  head: ['ge'],
})

export const HEALTH = bureau({
  slug: 'wsjkj',
  name: '云岭县卫生健康局',
  shortName: '云卫健',
  headName: '邵明远',
  address: '云岭县城关镇健康巷3号',
  phone: '0000-5550140',
  sections: ['医政医管科', '基层卫生科', '疾病预防控制科', '财务科'],
  clerk: ['yu', '余佳'],
  reviewer: ['kang', '康宁'],
  head: ['shao'],
})

export const CIVIL = bureau({
  slug: 'mzj',
  name: '云岭县民政局',
  shortName: '云民',
  headName: '严春梅',
  address: '云岭县城关镇人民路33号',
  phone: '0000-5550150',
  sections: ['社会救助科', '养老服务科', '社会组织管理科'],
  clerk: ['tao', '陶然'],
  reviewer: ['yin', '尹志远'],
  head: ['yan'],
})

export const FARMING = bureau({
  slug: 'nyncj',
  name: '云岭县农业农村局',
  shortName: '云农',
  headName: '龚大勇',
  address: '云岭县城关镇丰收路9号',
  phone: '0000-5550160',
  sections: ['种植业管理科', '农田建设科', '农村改革科', '农机管理科'],
  clerk: ['meng', '孟凡'],
  reviewer: ['hua', '华敏'],
  head: ['gong'],
})

export const MARKET = bureau({
  slug: 'scjgj',
  name: '云岭县市场监督管理局',
  shortName: '云市监',
  headName: '樊立军',
  address: '云岭县城关镇东环路5号',
  phone: '0000-5550170',
  sections: ['食品安全监督管理科', '特种设备科', '价格监督科', '信用监督管理科', '登记注册科'],
  clerk: ['xia', '夏雪'],
  reviewer: ['shi', '石岩'],
  head: ['fan'],
})

export const BUREAUS: readonly DemoAgency[] = [EDUCATION, LAND, HEALTH, CIVIL, FARMING, MARKET]
