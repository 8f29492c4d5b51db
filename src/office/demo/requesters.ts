/** 申请人: invented people and organisations of the demo county. Numbers are well formed and belong to nobody: no region has the code 99. */
import { isCreditCode, isResidentId } from '../../law/requests/identity.ts'
import type { RequesterKind } from '../../law/requests/vocabulary.ts'
import type { DeliveryWay, Requester } from '../../record/people/requester.ts'
import { type Chance, chanceOf } from './chance.ts'

const FAMILY_NAMES = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗']
const TIBETAN_NAMES = ['扎西顿珠', '卓玛措', '才让加', '拉毛吉', '索南多杰', '德吉央宗']
const GIVEN_NAMES = [
  '建国',
  '秀英',
  '志强',
  '丽华',
  '海燕',
  '永福',
  '玉兰',
  '春生',
  '晓梅',
  '国庆',
  '文博',
  '雨桐',
  '俊杰',
  '桂花',
  '德胜',
  '明霞',
  '向阳',
  '小军',
  '静怡',
  '宝山',
]
const PLACES = [
  '城关镇北大街',
  '城关镇南街',
  '城关镇河西村',
  '柳坪镇柳坪村',
  '石桥乡上庄村',
  '青岩乡青岩村',
  '沙沟镇沙沟村',
  '龙潭乡龙潭村',
]

const ORGANISATIONS: Record<Exclude<RequesterKind, 'naturalPerson'>, readonly string[]> = {
  business: [
    '云岭县宏远建设工程有限公司',
    '云岭县博学文化用品有限公司',
    '云岭县山禾农业开发有限公司',
    '云岭县安居物业服务有限公司',
  ],
  research: ['云岭师范学院教育政策研究中心', '西部县域治理研究院', '云岭县农业科学研究所'],
  publicBenefit: ['云岭县向日葵助学公益中心', '云岭县绿色家园环保协会', '云岭县蓝天志愿服务联合会'],
  legalService: ['云岭正和律师事务所', '云岭明理法律服务所'],
  otherOrganisation: ['城关镇锦绣小区业主委员会', '柳坪镇柳坪村村民委员会', '云岭县个体劳动者协会'],
}

/** The check character that makes the number a valid one: there is exactly one. */
function checked(start: string, letters: string, valid: (text: string) => boolean): string {
  const last = [...letters].find((letter) => valid(start + letter))
  if (last === undefined) throw new Error('no check character fits')
  return start + last
}

/** 统一社会信用代码 that belongs to nobody: registration region 999999 does not exist. */
export function inventedCreditCode(kind: '1' | '5' | '9', serial: number): string {
  return checked(`${kind}1999999DEM0${String(serial).padStart(5, '0')}`, '0123456789ABCDEFGHJKLMNPQRTUWXY', isCreditCode)
}

function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.between(0, 9)).join('')
}

function person(chance: Chance): { name: string; idNumber: string } {
  const name = chance.happens(12) ? chance.pick(TIBETAN_NAMES) : chance.pick(FAMILY_NAMES) + chance.pick(GIVEN_NAMES)
  const born = `${chance.between(1955, 2003)}${String(chance.between(1, 12)).padStart(2, '0')}${String(chance.between(1, 28)).padStart(2, '0')}`
  return { name, idNumber: checked(`990101${born}${digits(chance, 3)}`, '0123456789X', isResidentId) }
}

export function requesterFor(chance: Chance, kind: RequesterKind, delivery: DeliveryWay): Requester {
  const human = person(chance)
  const contact = {
    phone: `000${digits(chance, 8)}`,
    email: delivery === 'electronic' ? `u${digits(chance, 6)}@example.com` : '',
    address: `云岭县${chance.pick(PLACES)}${chance.between(1, 180)}号`,
    postcode: '999001',
  }
  if (kind === 'naturalPerson')
    return { kind, name: human.name, contactName: '', idPaper: 'residentId', idNumber: human.idNumber, ...contact }
  const name = chance.pick(ORGANISATIONS[kind])
  // One organisation, one code, whenever it asks.
  const code = inventedCreditCode(kind === 'business' ? '9' : '5', chanceOf(name).between(1, 99_999))
  return {
    kind,
    name,
    contactName: human.name,
    idPaper: 'creditCode',
    idNumber: code,
    ...contact,
  }
}
