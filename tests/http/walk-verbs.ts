/**
 * Every deed by which the console or a requester changes a request, a dispute or a matter of amendment, and what the walk does of it. A
 * verb that is new in the product is missing here and does not compile: it is walked, or it is left out with a reason.
 */
import type { EndpointName, ENDPOINTS } from '../../src/edge/console/contract.ts'
import type { OwnDeed } from '../../src/record/requests/requester-side.ts'

type Changing = { [N in EndpointName]: (typeof ENDPOINTS)[N]['method'] extends 'POST' ? N : never }[EndpointName]
/** Rooms whose deeds write acts of a request, of a dispute or of an amendment, or keep their volumes. */
type OfCases = Extract<Changing, `${'requests' | 'disputes' | 'amendments' | 'archive' | 'desk'}.${string}`>
type Room<N extends string> = N extends `${infer R}.${string}` ? R : never

/** Names under which the walk counts a deed; a sentence where it is not walked, with the reason. */
type Walked = readonly string[] | string

const OUTGOING =
  'The outgoing gate reads files in workers of its own: guards and journeys try it with real files, npm run chaos drives it.'
const READS = 'Reads only, and leaves one entry in the audit log.'

export const WALKED: Record<OfCases, Walked> = {
  'requests.unmask': READS,
  'requests.register': ['submitted'],
  'requests.registerGroup': ['requests.registerGroup'],
  'requests.act': ['contacted', 'received', 'third-party-asked', 'third-party-asked: another'],
  'requests.previewReply': READS,
  'requests.saveDraft': ['draft: saved'],
  'requests.submitDraft': ['draft: submitted'],
  'requests.returnDraft': ['draft: returned'],
  'requests.review': ['reply-reviewed'],
  'requests.approve': ['reply-approved'],
  'requests.reply': ['replied'],
  'requests.note': ['requests.note'],
  'requests.correctFileKind': 'Says what an uploaded paper is: no act follows from it, and the walk uploads no papers.',
  'requests.noteIncomingMail': ['requests.noteIncomingMail'],
  'requests.correctMailNumber': ['requests.correctMailNumber'],
  'requests.assign': ['requests.assign'],
  'requests.proposeConversion': ['requests.proposeConversion'],
  'requests.decideConversion': ['requests.decideConversion'],
  'requests.addOutgoing': OUTGOING,
  'requests.cleanOutgoing': OUTGOING,
  'requests.redactOutgoing': OUTGOING,
  'requests.clearOutgoing': OUTGOING,
  'requests.overrideOutgoing': OUTGOING,
  'requests.withdrawOutgoing': OUTGOING,
  'requests.findOutgoing': READS,
  'requests.handleMessage': ['requests.handleMessage'],
  'requests.archive': ['archived'],
  'requests.archiveTransfer': ['archive-transferred'],
  'requests.classify': ['requests.classify'],
  'requests.split': ['split'],
  'requests.settleTwin': ['requests.settleTwin: separate', 'requests.settleTwin: mistake'],
  'requests.complete': ['requests.complete'],
  'requests.openDispute': ['dispute: opened'],
  'requests.convertToAmendment': ['amendment: convertToAmendment'],
  'disputes.record': ['dispute: decided'],
  'disputes.savePapers': ['dispute: savePapers'],
  'disputes.learn': ['dispute: learn'],
  'disputes.openOverAmendment': ['dispute: openOverAmendment'],
  'amendments.unmask': READS,
  'amendments.register': ['amendment: received'],
  'amendments.addEvidence': ['amendment: evidenced'],
  'amendments.preview': READS,
  'amendments.propose': ['amendment: proposed'],
  'amendments.return': ['amendment: returned'],
  'amendments.approve': ['amendment: decided'],
  'amendments.post': ['amendment: dispatched'],
  'amendments.mailReturned': ['amendment: mail-returned'],
  'amendments.serve': ['amendment: served'],
  'amendments.withdraw': ['amendment: withdrawn'],
  'amendments.archive': ['amendment: archived'],
  'amendments.transfer': ['amendment: archive-transferred'],
  'archive.closeSeveral': ['archive.closeSeveral'],
  'archive.setRetention': ['archive.setRetention'],
  'archive.proposeErasure': ['archive.proposeErasure'],
  'archive.decideErasure': ['archive.decideErasure'],
  'desk.assign': ['desk.assign'],
  'desk.saveFilter': 'An officer’s own list: it touches no case.',
  'desk.dropFilter': 'An officer’s own list: it touches no case.',
  'desk.setGuided': 'An officer’s own desk: it touches no case.',
  'desk.openFeed': 'An officer’s own feed of dates: it touches no case.',
  'desk.closeFeed': 'An officer’s own feed of dates: it touches no case.',
}

/** The other rooms: none of their deeds writes an act of a request, a dispute or an amendment, or changes how one is counted. */
export const NOT_OF_CASES: Record<Exclude<Room<Changing>, Room<OfCases>>, string> = {
  session: 'Signing in.',
  people: 'Accounts, delegations, absence: the matrix tries them over every role.',
  basis: 'Texts of the law; what a decision rests on is checked when it is drafted.',
  owners: 'Which section owns a step.',
  consultations: 'Publication and dialogue.',
  editions: 'Publication and dialogue.',
  dataSets: 'Publication and dialogue.',
  publicity: 'Publication and dialogue.',
  objections: 'Publication and dialogue.',
  stock: 'Publication and dialogue.',
  outlets: 'Publication and dialogue.',
  releases: 'Publication and dialogue.',
  superior: 'Publication and dialogue.',
  schools: 'Publication and dialogue.',
  catalogue: 'Publication and dialogue.',
  duties: 'Publication and dialogue.',
  matters: 'Publication and dialogue.',
  reports: 'The year’s report, worked by its own arcs; the walk’s tables are compiled and checked at its end.',
  decisions: 'The year’s report, worked by its own arcs.',
  handIns: 'The year’s report, worked by its own arcs.',
  mail: 'The digest an officer wishes for.',
  calendar: 'A change of the calendar recomputes the open cases: tests/http/calendar.test.ts.',
  letters: 'Wording, numbering and the batch; a posting is the act dispatched, which the walk does.',
  translations: 'The Tibetan text beside a letter.',
}

/** What a requester does on the status page, and by the form on the web. */
export const OWN_WALKED: Record<OwnDeed | 'submit', Walked> = {
  submit: ['requests.submit'],
  contact: ['own: contact'],
  correction: ['own: correction'],
  reasons: ['own: reasons'],
  payment: ['own: payment'],
  feedback: ['own: feedback'],
  service: ['own: service'],
  mail: 'Needs a mail server: tests/http/mail.test.ts has one.',
  withdraw: ['own: withdraw'],
}
