import { Button } from 'antd'
import { chineseDate } from '../../../law/date.ts'
import { SERVICE_METHOD_WORDS } from '../../../law/requests/vocabulary.ts'
import {
  type MessageView,
  type RequesterSideView,
  USEFULNESS,
  USEFULNESS_WORDS,
} from '../../../record/requests/requester-side.ts'
import { MAIL_STATE_WORDS } from '../../../record/mail/mails.ts'
import { AsWritten } from '../../parts/as-written.tsx'
import { DOT } from '../../parts/dot.ts'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { useShownTime } from '../../parts/time.ts'
import { useDeed, useRead } from '../../queries.ts'

/** 申请人网上办理: what the requester wrote, how it is to be served, what was opened. */
export function RequesterSide({ caseId }: { caseId: string }) {
  const { data: side, error } = useRead('requests.requesterSide', { id: caseId })
  const handle = useDeed('requests.handleMessage')
  return (
    <Panel title="申请人网上办理">
      <Refusals refusals={error?.refusals ?? handle.error?.refusals ?? []} />
      {side && (
        <>
          <Service side={side} />
          <ul className="notes" aria-label="申请人提交的内容">
            {side.messages.map((message) => (
              <Message
                key={message.id}
                message={message}
                mayHandle={side.mayHandle}
                busy={handle.isPending}
                onHandled={() => handle.mutate({ id: caseId, messageId: message.id })}
              />
            ))}
          </ul>
          <Opened side={side} />
          <Mails side={side} />
          {side.messages.some(({ kind }) => kind === 'feedback') && <Year side={side} />}
        </>
      )}
    </Panel>
  )
}

function Service({ side: { electronic } }: { side: RequesterSideView }) {
  const word = SERVICE_METHOD_WORDS.electronic
  if (!electronic.agreed)
    return (
      <p className="quiet">
        {electronic.since ? `申请人于${chineseDate(electronic.since)}撤销同意${word}。` : `申请人没有选择${word}。`}
      </p>
    )
  return (
    <>
      <p>
        申请人同意{word}
        {electronic.since && `（${chineseDate(electronic.since)}）`}，在网上打开答复即为送达，自动登记。
      </p>
      {electronic.supplement && (
        <p>答复作出以后才同意的，已出具网上申请行政复议渠道的补充告知书（{electronic.supplement}），随答复一并送达。</p>
      )}
      {electronic.unopened && electronic.openBy && (
        <p>
          <span className="stamp">没有打开</span> 到{chineseDate(electronic.openBy)}仍没有打开，请改用其他方式送达并登记。
        </p>
      )}
    </>
  )
}

interface MessageProps {
  message: MessageView
  mayHandle: boolean
  busy: boolean
  onHandled: () => void
}

function Message({ message, mayHandle, busy, onHandled }: MessageProps) {
  const shownTime = useShownTime()
  const { words, on, text, useful, handled, writtenAt } = message
  return (
    <li>
      <p>
        <b>{words}</b>
        {useful && `：${USEFULNESS_WORDS[useful]}`}
      </p>
      {text && <AsWritten text={text} />}
      <p className="quiet small">
        {chineseDate(on)}（{shownTime(writtenAt)}）
        {handled !== null && handled !== 'waiting' && `${DOT}${handled.by}已核对，${shownTime(handled.at)}`}
      </p>
      {handled === 'waiting' && mayHandle && (
        <Button size="small" loading={busy} onClick={onHandled} aria-label={`已核对：${words}`}>
          已核对
        </Button>
      )}
    </li>
  )
}

function Opened({ side: { accesses } }: { side: RequesterSideView }) {
  const shownTime = useShownTime()
  if (accesses.length === 0) return null
  return (
    <ul className="papers" aria-label="网上打开记录">
      {accesses.map(({ number, openedAt }) => (
        <li key={`${number} ${openedAt}`}>
          <span>{number}</span>
          <span className="quiet small">{shownTime(openedAt)}打开</span>
        </li>
      ))}
    </ul>
  )
}

function Mails({ side: { mails, mailSince } }: { side: RequesterSideView }) {
  const shownTime = useShownTime()
  if (mails.length === 0 && !mailSince) return null
  return (
    <>
      <p className="quiet">{mailSince ? `申请人从${chineseDate(mailSince)}起接收邮件提醒。` : '申请人已取消邮件提醒。'}</p>
      <ul className="papers" aria-label="邮件提醒">
        {mails.map(({ words, state, attempts, writtenAt }) => (
          <li key={`${words} ${writtenAt}`}>
            <span>{words}</span>
            <span className="quiet small">
              {(state === 'failed' || state === 'unclear') && <span className="stamp">请改用电话联系</span>}{' '}
              {MAIL_STATE_WORDS[state]}
              {state !== 'sent' && attempts > 0 && `（已试 ${attempts} 次）`}，{shownTime(writtenAt)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Year({ side: { year } }: { side: RequesterSideView }) {
  return (
    <p className="quiet small">
      {year.year}年评价：{USEFULNESS.map((one) => `${USEFULNESS_WORDS[one]} ${year.counts[one]} 件`).join('，')}。
    </p>
  )
}
