import { App, Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import {
  TRANSLATION_STATE_WORDS,
  type TranslationRow,
  type TranslationState,
  TRANSLATIONS_PAGE_SIZE,
} from '../../record/letters/translation.ts'
import type { DaysLeft } from '../../record/requests/view.ts'
import { DOT } from '../parts/dot.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { LineForm } from '../parts/line-form.tsx'
import { LetterSheet } from '../parts/letter-sheet.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useDeed, useRead } from '../queries.ts'

const TONES: Record<TranslationState, DaysLeft['tone']> = { pending: 'soon', returned: 'late', entered: 'calm', checked: 'done' }

/** 藏文译文: letters to those who asked in Tibetan, one after the other; the Chinese text stays the authoritative one. */
export default function TranslationsPage() {
  const [open, setOpen] = useState<string | null>(null)
  const [search, setSearch] = useSearchParams()
  const page = Number(search.get('page') ?? '1') || 1
  const { data, error, refetch, isFetching } = useRead('translations.list', { page }, { keep: true })
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return (
    <Page
      title="藏文译文"
      lead={`${data ? `待译、待校核共 ${data.total} 件。` : ''}用藏文提出的申请，文书附藏文译文，以中文为准。录入和校核由两个人办理；校核通过后随文书打印、下载。`}
    >
      <RowTable<TranslationRow>
        label="待译文书"
        rows={data?.rows ?? []}
        rowKey={({ letterId }) => letterId}
        loading={isFetching && !data}
        onOpen={({ letterId }) => setOpen(letterId)}
        pagination={{
          current: page,
          total: data?.total ?? 0,
          pageSize: TRANSLATIONS_PAGE_SIZE,
          showSizeChanger: false,
          hideOnSinglePage: true,
          showTotal: (total, [from, to]) => `第 ${from}–${to} 件，共 ${total} 件`,
          onChange: (next) => setSearch({ page: String(next) }),
        }}
        empty={<Nothing say="没有待译或者待校核的文书。" />}
        columns={[
          {
            title: '文书',
            render: (_, row) => (
              <>
                <Button type="link" className="inline-link" onClick={() => setOpen(row.letterId)}>
                  {row.title}
                </Button>
                <div className="quiet small">
                  {row.number}
                  {DOT}
                  {row.issuedOn}
                </div>
              </>
            ),
          },
          {
            title: '情况',
            width: 180,
            render: (_, row) => (
              <>
                <Mark tone={TONES[row.state]}>{TRANSLATION_STATE_WORDS[row.state]}</Mark>
                {row.returnedBecause && <div className="quiet small">{row.returnedBecause}</div>}
              </>
            ),
          },
          { title: '录入', width: 120, responsive: ['sm'], render: (_, row) => row.enteredBy ?? '—' },
        ]}
      />
      {open && <Translation key={open} letterId={open} onDone={() => setOpen(null)} />}
    </Page>
  )
}

function Translation({ letterId, onDone }: { letterId: string; onDone: () => void }) {
  const { message } = App.useApp()
  const { data: view, error } = useRead('translations.get', { id: letterId })
  const [typed, setTyped] = useState<{ text: string; over: string } | null>(null)
  const enter = useDeed('translations.enter')
  const check = useDeed('translations.check')
  if (error) return <Failure refusals={error.refusals} />
  if (!view) return <Loading />
  const { digest } = view
  const text = typed?.text ?? view.text
  const save = () =>
    enter.mutate(
      { id: letterId, digest, text },
      {
        onSuccess: () => {
          setTyped(null)
          void message.success('已录入，等另一位同事校核')
        },
      },
    )
  const judge = (pass: boolean, because = '') =>
    check.mutate(
      { id: letterId, digest, pass, because },
      {
        onSuccess: () => {
          void message.success(pass ? '校核通过，译文随文书打印' : '已退回修改')
          onDone()
        },
      },
    )
  return (
    <>
      <LeaveGuard when={typed !== null} />
      <div className="two-columns">
        <LetterSheet letter={view.letter} />
        <Panel title="藏文译文（以中文为准）">
          <Refusals refusals={[...(enter.error?.refusals ?? []), ...(check.error?.refusals ?? [])]} />
          <div className="tibetan" lang="bo">
            <TextArea
              aria-label="藏文译文"
              rows={12}
              maxLength={20_000}
              value={text}
              onChange={({ target }) => setTyped({ text: target.value, over: typed?.over ?? view.text })}
            />
          </div>
          {typed !== null && typed.over !== view.text && (
            <>
              <h3 className="small-heading">他人刚录入的译文</h3>
              <p className="tibetan" lang="bo">
                {view.text}
              </p>
            </>
          )}
          <div className="form-end">
            <Button
              type={view.mayCheck ? 'default' : 'primary'}
              disabled={typed === null}
              loading={enter.isPending}
              onClick={save}
            >
              录入译文
            </Button>
            <Button onClick={onDone}>关闭</Button>
          </div>
          {view.mayCheck && typed === null && (
            <>
              <h3 className="small-heading">校核</h3>
              <LineForm
                label="退回的原因"
                placeholder="退回的，写明哪里要改"
                most={500}
                deed="退回修改"
                busy={check.isPending}
                onDo={(because) => judge(false, because)}
              >
                <Button type="primary" loading={check.isPending} onClick={() => judge(true)}>
                  校核通过
                </Button>
              </LineForm>
            </>
          )}
        </Panel>
      </div>
    </>
  )
}
