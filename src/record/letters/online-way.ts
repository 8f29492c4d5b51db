/** D30 网上申请行政复议渠道补充告知书: goes with a decision that is served online and was composed before anybody knew that it would be. */
import { arl } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { onlineWayTold } from '../../law/oversight/remedies.ts'
import type { LetterFacts } from './facts.ts'
import type { Letter } from './model.ts'
import { addressed, basis, letter, opening, paragraph } from './phrases.ts'

export const ONLINE_WAY_TITLE = '关于网上申请行政复议渠道的补充告知书'

export function onlineWayNotice(facts: LetterFacts<'D30'>): Letter {
  const { agency, requester, act } = facts
  return letter('D30', facts, {
    title: ONLINE_WAY_TITLE,
    addressee: addressed(requester),
    blocks: [
      opening(facts),
      paragraph(
        `本机关已于${chineseDate(act.decidedOn)}作出《${act.decision}》（${act.decisionNumber}）。因该告知书通过互联网渠道送达，` +
          `${basis([arl('22.2')])}，现将提交行政复议申请书的互联网渠道补充告知如下：`,
      ),
      paragraph(`对该告知书不服的，可以依法向${agency.reconsiderationBody}申请行政复议；${onlineWayTold(agency)}`),
      paragraph('本补充告知书与该告知书一并送达，不改变该告知书的内容和其中告知的救济期限。'),
    ],
  })
}
