/** The form of registration as values, and what it sends. */
import type { Input as EndpointInput } from '../../edge/console/contract.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { RepresentativeRole } from '../../law/requests/form.ts'
import { type CoRequester, requestContentSchema, type Requester, requesterSchema } from '../../record/people/requester.ts'
import type { ContactWay } from '../../record/requests/acts.ts'

type Register = EndpointInput<'requests.register'>

/** 一人提出, 联合申请 (one case), 分别申请 (a case each). */
export const TOGETHER = ['one', 'joint', 'group'] as const
type Together = (typeof TOGETHER)[number]
export const TOGETHER_WORDS: Record<Together, string> = {
  one: '一个申请人',
  joint: '几人联合申请，办一件',
  group: '几人分别申请同样内容，各编一号',
}

export interface Registering extends Pick<Register, 'via' | 'submittedOn' | 'content'> {
  receivedOn?: LocalDate | null
  signedAt?: string
  mailNumber?: string
  contactedOn?: LocalDate | null
  contactedBy?: ContactWay
  announced?: NonNullable<Register['came']>['announced']
  requester: Register['requester']
  by: 'self' | RepresentativeRole
  together: Together
  others?: CoRequester[]
  unclear?: boolean
}

export const NOBODY = { name: '', contactName: '', idNumber: '', phone: '', email: '', address: '', postcode: '' }
export const NOBODY_ELSE: CoRequester = { name: '', idPaper: 'residentId', idNumber: '', phone: '', address: '' }

/** Who asks, as the form has it: an agent where there is one, the others where they ask together, with whoever speaks for them. */
export function requesterOf({
  requester,
  by,
  together = 'one',
  others = [],
}: Pick<Registering, 'requester' | 'by'> & Partial<Pick<Registering, 'together' | 'others'>>): Requester {
  const { agent, spokesperson = 0, ...own } = requester
  return requesterSchema.parse({
    ...own,
    ...(by !== 'self' && {
      agent: {
        ...agent,
        name: agent?.name ?? '',
        idPaper: agent?.idPaper ?? 'residentId',
        idNumber: agent?.idNumber ?? '',
        role: by,
      },
    }),
    ...(together === 'joint' && others.length > 0 && { joint: others }),
    // Whoever was named may have been taken out of the list again.
    ...(together === 'joint' && spokesperson > 0 && spokesperson <= others.length && { spokesperson }),
  })
}

/** Those who ask for the same, each for themselves. */
export function groupOf({ together, others = [] }: Registering): Requester[] {
  if (together !== 'group') return []
  return others.map((one) => ({ ...NOBODY, ...one, kind: 'naturalPerson' }))
}

/** What is sent. A day of receipt is told only where it is that of confirmation: elsewhere it follows from the channel. */
export function registrationOf(values: Registering, commandId: string): Register {
  const { via, submittedOn, receivedOn, signedAt, mailNumber, contactedOn, contactedBy, announced, unclear } = values
  return {
    commandId,
    via,
    submittedOn,
    receivedOn: receivedOn ?? null,
    requester: requesterOf(values),
    content: requestContentSchema.parse(values.content),
    came: {
      ...(signedAt && { signedAt }),
      ...(mailNumber && { mailNumber }),
      ...(contactedOn && { contactedOn, contactedBy }),
      ...(announced && { announced }),
    },
    unclear: unclear ?? false,
  }
}

/** The refusal at the form's own field: how it came and who asks together stand elsewhere there than in what is sent. */
export function atForm(refusal: Refusal): Refusal {
  const field = refusal.field?.replace(/^came\./, '').replace(/^requester\.joint\./, 'others.')
  return field === undefined ? refusal : { ...refusal, field }
}
