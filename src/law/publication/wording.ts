/**
 * 用语规范 — words that a public text does not use, or uses otherwise: data, each with its source and the day from which it holds.
 * Names of laws and of organs that are no more stand elsewhere (`basis/known-titles.ts`, `reports/obsolete-wording.ts`).
 */
import { type LocalDate, localDate } from '../date.ts'
import type { ObsoleteWording } from '../reports/obsolete-wording.ts'

const XINHUA = '《新华社新闻信息报道中的禁用词和慎用词》（2016年7月修订）'
const FORMAT = 'GB/T 9704-2012《党政机关公文格式》'
const DICTIONARY = '《现代汉语词典》（第7版）'
const POVERTY = '2021年2月25日全国脱贫攻坚总结表彰大会'

const always: LocalDate = localDate('2016-07-01')
const said = (pattern: RegExp, now: string, source: string, put?: string, from = always): ObsoleteWording => ({
  pattern,
  from,
  now,
  source,
  ...(put === undefined ? {} : { put }),
})

/** 慎用、禁用: how people and places are named. */
const PEOPLE: readonly ObsoleteWording[] = [
  said(/残废(人|儿童|学生)?/, '残疾（人）', XINHUA, '残疾$1'),
  said(/弱智(儿童|学生)?/, '智力障碍（者、儿童）', XINHUA, '智力障碍$1'),
  said(/(?<!朝)鲜族/, '朝鲜族', XINHUA, '朝鲜族'),
  said(/蒙族/, '蒙古族', XINHUA, '蒙古族'),
  said(/维族/, '维吾尔族', XINHUA, '维吾尔族'),
  said(/(?<![县乡镇])村长(?!效|期|远)/, '村民委员会主任（村主任）', XINHUA, '村主任'),
  said(/(?<!新中国)解放([前后])(?!的思想)/, '新中国成立前（后）', XINHUA, '新中国成立$1'),
  said(/两岸三地/, '海峡两岸暨香港', XINHUA, '海峡两岸暨香港'),
  said(/农民工(子女|子弟)/, '进城务工人员随迁子女', '国办发〔2012〕46号', '进城务工人员随迁子女'),
  said(/贫困(学生|生)(?!源地|活)/, '家庭经济困难学生', '教财〔2018〕16号', '家庭经济困难学生'),
  said(
    /建档立卡贫困(户|家庭|人口|学生)/,
    '脱贫（户、家庭、人口），含防止返贫监测对象',
    POVERTY,
    undefined,
    localDate('2021-02-25'),
  ),
  said(/国家级?贫困(县|村)/, '脱贫县、脱贫村', POVERTY, '脱贫$1', localDate('2021-02-25')),
]

/** 公文用语和格式. */
const OFFICIAL: readonly ObsoleteWording[] = [
  said(/([一-鿿]{1,8})[[(（【](20\d\d)[\])）】](?=第?\d{1,5}号)/, '文号的年份用六角括号〔〕', FORMAT, '$1〔$2〕'),
  said(/〔(20\d\d)〕第(?=\d{1,5}号)/, '文号的序号前不加“第”', FORMAT, '〔$1〕'),
  said(/〔(20\d\d)〕0+(?=[1-9]\d*号)/, '文号的序号不编虚位', FORMAT, '〔$1〕'),
]

/** 容易写错的字. */
const SLIPS: readonly ObsoleteWording[] = [
  said(/布署/, '部署', DICTIONARY, '部署'),
  said(/帐([号户目])/, '账号、账户、账目', DICTIONARY, '账$1'),
  said(/登陆(?=系统|网站|平台|网址|账号|微信|后)/, '登录', DICTIONARY, '登录'),
  said(/截止(?=\s*20\d\d年|\s*\d{1,2}月|目前|今[年日天])/, '截至', DICTIONARY, '截至'),
  said(/其它/, '其他', DICTIONARY, '其他'),
  said(/按装/, '安装', DICTIONARY, '安装'),
  said(/座落/, '坐落', DICTIONARY, '坐落'),
  said(/报道(?=时间|注册|手续|地点|须知)/, '报到', DICTIONARY, '报到'),
  said(/必需(?=于|在|按|参加|携带|提供|经)/, '必须', DICTIONARY, '必须'),
  said(/即日启/, '即日起', DICTIONARY, '即日起'),
  said(/做为/, '作为', DICTIONARY, '作为'),
  said(/因该/, '应该', DICTIONARY, '应该'),
]

export const CAREFUL_WORDING: readonly ObsoleteWording[] = [...PEOPLE, ...OFFICIAL, ...SLIPS]
