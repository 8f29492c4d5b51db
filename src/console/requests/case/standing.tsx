import { Alert } from 'antd'
import { chineseDate } from '../../../law/date.ts'
import { BREACH_WORDS, LIMIT_WORDS } from './limit-words.ts'
import { outcomeRule } from '../../../law/requests/outcomes.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { Panel } from '../../parts/page.tsx'
import { ClockSteps, dayWords, DueWords, Ribbon } from '../../parts/ribbon.tsx'

/** 办到哪一步: the due day, how it comes about, what was not kept. */
export function Standing({ view }: { view: CaseView }) {
  const { clock } = view
  return (
    <Panel title="办到哪一步">
      {clock.breaches.length > 0 && (
        <Alert
          type="error"
          showIcon
          className="gap-below"
          title="未按期限办理"
          description={
            <ul className="plain-list">
              {clock.breaches.map((breach) => (
                <li key={`${breach.what}${breach.on}`}>
                  {BREACH_WORDS[breach.what]}
                  {breach.due && `：期限为${chineseDate(breach.due)}`}
                  {breach.on && `，${chineseDate(breach.on)}才办理`}（{breach.cite}）
                </li>
              ))}
            </ul>
          }
        />
      )}
      <div className="standing">
        <div className="standing-words">
          <p className="standing-due">
            {view.closedOn ? (
              <>
                办结：<b>{dayWords(view.closedOn)}</b>
                {view.outcome && ` ${outcomeRule(view.outcome).zh}`}
              </>
            ) : (
              <DueWords clock={clock} />
            )}
          </p>
          <dl className="facts">
            <div>
              <dt>收到之日</dt>
              <dd>{view.receivedOn ? chineseDate(view.receivedOn) : '尚未确认'}</dd>
            </div>
            {view.limits
              .filter(({ what }) => what !== 'reply' || view.closedOn)
              .map((limit) => (
                <div key={`${limit.what}${limit.party ?? ''}`}>
                  <dt>
                    {LIMIT_WORDS[limit.what]}
                    {/* A party without a name on file is called by its part, which the limit says already. */}
                    {limit.party && !LIMIT_WORDS[limit.what].startsWith(limit.party) && `（${limit.party}）`}
                  </dt>
                  <dd>
                    {limit.due ? chineseDate(limit.due) : '待定'}
                    {limit.met && <span className="quiet">，{chineseDate(limit.met)}已办</span>}
                  </dd>
                </div>
              ))}
          </dl>
          {view.clockSteps.length > 0 && (
            <>
              <h3 className="small-heading">怎样算出来的</h3>
              <ClockSteps steps={view.clockSteps} />
            </>
          )}
        </div>
        <Ribbon weeks={view.ribbon} />
      </div>
    </Panel>
  )
}
