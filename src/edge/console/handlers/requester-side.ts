/** 申请人一侧: endpoint → office verb. */
import { handleMessage, requesterSide } from '../../../office/requester/requester-side.ts'
import type { RequesterSideOutputs } from '../contract/requester-side.ts'
import type { Handlers } from './handler.ts'

export const REQUESTER_SIDE_HANDLERS: Handlers<keyof RequesterSideOutputs> = {
  'requests.requesterSide': (office, { actor }, { id }) => requesterSide(office, actor, id),
  'requests.handleMessage': async (office, { actor }, { id, messageId }) => {
    const handled = await handleMessage(office, actor, { caseId: id, messageId })
    return handled.ok ? requesterSide(office, actor, id) : handled
  },
}
