/** 起草: save, mask, send for review, drop. What is sent for review is saved first; every fault comes back to its field. */
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../law/refusal.ts'
import { type EditionContent, editionContentSchema, type EditionView } from '../../record/publication/edition.ts'
import type { FindingView, SettledKind } from '../../record/publication/proofreading/finding.ts'
import { placedIn, withoutPicture } from '../../record/publication/edition-files.ts'
import { newCommandId, Refused, uploadEditionFile } from '../api.ts'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Panel } from '../parts/page.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { useDeed, useRefresh } from '../queries.ts'
import { bringPictures } from './bring-pictures.ts'
import { DataChanges } from './data-changes.tsx'
import { EditionFields } from './edition-fields.tsx'
import type { FileDeeds } from './files-field.tsx'
import { type Imported, ImportDocument } from './import-document.tsx'
import { filled } from './new-edition-page.tsx'
import { ReasonModal } from '../parts/reason-modal.tsx'
import { PublicityPanel } from './publicity-panel.tsx'
import { Proof, type ProofDeeds } from './proof-panel.tsx'
import { Hits, Steps } from './steps-panel.tsx'

const EDITED = Object.keys(editionContentSchema.shape) as (keyof EditionContent)[]

export function Drafting({ view }: { view: EditionView }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<EditionContent>()
  const [changed, setChanged] = useState(false)
  const [dropping, setDropping] = useState(false)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const save = useDeed('editions.save')
  const submit = useDeed('editions.submit')
  const mask = useDeed('editions.mask')
  const drop = useDeed('editions.drop')
  const settle = useDeed('editions.settle')
  const maskFile = useDeed('editions.maskFile')
  const [bringing, setBringing] = useState(false)
  const refresh = useRefresh('editions')
  const body = Form.useWatch('body', form) ?? view.content.body
  const written = Form.useWatch('files', form) ?? view.content.files
  const busy = bringing || [save, submit, mask, settle, maskFile].some(({ isPending }) => isPending)
  const maskable = view.hits.some((hit) => hit.maskable !== null)

  const saved = async (): Promise<EditionView> => {
    if (!changed) return view
    // The text of a table is made of its rows.
    const body = view.content.data ? { body: '' } : {}
    const content = editionContentSchema.parse({ ...view.content, ...filled(form), ...body })
    const after = await save.mutateAsync({ id: view.id, commandId: newCommandId(), seen: view.version, content })
    setChanged(false)
    return after
  }
  /** Refusals go to their fields; what was typed stays. */
  const refuse = (refusals: readonly Refusal[]) => {
    form.setFields(EDITED.map((name) => ({ name, errors: [] })))
    setOthers(placeRefusals(form, refusals))
  }
  const attempt = async (work: () => Promise<string>) => {
    refuse([])
    try {
      void message.success(await work())
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refuse(error.refusals)
    }
  }
  const keep = async () => {
    await saved()
    return '已暂存'
  }
  const send = async () => {
    const { version } = await saved()
    await submit.mutateAsync({ id: view.id, commandId: newCommandId(), seen: version })
    return '已送审'
  }
  const cover = async () => {
    const { version } = await saved()
    const after = await mask.mutateAsync({ id: view.id, commandId: newCommandId(), seen: version })
    form.setFieldsValue(after.content)
    setChanged(false)
    return '号码已遮盖，原稿另行受限保存'
  }
  /** What was typed is saved first; where it changed the place, the server says so. */
  const settled = async ({ key }: FindingView, what: SettledKind, because = '') => {
    const { version } = await saved()
    const after = await settle.mutateAsync({ id: view.id, commandId: newCommandId(), seen: version, key, what, because })
    if (what !== 'accepted') return
    form.setFieldsValue(after.content)
    setChanged(false)
  }
  const proofDeeds: ProofDeeds = {
    accept: (finding) =>
      attempt(async () => {
        await settled(finding, 'accepted')
        return `已改为“${finding.suggestion}”`
      }),
    dismiss: (finding, because) => settled(finding, 'dismissed', because),
    reopen: (finding) =>
      attempt(async () => {
        await settled(finding, 'reopened')
        return '已重新提出'
      }),
    busy,
  }
  /** The files as the server has them now; a text that was written on meanwhile stays. */
  const files: FileDeeds = {
    editionId: view.id,
    views: view.files.map((one) => ({ ...one, ...written.find(({ id }) => id === one.id) })),
    placed: placedIn(body),
    bring: async (file) => {
      setBringing(true)
      try {
        const { version } = await saved()
        const after = await uploadEditionFile({ id: view.id, seen: version }, file)
        await refresh()
        form.setFieldValue('files', after.content.files)
      } finally {
        setBringing(false)
      }
    },
    refuse,
    mask: (fileId) =>
      void attempt(async () => {
        const { version } = await saved()
        const after = await maskFile.mutateAsync({ id: view.id, commandId: newCommandId(), seen: version, fileId })
        form.setFieldsValue({ files: after.content.files, body: after.content.body })
        setChanged(false)
        return '附件中的号码已遮盖'
      }),
    remove: (fileId) => {
      const left = form.getFieldValue('files') as EditionContent['files']
      form.setFieldsValue({ files: left.filter(({ id }) => id !== fileId), body: withoutPicture(body, fileId) })
      setChanged(true)
    },
    busy,
  }
  const place = async ({ body: imported, pictures }: Imported) => {
    setBringing(true)
    try {
      const { version, content } = await saved()
      const brought = await bringPictures({ id: view.id, version, files: content.files }, { body: imported, pictures })
      await refresh()
      form.setFieldsValue({ files: brought.files, body: brought.body })
      setChanged(true)
      refuse(brought.refusals)
    } finally {
      setBringing(false)
    }
  }
  return (
    <div className={view.content.data ? 'drafting is-table' : 'drafting'}>
      <LeaveGuard when={changed} />
      <Panel title="内容">
        <Refusals refusals={others} />
        {!view.content.data && <ImportDocument form={form} onChanged={() => setChanged(true)} onPictures={place} />}
        <EditionFields
          form={form}
          initial={view.content}
          editionId={view.id}
          standing={view.publicity}
          files={files}
          onChanged={() => setChanged(true)}
        />
        <div className="form-end">
          <Button type="text" danger onClick={() => setDropping(true)}>
            作废
          </Button>
          <Button loading={save.isPending} disabled={busy} onClick={() => void attempt(keep)}>
            暂存
          </Button>
          <Button type="primary" loading={submit.isPending} disabled={busy} onClick={() => void attempt(send)}>
            送审
          </Button>
        </div>
      </Panel>
      <div>
        <PublicityPanel view={view} />
        <Hits view={view} />
        {maskable && (
          <p className="gap-below">
            <Button loading={mask.isPending} disabled={busy} onClick={() => void attempt(cover)}>
              遮盖全部号码
            </Button>
          </p>
        )}
        <DataChanges view={view} />
        <Proof proof={view.proof} deeds={proofDeeds} />
        <Steps view={view} />
      </div>
      {dropping && (
        <ReasonModal
          title="作废这一稿"
          label="作废的原因"
          okText="作废"
          onDone={(because) => drop.mutateAsync({ id: view.id, commandId: newCommandId(), seen: view.version, because })}
          onClose={() => setDropping(false)}
        />
      )}
    </div>
  )
}
