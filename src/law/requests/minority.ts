/**
 * 未成年人提出申请 — Reg. 27 lets anybody ask, of any age; who speaks for a child is taken over from 《民法典》 Art 19, 20 and 23. Numbers
 * made like a resident's tell the day of birth; other papers tell nothing.
 */
import { type Citation, cite, civilCode } from '../cite.ts'
import { addMonths, type LocalDate, localDate } from '../date.ts'
import type { RequesterForm } from './form.ts'
import { type IdPaper, isResidentId } from './identity.ts'

/** Full years of life: below the first a guardian acts, below the second with a guardian or by what befits the age. */
export const GUARDIAN_ACTS_BELOW = 8
const OF_AGE = 18

/** Papers whose numbers may be made so. */
const TELLS_BIRTH: readonly IdPaper[] = ['residentId', 'residencePermit', 'foreignPermit']

type Asker = Pick<RequesterForm, 'kind' | 'idPaper' | 'idNumber' | 'agent'>

interface Minority {
  /** The age in full years that the requester has not reached. */
  readonly below: typeof GUARDIAN_ACTS_BELOW | typeof OF_AGE
  readonly say: string
  readonly then: string
  readonly by: Citation
}

/** Of a minor for whom no guardian speaks (an agent is none): what is usual; null for everybody else. It keeps nobody from asking. */
export function minority({ kind, idPaper, idNumber, agent }: Asker, today: LocalDate): Minority | null {
  if (kind !== 'naturalPerson' || agent?.role === 'guardian') return null
  if (!TELLS_BIRTH.includes(idPaper) || !isResidentId(idNumber)) return null
  const bornOn = localDate(`${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`)
  const younger = (years: number) => today < addMonths(bornOn, years * 12)
  if (younger(GUARDIAN_ACTS_BELOW))
    return {
      below: GUARDIAN_ACTS_BELOW,
      say: '证件号码显示，申请人不满八周岁。',
      then: `应当由监护人代为提出（参照${cite(civilCode('20'))}）：由谁提出选“法定代理人（监护人）”，附监护关系证明。`,
      by: civilCode('20'),
    }
  if (younger(OF_AGE))
    return {
      below: OF_AGE,
      say: '证件号码显示，申请人是未成年人。',
      then: `与年龄、智力相适应的，可以自己提出；由监护人代为提出的（参照${cite(civilCode('19'))}），由谁提出选“法定代理人（监护人）”，附监护关系证明。`,
      by: civilCode('19'),
    }
  return null
}
