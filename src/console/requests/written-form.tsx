/** 口头申请 — Art 29: whoever takes it writes it down. On paper, to be read over and signed, it is the original of the application. */
import { cite, reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { REPRESENTATIVE_WORDS } from '../../law/requests/form.ts'
import { ID_PAPER_RULES, type IdPaper } from '../../law/requests/identity.ts'
import { REQUESTER_KIND_WORDS } from '../../law/requests/vocabulary.ts'
import { CARRIER_WORDS, DELIVERY_WAY_WORDS, type Requester } from '../../record/people/requester.ts'
import { Panel } from '../parts/page.tsx'
import { useSession } from '../session.tsx'
import { groupOf, type Registering, requesterOf } from './registering.ts'

/** Each case has its own; those who ask together share one. */
export function WrittenForms({ values, numbers }: { values: Registering; numbers: readonly string[] }) {
  const requesters = [requesterOf(values), ...groupOf(values)]
  return numbers.map((number, n) => {
    const requester = requesters[n]
    return requester && <WrittenForm key={number} values={values} requester={requester} number={number} />
  })
}

function WrittenForm(written: { values: Registering; requester: Requester; number: string }) {
  const { session } = useSession()
  return (
    <div className="own-page">
      <Panel title="政府信息公开申请（口头提出，代为填写）">
        <p className="quiet gap-below no-print">
          请打印本页，读给申请人听或者请其看过，签名后扫描，以“申请书原件”上传（{cite(reg('29.1'))}）。
        </p>
        <dl className="facts facts-written">
          {rowsOf(written).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="gap-above gap-below">以上内容由工作人员代为填写，我已核对无误。</p>
        <dl className="to-sign">
          {['申请人签名（盖章、按指印）', '签名日期'].map((label) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd />
            </div>
          ))}
          <div>
            <dt>代为填写人</dt>
            <dd>{session.officer.name}</dd>
          </div>
        </dl>
      </Panel>
    </div>
  )
}

/** What was written down, without what was left empty. */
function rowsOf({ values, requester, number }: Parameters<typeof WrittenForm>[0]): [string, string][] {
  const { kind, agent, joint = [], ...own } = requester
  const { subject, description, delivery, carrier } = values.content
  const who = ({ name, idPaper, idNumber }: { name: string; idPaper: IdPaper; idNumber: string }) =>
    [name, idNumber && `${ID_PAPER_RULES[idPaper].zh} ${idNumber}`].filter(Boolean).join('，')
  const rows: [string, string][] = [
    ['登记编号', number],
    ['提出日期', chineseDate(values.submittedOn)],
    ['申请人', `${who(own)}（${REQUESTER_KIND_WORDS[kind]}）`],
    ...joint.map((one, n): [string, string] => [`第 ${n + 2} 申请人`, who(one)]),
    ...(agent ? [[REPRESENTATIVE_WORDS[agent.role], who(agent)] as [string, string]] : []),
    ['联系方式', [own.phone, own.email, own.address, own.postcode].filter(Boolean).join('；')],
    ['所需信息', subject],
    ['内容描述', description],
    ['获取方式', `${DELIVERY_WAY_WORDS[delivery]}；${CARRIER_WORDS[carrier]}`],
  ]
  return rows.filter(([, value]) => value !== '')
}
