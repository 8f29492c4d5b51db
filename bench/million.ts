/** A register of a million cases of a thousand agencies, one of them with every fifth case: rows of the projection only, no acts. */
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { localDate } from '../src/law/date.ts'
import { OUTCOMES } from '../src/law/requests/vocabulary.ts'
import type { OfficeContext } from '../src/office/context.ts'
import { hashPassword } from '../src/office/people/sign-in.ts'
import type { Requester } from '../src/record/people/requester.ts'

const AGENCIES = 1_000
const SECTIONS = 20
/** One in so many cases is the largest agency's. */
const SHARE_OF_LARGEST = 5

export interface Million {
  largest: string
  small: string
  section: string
  officer: string
  login: string
  password: string
}

const REQUESTER: Requester = {
  kind: 'naturalPerson',
  name: '测试申请人',
  contactName: '',
  idPaper: 'otherPaper',
  idNumber: 'A1234567',
  phone: '13900000000',
  email: '',
  address: '云岭县隆务街道迎宾路8号',
  postcode: '811399',
}

/** Loads without indexes, then makes them: as a restore does. */
export async function loadMillion(
  office: OfficeContext,
  url: string,
  cases: number,
  share: number = SHARE_OF_LARGEST,
): Promise<Million> {
  const password = 'bench-bench-bench'
  const [largest, small, section, officer] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as [
    string,
    string,
    string,
    string,
  ]
  const client = new Client({ connectionString: url })
  await client.connect()
  const run = (statement: string, values: unknown[] = []) => client.query(statement, values)
  try {
    await run(
      `create temporary table a as
      select case n when 0 then $1::uuid when 1 then $2::uuid else gen_random_uuid() end as id, n from generate_series(0, ${AGENCIES - 1}) n`,
      [largest, small],
    )
    await run(`insert into agency (id, slug, kind, regime) select id, 'a' || n, 'bureau', 'art54' from a`)
    await run(
      `insert into agency_version select id, '2019-05-15', $1::jsonb || jsonb_build_object('name', '第' || n || '教育局', 'shortName', '教' || n) from a`,
      [JSON.stringify(DETAILS)],
    )
    await run(
      `create temporary table s as
      select a.id as agency_id, case when a.n = 0 and k = 0 then $1::uuid else gen_random_uuid() end as id, k
      from a, generate_series(0, ${SECTIONS - 1}) k`,
      [section],
    )
    await run(`insert into section (agency_id, id, name) select agency_id, id, '科室' || k from s`)
    await run(
      `create temporary table o as
      select s.agency_id, case when s.id = $1 then $2::uuid else gen_random_uuid() end as id, s.id as section_id, k from s`,
      [section, officer],
    )
    await run(
      `insert into officer (agency_id, id, section_id, login, name, roles, password_hash)
       select agency_id, id, section_id, 'o' || id, '承办' || k, '["clerk"]', $1 from o`,
      [await hashPassword(password)],
    )
    const indexes = await run(
      `select indexname, indexdef from pg_indexes where tablename = 'request_case' and indexname ~ '^request_case_(by|grams|unf|watch)'`,
    )
    for (const { indexname } of indexes.rows) await run(`drop index ${indexname}`)
    await run(`create temporary table n as
      select gen_random_uuid() as id, gen_random_uuid() as requester_id, i, random() as r, random() as q, random() as t,
        case when i % ${share} = 0 then 0 else 1 + (i::bigint * 7919) % ${AGENCIES - 1} end as agency,
        localdate + 0 as submitted_on
      from generate_series(1, ${cases}) i, lateral (select date '2019-05-15' + (i * 2500.0 / ${cases})::int as localdate) d`)
    await run(
      `insert into requester (agency_id, id, kind, sealed, fingerprint)
       select a.id, n.requester_id, 'naturalPerson', $1, md5(n.i::text) from n join a on a.n = n.agency`,
      [office.vault.seal(REQUESTER)],
    )
    await run(CASES, [OUTCOMES as readonly string[], TOPICS, KINDS, PLACES])
    for (const { indexdef } of indexes.rows) await run(indexdef as string)
    await run('vacuum analyze')
  } finally {
    await client.end()
  }
  return { largest, small, section, officer, login: `o${officer}`, password }
}

const TOPICS = [
  '义务教育学区划分',
  '教师招聘',
  '营养午餐采购',
  '校车运营',
  '学校建设工程',
  '民办学校年检',
  '课后服务收费',
  '助学金发放',
  '教育经费决算',
  '校园安全检查',
  '学籍转接',
  '职业教育招生',
  '学前教育布局',
  '食堂承包',
  '征地补偿',
]
const KINDS = ['方案', '情况', '合同', '结果', '批复', '会议纪要', '文件', '统计数据', '台账', '标准']
const PLACES = [
  '隆务镇',
  '保安镇',
  '年都乎乡',
  '曲库乎乡',
  '双朋西乡',
  '扎毛乡',
  '黄乃亥乡',
  '多哇镇',
  '兰采乡',
  '加吾乡',
  '瓜什则乡',
  '县城第三小学',
]

/** Nineteen of twenty are finished. What is open has a due day around the bench's today. */
const CASES = `
  insert into request_case (agency_id, id, number, number_year, number_serial, requester_id, requester_kind, subject, content,
    query_code_hash, via, section_id, officer_id, phase, submitted_on, received_on, due_on, next_limit, next_due_on, replied_on,
    served_on, closed_on, outcome, watches, acts, fold_version)
  select a.id, n.id, '教' || a.n || '公开申〔' || extract(year from submitted_on) || '〕' || n.i || '号',
    extract(year from submitted_on), n.i, n.requester_id, 'naturalPerson',
    extract(year from submitted_on) || '年' || ($4::text[])[1 + floor(t * 12)] || ($2::text[])[1 + (i::bigint * 31) % 15] || ($3::text[])[1 + (i * 17) % 10],
    decode(repeat(md5(i::text), 24), 'hex'), md5(i::text),
    (array['web','signed-mail','in-person','email','ordinary-mail'])[1 + floor(q * 5)],
    case when q < 0.9 then o.section_id end, case when q < 0.8 then o.id end,
    case when open then (array['running','running','awaitingCorrection','replied','awaitingConfirmation'])[1 + floor(t * 5)] else 'served' end,
    submitted_on, submitted_on + 1, submitted_on + 29, case when open then 'reply' end,
    case when open then date '2026-03-02' - 20 + floor(q * 60)::int end,
    case when not open then submitted_on + 20 end, case when not open then submitted_on + 25 end,
    case when not open then submitted_on + 20 end, case when not open then ($1::text[])[1 + floor(q * cardinality($1::text[]))] end,
    case when open and t < 0.3 then jsonb_build_array(jsonb_build_object('kind', 'replyOverdue', 'since', '2026-02-20')) else '[]' end,
    6, 2
  from n join a on a.n = n.agency
  join o on o.agency_id = a.id and o.k = n.i % ${SECTIONS}, lateral (select r < 0.05 as open) as is_open`

/** An agency of the bench. */
export const DETAILS = {
  headName: '负责人',
  officeName: '办公室',
  address: '中山路1号',
  postcode: '811300',
  phone: '0970-0000000',
  fax: '',
  email: '',
  officeHours: '工作日',
  creditCode: '',
  siteCode: '0000000000',
  reconsiderationBody: '云岭县人民政府',
  onlineReconsideration: '',
  court: '云岭县人民法院',
  supervisorName: '云岭县人民政府办公室',
  supervisorPhone: '0970-0000001',
}

/** The bench's legal day. */
export const TODAY = localDate('2026-03-02')
