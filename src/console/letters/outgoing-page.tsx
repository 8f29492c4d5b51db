import { App, Button, Grid, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { MAIL_CARRIER_WORDS, type MailCarrier } from '../../law/requests/service.ts'
import type { DispatchedRow, OutgoingRow } from '../../record/letters/view.ts'
import type { PrintInput } from '../../edge/console/contract/letters.ts'
import { downloadPrinted, newCommandId, Refused } from '../api.ts'
import { DOT } from '../parts/dot.ts'
import { DayField } from '../parts/day-field.tsx'
import { Mark } from '../parts/days-left-mark.tsx'
import { Page } from '../parts/page.tsx'
import { Refusals, refusalWords } from '../parts/refusals.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { ServiceMark } from '../parts/service-mark.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

const VIEWS = {
  toSend: { words: '待寄出', states: ['unsent', 'returned'] },
  unproven: { words: '已寄出，待签收', states: ['unproven', 'arrived', 'noticed', 'noticeOver'] },
  all: { words: '全部', states: ['unsent', 'returned', 'unproven', 'arrived', 'noticed', 'noticeOver'] },
} as const satisfies Record<string, { words: string; states: readonly OutgoingRow['state'][] }>
type View = keyof typeof VIEWS

const TO_WORDS: Record<OutgoingRow['addressedTo'], string> = { requester: '申请人', thirdParty: '第三方', agency: '其他机关' }

const NAMES: Record<PrintInput['what'], string> = { letters: '待送达文书.pdf', labels: '邮寄标签.pdf', list: '公文交寄清单.pdf' }

/** 待送达文书: chosen, printed and posted many at a time; what was sent and not proven stays in the list. */
export default function OutgoingPage() {
  const go = useNavigate()
  const { may } = useSession()
  const { sm: wide } = Grid.useBreakpoint()
  const [shown, setShown] = useState<View>('toSend')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [numbers, setNumbers] = useState<Record<string, string>>({})
  const { data, error, refetch, isPending } = useRead('letters.outgoing', {})
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  const all = data?.rows ?? []
  const inView = (view: View) => all.filter(({ state }) => (VIEWS[view].states as readonly string[]).includes(state))
  const rows = inView(shown)
  const picked = rows.filter(({ id }) => chosen.includes(id))
  return (
    <Page
      title="待送达文书"
      lead="最近一年作出、还没有送达凭证的文书。打印、贴签、交寄可以成批办理。"
      actions={
        <>
          <Button onClick={() => void go(pathTo('letterRegister'))}>文号登记簿</Button>
          {may('letters.wording') && <Button onClick={() => void go(pathTo('wording'))}>文书用语和编号</Button>}
        </>
      }
    >
      <div className="filters">
        <Radio.Group
          aria-label="显示哪些文书"
          optionType="button"
          value={shown}
          onChange={({ target }) => {
            setShown(target.value as View)
            setChosen([])
          }}
          options={(Object.keys(VIEWS) as View[]).map((view) => ({
            value: view,
            label: `${VIEWS[view].words} ${inView(view).length}`,
          }))}
        />
      </div>
      <Postings key={shown} picked={picked} numbers={numbers} onDone={() => setChosen([])} />
      <RowTable<OutgoingRow>
        label="待送达文书"
        rows={rows}
        rowKey={({ id }) => id}
        loading={isPending}
        chosen={chosen}
        onChoose={setChosen}
        nameOf={({ number }) => number}
        empty={<Nothing say="没有等待送达的文书。文书作出之后列在这里，登记了送达凭证就不再出现。" />}
        columns={[
          {
            title: '文书',
            render: (_, row) => (
              <>
                <Link to={pathTo('case', { id: row.caseId })}>{row.title}</Link>
                <div className="quiet small">
                  <span className="unbroken">{row.number}</span>
                  {DOT}
                  <span className="unbroken">{row.issuedOn}</span>
                </div>
                {row.warnings.map((words) => (
                  <div key={words} className="small">
                    <Mark tone="soon">提示</Mark> {words}
                  </div>
                ))}
                <div className="phone-only">
                  <div className="small">
                    致{TO_WORDS[row.addressedTo]} {row.recipient}
                  </div>
                  <ServiceMark state={row.state} />
                </div>
              </>
            ),
          },
          {
            title: '收件人',
            responsive: ['sm'],
            render: (_, row) => (
              <>
                {row.recipient}
                <div className="quiet small">{TO_WORDS[row.addressedTo]}</div>
              </>
            ),
          },
          {
            title: '送达情况',
            width: 160,
            responsive: ['md'],
            render: (_, row) => (
              <>
                <ServiceMark state={row.state} />
                {row.lastOn && <div className="quiet small">{row.lastOn}</div>}
              </>
            ),
          },
          {
            title: '邮件号码',
            width: wide ? 180 : 116,
            render: (_, row) =>
              row.state === 'unsent' || row.state === 'returned' ? (
                <Input
                  size="small"
                  aria-label={`邮件号码：${row.number}`}
                  maxLength={40}
                  value={numbers[row.id] ?? ''}
                  onChange={({ target }) => {
                    setNumbers({ ...numbers, [row.id]: target.value })
                    if (target.value && !chosen.includes(row.id)) setChosen([...chosen, row.id])
                  }}
                />
              ) : (
                (row.mailNumber ?? '—')
              ),
          },
        ]}
      />
    </Page>
  )
}

/** What can be done with the letters chosen. */
function Postings({
  picked,
  numbers,
  onDone,
}: {
  picked: readonly OutgoingRow[]
  numbers: Readonly<Record<string, string>>
  onDone: () => void
}) {
  const { rules } = useSession()
  const { message } = App.useApp()
  const [on, setOn] = useState<typeof rules.today | null>(rules.today)
  const [carrier, setCarrier] = useState<MailCarrier>('ems')
  const [refused, setRefused] = useState<readonly DispatchedRow[]>([])
  const [busy, setBusy] = useState(false)
  const dispatch = useDeed('letters.dispatch')
  const items = picked.map(({ id, mailNumber }) => ({ id, mailNumber: numbers[id] ?? mailNumber ?? '' }))
  const none = items.length === 0
  const print = async (what: PrintInput['what']) => {
    setBusy(true)
    try {
      await downloadPrinted({ what, items }, NAMES[what])
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      void message.error(error.refusals.map(refusalWords).join(''), 8)
    } finally {
      setBusy(false)
    }
  }
  const post = async () => {
    if (!on) return
    try {
      const { rows } = await dispatch.mutateAsync({
        on,
        carrier,
        items: items.map((item) => ({ ...item, commandId: newCommandId() })),
      })
      const failed = rows.filter(({ refusals }) => refusals.length > 0)
      setRefused(failed)
      const done = rows.length - failed.length
      if (done > 0) void message.success(`已登记交寄 ${done} 份`)
      if (failed.length === 0) onDone()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
  return (
    <>
      <Refusals refusals={dispatch.error?.refusals ?? []} />
      {refused.map(({ id, number, refusals }) => (
        <p key={id} className="note" role="alert">
          {number}：{refusals.map(refusalWords).join('')}
        </p>
      ))}
      <div className="filters">
        <Button disabled={none} loading={busy} onClick={() => void print('letters')}>
          打印文书
        </Button>
        <Button disabled={none} loading={busy} onClick={() => void print('labels')}>
          打印邮寄标签
        </Button>
        <Button disabled={none} loading={busy} onClick={() => void print('list')}>
          打印交寄清单
        </Button>
      </div>
      <div className="filters">
        <DayField aria-label="交寄之日" value={on} max={rules.today} onChange={setOn} />
        <Select
          aria-label="由谁寄送"
          value={carrier}
          onChange={setCarrier}
          options={(['ems', 'registered'] as const).map((value) => ({ value, label: MAIL_CARRIER_WORDS[value] }))}
        />
        <Button type="primary" disabled={none || !on} loading={dispatch.isPending} onClick={() => void post()}>
          {none ? '登记交寄' : `登记交寄 ${items.length} 份`}
        </Button>
      </div>
    </>
  )
}
