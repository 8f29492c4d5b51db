/** 起草信息: nothing is kept until it is saved for the first time; then it has an address of its own. */
import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useNavigate, useSearchParams } from 'react-router'
import type { Refusal } from '../../law/refusal.ts'
import { type EditionContent, editionContentSchema } from '../../record/publication/edition.ts'
import type { PublicityView } from '../../record/publication/objection.ts'
import { newCommandId, Refused } from '../api.ts'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { bringPictures } from './bring-pictures.ts'
import { EditionFields } from './edition-fields.tsx'
import { type Imported, ImportDocument } from './import-document.tsx'

const EMPTY: EditionContent = editionContentSchema.parse({ column: '', title: '' })

/** A new text; with `?resultOf=…` the result of a 公示, which is read first. */
export default function NewEditionPage() {
  const [search] = useSearchParams()
  const documentId = search.get('resultOf') ?? ''
  const publicity = useRead('publicity.view', { documentId }, { enabled: documentId !== '' })
  if (documentId === '') return <NewEdition initial={EMPTY} />
  if (publicity.error) return <Failure refusals={publicity.error.refusals} retry={() => void publicity.refetch()} />
  return publicity.data ? <NewEdition initial={resultDraft(publicity.data)} /> : <Loading />
}

/** 结果: under the same column, with a title from the 公示's. */
function resultDraft({ documentId, title, column }: PublicityView): EditionContent {
  return { ...EMPTY, column, title: `${title.replace(/的?公示$/, '')}公示结果`, resultOf: documentId }
}

function NewEdition({ initial }: { initial: EditionContent }) {
  const { data: view, error, refetch } = useRead('editions.list', { tab: 'drafting', page: 1, words: '' })
  const [form] = Form.useForm<EditionContent>()
  const [id] = useState(newCommandId)
  const [chosen, setChosen] = useState<string | null>(null)
  const [changed, setChanged] = useState(false)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const begin = useDeed('editions.begin')
  const save = useDeed('editions.save')
  const go = useNavigate()
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  const section = chosen ?? view.sections[0]?.id ?? ''
  /** Pictures of an imported file need a draft to be in: it is kept at once. */
  const keep = async (imported: Imported | null) => {
    setOthers([])
    try {
      const content = editionContentSchema.parse({ ...initial, ...filled(form) })
      await begin.mutateAsync({ id, sectionId: section || null, content })
      const notes = [...(imported?.notes ?? [])]
      if (imported) {
        const { version, refusals, files, body } = await bringPictures({ id, version: 1, files: [] }, imported)
        await save.mutateAsync({ id, commandId: newCommandId(), seen: version, content: { ...content, files, body } })
        notes.push(...refusals.map(({ say }) => say.replace(/。$/, '')))
      }
      // The guard has to be gone before the page is left.
      flushSync(() => setChanged(false))
      await go(pathTo('edition', { id }), { replace: true, state: { notes } })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  return (
    <Page title="起草信息" lead="从文件导入，或者自己写标题、贴正文；选好栏目，暂存后可以随时接着写；写好后送审。">
      <LeaveGuard when={changed} />
      <Panel title="内容">
        <Refusals refusals={others} />
        {view.sections.length > 1 && (
          <Form layout="vertical">
            <Form.Item label="起草科室" htmlFor="section">
              <Select
                id="section"
                value={section}
                onChange={setChosen}
                options={view.sections.map(({ id: value, name }) => ({ value: value ?? '', label: name }))}
              />
            </Form.Item>
          </Form>
        )}
        <ImportDocument form={form} onChanged={() => setChanged(true)} onPictures={keep} />
        <EditionFields form={form} initial={initial} onChanged={() => setChanged(true)} />
        <div className="form-end">
          <Button type="primary" loading={begin.isPending || save.isPending} onClick={() => void keep(null)}>
            暂存
          </Button>
        </div>
      </Panel>
    </Page>
  )
}

/** What was not touched is absent in the form's values. */
export function filled(form: { getFieldsValue(all: true): EditionContent }): Partial<EditionContent> {
  const entries = Object.entries(form.getFieldsValue(true)).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Partial<EditionContent>
}
