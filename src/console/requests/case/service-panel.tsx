import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { chineseDate } from '../../../law/date.ts'
import { RETURN_REASON_WORDS } from '../../../law/requests/service.ts'
import { SERVICE_METHOD_WORDS } from '../../../law/requests/vocabulary.ts'
import { type LetterService, needsService, serviceOf } from '../../../record/requests/service.ts'
import type { CaseView, LetterRow } from '../../../record/requests/view.ts'
import { newCommandId } from '../../api.ts'
import { LiveForm } from '../../parts/live-form.tsx'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { ServiceMark } from '../../parts/service-mark.tsx'
import { useDeed } from '../../queries.ts'
import { foldedOf } from '../acts/case-so-far.ts'

/** 送达: of every letter, how it left and what proves that it arrived. What is sent and not proven stays red. */
export function ServicePanel({ view }: { view: CaseView }) {
  const folded = foldedOf(view)
  const letters = view.letters
    .filter(({ code }) => needsService(code))
    .map((letter) => ({ letter, service: serviceOf(folded, letter, view.today) }))
  if (letters.length === 0) return null
  return (
    <Panel title="送达">
      <ul className="papers" aria-label="各份文书的送达情况">
        {letters.map(({ letter, service }) => (
          <LetterWay key={letter.id} view={view} letter={letter} service={service} />
        ))}
      </ul>
    </Panel>
  )
}

function LetterWay({ view, letter, service }: { view: CaseView; letter: LetterRow; service: LetterService }) {
  const last = service.attempts.at(-1)
  const posted = last?.by === 'signed-mail' && !last.returned && !service.proven && service.state !== 'void' ? last : null
  return (
    <li>
      <div>
        <b>{letter.title}</b>
        <span className="quiet small">{letter.number}</span>
        {wayWords(service).map((words) => (
          <span key={words} className="quiet small">
            {words}
          </span>
        ))}
        {posted && view.may.annulled.allowed && <CorrectNumber view={view} letter={letter} of={posted.seq} />}
      </div>
      <ServiceMark state={service.state} />
    </li>
  )
}

/** 更正邮件号码: the day and the letter stay as they are, only what was copied wrongly is set right. */
function CorrectNumber({ view, letter, of }: { view: CaseView; letter: LetterRow; of: number }) {
  const [form] = Form.useForm<{ mailNumber: string }>()
  const [open, setOpen] = useState(false)
  const [commandId] = useState(newCommandId)
  const correct = useDeed('requests.correctMailNumber')
  const close = () => {
    setOpen(false)
    correct.reset()
  }
  if (!open)
    return (
      <Button
        type="link"
        size="small"
        className="inline-link"
        aria-label={`更正邮件号码：${letter.number}`}
        onClick={() => setOpen(true)}
      >
        更正邮件号码
      </Button>
    )
  return (
    <LiveForm<{ mailNumber: string }>
      form={form}
      layout="vertical"
      className="correct-number"
      onFinish={({ mailNumber }) =>
        correct.mutate({ id: view.id, commandId, seen: view.version, of, mailNumber }, { onSuccess: close })
      }
    >
      <Refusals refusals={correct.error?.refusals ?? []} />
      <Form.Item
        name="mailNumber"
        label="正确的邮件号码"
        extra="以收寄凭证为准。交寄之日不变，原来的号码在“办理经过”中划去，仍可查看。"
        rules={[{ required: true, message: '请填写邮件号码' }]}
      >
        <Input maxLength={40} autoComplete="off" autoFocus />
      </Form.Item>
      <div className="button-row">
        <Button type="primary" size="small" htmlType="submit" loading={correct.isPending}>
          更正
        </Button>
        <Button size="small" onClick={close}>
          取消
        </Button>
      </div>
    </LiveForm>
  )
}

function wayWords({ attempts, notice, proven, arrivedOn }: LetterService): string[] {
  const sent = attempts.flatMap(({ on, by, mailNumber, returned }) => [
    `${chineseDate(on)}发出（${SERVICE_METHOD_WORDS[by]}）${mailNumber ? `，邮件号码 ${mailNumber}` : ''}`,
    ...(returned ? [`${chineseDate(returned.on)}退回：${RETURN_REASON_WORDS[returned.because]}`] : []),
  ])
  const published = notice ? [`${chineseDate(notice.on)}公告于${notice.outlet}，${chineseDate(notice.deemedOn)}视为送达`] : []
  const noted = arrivedOn && !proven ? [`${chineseDate(arrivedOn)}对方收到，没有凭证：用“登记对方收到文书”补登`] : []
  const arrived = proven ? [`${chineseDate(proven.on)}送达${proven.by ? `（${SERVICE_METHOD_WORDS[proven.by]}）` : ''}`] : []
  return [...sent, ...published, ...noted, ...arrived]
}
