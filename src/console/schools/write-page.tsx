/**
 * 发布信息, on a phone in a free period: which kind, title, text or file, day, for whom — and why, where only for staff. Everything
 * else follows from the kind.
 */
import { App, Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { Link, useNavigate, useParams } from 'react-router'
import { AUDIENCE_WORDS, AUDIENCES } from '../../law/publication/attribute.ts'
import { TILE_KEYS, TILES, tileOf } from '../../law/publication/term-card.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { CatalogueRow } from '../../record/publication/catalogue-view.ts'
import { type EditionContent, editionContentSchema, type EditionView } from '../../record/publication/edition.ts'
import { newCommandId, Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { BodySlot } from '../publishing/edition-fields.tsx'
import { ImportDocument } from '../publishing/import-document.tsx'
import { filled } from '../publishing/new-edition-page.tsx'
import { openFindings } from '../publishing/proof-panel.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

export default function WritePage() {
  const { id } = useParams()
  const edition = useRead('editions.view', { id: id ?? '' }, { enabled: id !== undefined })
  const catalogue = useRead('catalogue.list', {})
  const { session } = useSession()
  const error = edition.error ?? catalogue.error
  if (error && !(edition.data ?? catalogue.data))
    return <Failure refusals={error.refusals} retry={() => void catalogue.refetch()} />
  if (!catalogue.data || (id !== undefined && !edition.data)) return <Loading />
  const initial = edition.data?.content ?? editionContentSchema.parse({ column: '', title: '', formedOn: session.today })
  return (
    <Write
      key={id ?? 'new'}
      view={edition.data ?? null}
      initial={{ ...initial, formedOn: initial.formedOn ?? session.today }}
      rows={catalogue.data.rows}
    />
  )
}

function Write({ view, initial, rows }: { view: EditionView | null; initial: EditionContent; rows: CatalogueRow[] }) {
  const { message } = App.useApp()
  const { session } = useSession()
  const go = useNavigate()
  const [form] = Form.useForm<EditionContent>()
  const [newId] = useState(newCommandId)
  const [draft, setDraft] = useState<{ id: string; version: number } | null>(view)
  const [changed, setChanged] = useState(view === null || view.content.formedOn === null)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const begin = useDeed('editions.begin')
  const save = useDeed('editions.save')
  const submit = useDeed('editions.submit')
  const audience = Form.useWatch('audience', form) ?? initial.audience
  const busy = begin.isPending || save.isPending || submit.isPending

  const content = () => editionContentSchema.parse({ ...initial, ...filled(form) })
  /** The draft as it is kept now: begun with the first saving, and stays this page's, also where something is still missing. */
  const kept = async (): Promise<{ id: string; version: number }> => {
    if (draft && !changed) return draft
    if (draft) {
      const command = { id: draft.id, commandId: newCommandId(), seen: draft.version }
      const { version } = await save.mutateAsync({ ...command, content: content() })
      return settle({ id: draft.id, version })
    }
    await begin.mutateAsync({ id: newId, sectionId: null, content: content() })
    return settle({ id: newId, version: 1 })
  }
  const settle = (at: { id: string; version: number }) => {
    setDraft(at)
    setChanged(false)
    return at
  }
  const attempt = async (work: () => Promise<void>) => {
    setOthers([])
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  const keep = () =>
    attempt(async () => {
      const { id } = await kept()
      void message.success('已保存')
      flushSync(() => setChanged(false))
      if (!view) await go(pathTo('write', { id }), { replace: true })
    })
  const send = () =>
    attempt(async () => {
      const { id, version } = await kept()
      await submit.mutateAsync({ id, commandId: newCommandId(), seen: version })
      flushSync(() => setChanged(false))
      void message.success('已送审')
      await go(pathTo('term'))
    })
  const take = (itemId: string | null | undefined) => {
    const row = rows.find((one) => one.id === itemId)
    form.setFieldValue('dutyKey', '')
    form.setFieldValue('column', row?.column ?? '')
    form.setFieldValue('audience', row?.staffOnly ? 'staff' : 'society')
  }
  return (
    <Page
      title={view ? '填写信息' : '发布信息'}
      lead="写好送审：审查以后由校长签发，签发后立即公开。"
      actions={view && <Link to={pathTo('edition', { id: view.id })}>更多项目</Link>}
    >
      <LeaveGuard when={changed && draft !== null} />
      <Panel title="内容">
        <Refusals refusals={others} />
        <ImportDocument form={form} onChanged={() => setChanged(true)} />
        <Form<EditionContent>
          form={form}
          layout="vertical"
          className="write-form"
          requiredMark={requiredMark}
          initialValues={initial}
          onValuesChange={(typed: Partial<EditionContent>) => {
            form.setFields(Object.keys(typed).map((name) => ({ name: name as keyof EditionContent, errors: [] })))
            setChanged(true)
          }}
        >
          <Form.Item name="itemId" label="什么信息" required>
            <Select<string | null>
              showSearch={{ optionFilterProp: 'label' }}
              placeholder="请选择"
              onChange={take}
              options={kinds(rows)}
            />
          </Form.Item>
          <Form.Item name="title" label="标题" required>
            <Input maxLength={200} placeholder="如：2026年春季学期收费公示" />
          </Form.Item>
          <Form.Item name="body" label="正文" required className="body-field">
            <BodySlot files={view ? { editionId: view.id, views: view.files } : null} />
          </Form.Item>
          <Form.Item name="formedOn" label="日期" required extra="写成或者决定的那一天。">
            <DayField max={session.today} />
          </Form.Item>
          <Form.Item name="audience" label="给谁看">
            <Radio.Group options={AUDIENCES.map((value) => ({ value, label: AUDIENCE_WORDS[value] }))} />
          </Form.Item>
          {audience === 'staff' && (
            <Form.Item name="reason" label="为什么只给本单位看" required>
              <TextArea rows={2} maxLength={500} />
            </Form.Item>
          )}
          {/* Inferred from the kind; kept in the form so that a refusal finds its field. */}
          <Form.Item name="column" hidden>
            <Input />
          </Form.Item>
          <Form.Item name="dutyKey" hidden>
            <Input />
          </Form.Item>
        </Form>
        <Looks view={view} />
        <div className="form-end">
          <Button loading={save.isPending || begin.isPending} disabled={busy} onClick={() => void keep()}>
            保存
          </Button>
          <Button type="primary" loading={submit.isPending} disabled={busy} onClick={() => void send()}>
            送审
          </Button>
        </div>
      </Panel>
    </Page>
  )
}

/** What the machine found, in one line; it is settled on the full page. */
function Looks({ view }: { view: EditionView | null }) {
  if (!view) return null
  const looks = openFindings(view.proof).length + view.hits.length
  if (looks === 0) return null
  return (
    <p className="risk">
      机器检查、校对提示有 {looks} 处，<Link to={pathTo('edition', { id: view.id })}>去看看</Link>。
    </p>
  )
}

/** The school's own catalogue, by the tiles of the card; what no tile holds comes last. */
function kinds(rows: readonly CatalogueRow[]) {
  const at = (row: CatalogueRow) => tileOf({ second: row.second, column: row.column })
  const option = ({ id, second }: CatalogueRow) => ({ value: id, label: second })
  const groups = TILE_KEYS.map((key) => ({ label: TILES[key].zh, options: rows.filter((row) => at(row) === key).map(option) }))
  const others = { label: '其他', options: rows.filter((row) => at(row) === null).map(option) }
  return [...groups, others].filter(({ options }) => options.length > 0)
}
