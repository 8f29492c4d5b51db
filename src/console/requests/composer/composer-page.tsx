import { App, Alert, Button, Form, Space } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { FILE_PATHS } from '../../../edge/console/contract.ts'
import type { Refusal } from '../../../law/refusal.ts'
import type { Outcome } from '../../../law/requests/vocabulary.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import type { ReplyContent } from '../../../record/requests/reply.ts'
import { fileAddress, Refused } from '../../api.ts'
import { LessonsWarning } from '../../disputes/lessons-warning.tsx'
import { DOT } from '../../parts/dot.ts'
import { DaysLeftMark } from '../../parts/days-left-mark.tsx'
import { LiveForm } from '../../parts/live-form.tsx'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { Page, Panel } from '../../parts/page.tsx'
import { placeRefusals, Refusals, refusalWords } from '../../parts/refusals.tsx'
import { Failure, Loading } from '../../parts/states.tsx'
import { useDebounced } from '../../parts/use-debounced.ts'
import { useDeed, useRead } from '../../queries.ts'
import { pathTo } from '../../route-table.ts'
import { emptyReply, relevant } from './needs.ts'
import { OutcomeCards } from './outcome-cards.tsx'
import { ReplyFields } from './reply-fields.tsx'
import { atField, formOfReply, replyOfForm, withObjections } from './reply-form.ts'
import { RepeatHint } from './repeat-hint.tsx'
import { ReplyPreviewPane } from './reply-preview-pane.tsx'

const NOTHING_LISTED = { items: [], numbered: false }

/** 拟写答复: the outcome first; article, letter, remedy and table cell follow from it; the letter stands beside. */
export default function ComposerPage() {
  const { id = '' } = useParams()
  const { data: view, error, refetch } = useRead('requests.get', { id })
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  return <Composer key={id} view={view} />
}

function Composer({ view }: { view: CaseView }) {
  const go = useNavigate()
  const { message } = App.useApp()
  const [form] = Form.useForm<Record<string, unknown>>()
  const [outcome, setOutcome] = useState<Outcome | null>(view.draft?.content.outcome ?? null)
  const [values, setValues] = useState<ReplyContent | null>(view.draft && withObjections(view.draft.content, view.consultations))
  const [typed, setTyped] = useState(false)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  // The draft that was opened here: if someone else saved meanwhile, saving says so instead of writing over it.
  const [draftVersion, setDraftVersion] = useState(view.draft?.version ?? 0)
  const deciding = useRead('requests.deciding', { id: view.id })
  const save = useDeed('requests.saveDraft')
  const submit = useDeed('requests.submitDraft')
  const busy = save.isPending || submit.isPending

  const content = useMemo(() => values && relevant(values), [values])
  const shown = useDebounced(content)
  const preview = useRead(
    'requests.previewReply',
    { id: view.id, content: shown ?? emptyReply('granted') },
    { enabled: shown !== null, keep: true },
  )
  const read = () => {
    const read = outcome && replyOfForm(form.getFieldsValue(true) as Record<string, unknown>, outcome)
    if (!read) return
    setValues(read)
    setOutcome(read.outcome)
  }
  const changed = () => {
    setTyped(true)
    read()
  }
  const choose = (next: Outcome) => {
    setOutcome(next)
    setTyped(true)
    setOthers([])
    setValues((before) => ({ ...emptyReply(next), ...before, outcome: next }))
  }
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals.map(atField)))
    }
  }
  const saveDraft = async () => {
    if (!content) return null
    const saved = await save.mutateAsync({ id: view.id, draftVersion, content })
    setDraftVersion(saved.draft?.version ?? 0)
    setTyped(false)
    setOthers([])
    return saved
  }
  const send = () =>
    attempt(async () => {
      const saved = await saveDraft()
      if (!saved?.draft) return
      await submit.mutateAsync({ id: view.id, digest: saved.draft.digest })
      void message.success('已送审')
      await go(pathTo('case', { id: view.id }))
    })

  return (
    <Page
      title="拟写答复"
      lead={
        <>
          <Link to={pathTo('case', { id: view.id })}>{view.number}</Link>
          {DOT}
          {view.subject} <DaysLeftMark left={view.left} />
        </>
      }
      actions={
        <Space wrap>
          {view.draft && !typed && <a href={fileAddress(FILE_PATHS.draftPdf(view.id))}>下载草稿 PDF</a>}
          <Button
            disabled={!content || !view.mayDraft.allowed}
            loading={busy}
            onClick={() => void attempt(async () => (await saveDraft()) && void message.success('草稿已保存'))}
          >
            保存草稿
          </Button>
          <Button type="primary" disabled={!content || !view.mayDraft.allowed} loading={busy} onClick={() => void send()}>
            送审
          </Button>
        </Space>
      }
    >
      <LeaveGuard when={typed} />
      <Notices view={view} />
      <RepeatHint
        similar={deciding.data?.similar ?? []}
        onUse={(reply) => {
          choose('notProcessed.repeated')
          form.setFieldsValue({ earlierCase: reply })
          setValues((before) => before && { ...before, earlierCase: reply })
        }}
      />
      <Refusals refusals={others} />
      <div className={outcome ? 'composer' : ''}>
        <div className="composer-form">
          <Panel title="一、怎样答复">
            {!outcome && (
              <p className="quiet gap-below">
                选择后，告知书的样子、所依据的条款、救济途径，以及在年度报告中计入哪一格，会一起显示在旁边。
              </p>
            )}
            <OutcomeCards chosen={outcome} onChoose={choose} />
          </Panel>
          {outcome && <LessonsWarning caseId={view.id} outcome={outcome} />}
          {outcome && (
            <Panel title="二、写明内容">
              <LiveForm
                form={form}
                layout="vertical"
                initialValues={formOfReply(values ?? emptyReply(outcome))}
                onValuesChange={changed}
              >
                <ReplyFields
                  view={view}
                  values={values ?? emptyReply(outcome)}
                  asked={deciding.data?.asked ?? NOTHING_LISTED}
                  onMain={choose}
                  onChanged={changed}
                />
              </LiveForm>
            </Panel>
          )}
        </div>
        {outcome && (
          <div className="composer-side">
            <ReplyPreviewPane
              outcome={outcome}
              preview={preview.data}
              error={preview.error}
              onFault={(fault) => placeRefusals(form, [atField(fault)])}
            />
          </div>
        )}
      </div>
    </Page>
  )
}

function Notices({ view }: { view: CaseView }) {
  const { draft, mayDraft } = view
  return (
    <>
      {!mayDraft.allowed && <Alert type="warning" showIcon className="gap-below" title={refusalWords(mayDraft.refusal)} />}
      {draft?.state === 'returned' && (
        <Alert type="warning" showIcon className="gap-below" title="答复稿被退回" description={draft.returnedBecause} />
      )}
      {draft?.state === 'submitted' && (
        <Alert type="info" showIcon className="gap-below" title="答复稿已送审；保存修改后须重新送审。" />
      )}
      {draft?.state === 'approved' && (
        <Alert type="info" showIcon className="gap-below" title="答复稿已批准；保存修改后须重新送审、重新审批。" />
      )}
    </>
  )
}
