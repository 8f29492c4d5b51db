import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { chineseDate } from '../../../law/date.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { LiveForm } from '../../parts/live-form.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { useDeed } from '../../queries.ts'
import { checkDigit } from '../receipt-fields.tsx'
import { Fact } from '../requester-panel.tsx'

/** 来件号 of a registered or express letter; what was copied wrongly stays to be read. */
export function IncomingMail({ view }: { view: CaseView }) {
  const { incomingMail: noted, mayNoteIncomingMail: may } = view
  const [open, setOpen] = useState(false)
  if (!noted && !may) return null
  return (
    <div className="incoming-mail">
      {noted && (
        <>
          <dl className="facts">
            <Fact name="来件号" value={noted.number} />
          </dl>
          <p className="quiet small">
            {noted.by}于{chineseDate(noted.on)}登记{noted.formerly.length > 0 && `，原登记为 ${noted.formerly.join('、')}`}。
          </p>
        </>
      )}
      {may && !open && (
        <Button size="small" onClick={() => setOpen(true)}>
          {noted ? '更正来件号' : '补登来件号'}
        </Button>
      )}
      {open && <NoteNumber view={view} onClose={() => setOpen(false)} />}
    </div>
  )
}

function NoteNumber({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [form] = Form.useForm<{ number: string }>()
  const note = useDeed('requests.noteIncomingMail')
  return (
    <LiveForm<{ number: string }>
      form={form}
      layout="vertical"
      onFinish={({ number }) => note.mutate({ id: view.id, number }, { onSuccess: onClose })}
    >
      <Refusals refusals={note.error?.refusals ?? []} />
      <Form.Item
        name="number"
        label="来件号"
        extra="信封、详情单条形码下面的号码，可以扫描。"
        rules={[
          { required: true, message: '请填写来件号' },
          { warningOnly: true, validator: checkDigit },
        ]}
      >
        <Input maxLength={40} autoComplete="off" autoFocus />
      </Form.Item>
      <div className="button-row">
        <Button type="primary" size="small" htmlType="submit" loading={note.isPending}>
          登记
        </Button>
        <Button size="small" onClick={onClose}>
          取消
        </Button>
      </div>
    </LiveForm>
  )
}
