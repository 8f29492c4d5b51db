/** Endpoint → office verb, one line each. The compiler holds this table to the contract. */
import type { Result } from '../../law/refusal.ts'
import { ok } from '../../law/refusal.ts'
import type { OfficeContext } from '../../office/context.ts'
import { answerConsultation, listConsultations, viewConsultation } from '../../office/dialogue/consultations.ts'
import { listAudit } from '../../office/oversight/list-audit.ts'
import { listPeople, setRoles } from '../../office/people/list-people.ts'
import { compileReport } from '../../office/reports/compile-report.ts'
import { approveReport, submitReport } from '../../office/reports/approve-report.ts'
import { explainFinding, saveProse, setCount } from '../../office/reports/edit-report.ts'
import { publishReport } from '../../office/reports/publish-report.ts'
import { cellCases, listReports, viewReport } from '../../office/reports/view-report.ts'
import { addNote, assignCase } from '../../office/requests/annotate.ts'
import { approveReply } from '../../office/requests/approve-reply.ts'
import { previewReply, returnDraft, saveDraft, submitDraft } from '../../office/requests/draft-reply.ts'
import { listRequests, listTasks } from '../../office/requests/list-cases.ts'
import { recordAct } from '../../office/requests/record-act.ts'
import { registerRequest } from '../../office/requests/register-request.ts'
import { replyToRequest } from '../../office/requests/reply-to-request.ts'
import { openCasePage, unmask, viewCase } from '../../office/requests/view-case.ts'
import type { EndpointName, Outputs, Parsed } from './contract.ts'
import type { Staff } from './staff.ts'

type Handler<N extends EndpointName> = (office: OfficeContext, staff: Staff, input: Parsed<N>) => Promise<Result<Outputs[N]>>
type Handled = Exclude<EndpointName, 'session.get' | 'session.signIn' | 'session.signOut'>

/** A deed on a case, then the case as it stands after it. */
async function thenView(
  office: OfficeContext,
  staff: Staff,
  done: Promise<Result<{ caseId: string }>>,
): Promise<Result<Outputs['requests.get']>> {
  const result = await done
  return result.ok ? viewCase(office, staff.actor, result.value.caseId) : result
}

async function rows<T>(result: Promise<Result<T[]>>): Promise<Result<{ rows: T[] }>> {
  const given = await result
  return given.ok ? ok({ rows: given.value }) : given
}

export const HANDLERS: { [N in Handled]: Handler<N> } = {
  'tasks.list': async (office, { actor }) => {
    const tasks = await listTasks(office, actor)
    return tasks.ok ? ok({ tasks: tasks.value }) : tasks
  },
  'requests.list': (office, { actor }, { size, page, ...filter }) =>
    listRequests(office, actor, { ...filter, year: filter.year, page, size }),
  'requests.get': (office, { actor }, { id }) => openCasePage(office, actor, id),
  'requests.unmask': (office, { actor }, input) => unmask(office, actor, input),
  'requests.register': (office, { actor }, input) => registerRequest(office, actor, input),
  'requests.act': (office, staff, { id, ...input }) =>
    thenView(office, staff, recordAct(office, staff.actor, { ...input, caseId: id })),
  'requests.previewReply': (office, { actor }, input) =>
    previewReply(office, actor, { caseId: input.id, content: input.content }),
  'requests.saveDraft': (office, staff, { id, ...input }) =>
    thenView(office, staff, saveDraft(office, staff.actor, { ...input, caseId: id })),
  'requests.submitDraft': (office, staff, { id, ...input }) =>
    thenView(office, staff, submitDraft(office, staff.actor, { ...input, caseId: id })),
  'requests.returnDraft': (office, staff, { id, ...input }) =>
    thenView(office, staff, returnDraft(office, staff.actor, { ...input, caseId: id })),
  'requests.approve': (office, staff, { id, ...input }) =>
    thenView(office, staff, approveReply(office, staff.actor, { ...input, caseId: id })),
  'requests.reply': (office, staff, { id, ...input }) =>
    thenView(office, staff, replyToRequest(office, staff.actor, { ...input, caseId: id })),
  'requests.note': (office, staff, { id, text }) => thenView(office, staff, addNote(office, staff.actor, { caseId: id, text })),
  'requests.assign': (office, staff, { id, ...input }) =>
    thenView(office, staff, assignCase(office, staff.actor, { ...input, caseId: id })),
  'consultations.list': (office, { actor }) => rows(listConsultations(office, actor)),
  'consultations.get': (office, { actor }, { id }) => viewConsultation(office, actor, id),
  'consultations.answer': (office, { actor }, input) => answerConsultation(office, actor, input),
  'reports.list': (office, { actor }) => rows(listReports(office, actor)),
  'reports.get': (office, { actor }, { year, version }) => viewReport(office, actor, year, version),
  'reports.compile': (office, { actor }, { year }) => compileReport(office, actor, year),
  'reports.saveProse': (office, { actor }, { year, ...prose }) => saveProse(office, actor, year, prose),
  'reports.setCount': (office, { actor }, input) => setCount(office, actor, input),
  'reports.explain': (office, { actor }, input) => explainFinding(office, actor, input),
  'reports.submit': (office, { actor }, { year }) => submitReport(office, actor, year),
  'reports.approve': (office, { actor }, { year }) => approveReport(office, actor, year),
  'reports.publish': (office, { actor }, { year }) => publishReport(office, actor, year),
  'reports.cell': (office, { actor }, input) => cellCases(office, actor, input),
  'people.list': (office, { actor }) => rows(listPeople(office, actor)),
  'people.setRoles': (office, { actor }, input) => rows(setRoles(office, actor, input)),
  'audit.list': (office, { actor }, { page }) => listAudit(office, actor, page),
}
