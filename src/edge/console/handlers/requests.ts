/** 依申请公开: endpoint → office verb. */
import { ok } from '../../../law/refusal.ts'
import { listTasks } from '../../../office/desk/list-tasks.ts'
import { correctFileKind } from '../../../office/files/correct-kind.ts'
import { addNote, assignCase } from '../../../office/requests/annotate.ts'
import { approveReply } from '../../../office/requests/approve-reply.ts'
import { previewReply, returnDraft, saveDraft, submitDraft } from '../../../office/requests/draft-reply.ts'
import { correctMailNumber } from '../../../office/requests/correct-mail-number.ts'
import { feeChoice } from '../../../office/requests/fee-choice.ts'
import { listRequests } from '../../../office/requests/list-cases.ts'
import { noteIncomingMail } from '../../../office/requests/note-incoming-mail.ts'
import { recordAct } from '../../../office/requests/record-act.ts'
import { registerRequest } from '../../../office/requests/register-request.ts'
import { replyToRequest } from '../../../office/requests/reply-to-request.ts'
import { openCasePage, unmask } from '../../../office/requests/view-case.ts'
import type { RequestsOutputs } from '../contract/requests.ts'
import { type Handlers, thenView } from './handler.ts'

export const REQUESTS_HANDLERS: Handlers<keyof RequestsOutputs> = {
  'tasks.list': async (office, { actor }) => {
    const tasks = await listTasks(office, actor)
    return tasks.ok ? ok({ tasks: tasks.value }) : tasks
  },
  'requests.list': (office, { actor }, { size, page, ...filter }) =>
    listRequests(office, actor, { ...filter, year: filter.year }, { page, size }),
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
  'requests.feeChoice': (office, { actor }, { id, ...input }) => feeChoice(office, actor, { ...input, caseId: id }),
  'requests.note': (office, staff, { id, ...input }) =>
    thenView(office, staff, addNote(office, staff.actor, { ...input, caseId: id })),
  'requests.correctFileKind': (office, staff, { id, ...input }) =>
    thenView(office, staff, correctFileKind(office, staff.actor, { ...input, caseId: id })),
  'requests.noteIncomingMail': (office, staff, { id, number }) =>
    thenView(office, staff, noteIncomingMail(office, staff.actor, { caseId: id, number })),
  'requests.correctMailNumber': (office, staff, { id, ...input }) =>
    thenView(office, staff, correctMailNumber(office, staff.actor, { ...input, caseId: id })),
  'requests.assign': (office, staff, { id, ...input }) =>
    thenView(office, staff, assignCase(office, staff.actor, { ...input, caseId: id })),
}
