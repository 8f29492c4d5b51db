import { chineseDate } from '../../../law/date.ts'
import { INTAKE_CHANNEL_WORDS } from '../../../law/requests/vocabulary.ts'
import { CARRIER_WORDS, DELIVERY_WAY_WORDS } from '../../../record/people/requester.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { Panel } from '../../parts/page.tsx'
import { useDeed } from '../../queries.ts'
import { Corrected } from './corrected.tsx'
import { IncomingMail } from './incoming-mail.tsx'
import { Fact, RequesterPanel } from '../requester-panel.tsx'

/** 要什么、谁要: personal data masked until somebody gives a reason. */
export function Asked({ view }: { view: CaseView }) {
  const unmask = useDeed('requests.unmask')
  return (
    <>
      <Panel title="申请的内容">
        <Corrected view={view} />
        {view.corrected !== null && (
          <>
            <p className="quiet small">补正前</p>
            {view.content.subject && <p className="asked-text">{view.content.subject}</p>}
          </>
        )}
        {(view.content.description || view.corrected === null) && (
          <p className="asked-text">{view.content.description || view.content.subject}</p>
        )}
        <dl className="facts">
          <Fact name="载体" value={CARRIER_WORDS[view.content.carrier]} />
          <Fact name="获取方式" value={DELIVERY_WAY_WORDS[view.content.delivery]} />
          <Fact name="渠道" value={INTAKE_CHANNEL_WORDS[view.via]} />
          <Fact name="提交" value={chineseDate(view.submittedOn)} />
        </dl>
        <IncomingMail view={view} />
      </Panel>
      <RequesterPanel
        requester={view.requester}
        files={view.files}
        unmask={view.mayUnmask ? (reason) => unmask.mutateAsync({ id: view.id, reason }) : null}
      />
    </>
  )
}
