import { App, Button } from 'antd'
import { useState } from 'react'
import { proseParts, type ReportProse } from '../../record/reports/prose.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Panel } from '../parts/page.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { Facts } from './facts.tsx'
import { LastProblems } from './last-problems.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { TextArea } from '../parts/text-area.tsx'

type Section = keyof ReportProse

/** 文字: plain paragraphs, one a line, in the order of the form. */
export function Prose({ view }: { view: ReportView }) {
  const { message } = App.useApp()
  const [edited, setEdited] = useState<Partial<Record<Section, Edited>>>({})
  const save = useDeed('reports.saveProse')
  const sections = proseParts(view.format)
  const textOf = (key: Section) => edited[key]?.text ?? view.prose[key].join('\n')
  const write = (key: Section, text: string) =>
    setEdited((before) => ({ ...before, [key]: { text, was: before[key]?.was ?? view.prose[key] } }))
  const changed = Object.keys(edited).length > 0
  const send = () => {
    const written = Object.entries(edited)
    save.mutate(
      {
        year: view.year,
        prose: Object.fromEntries(written.map(([key, { text }]) => [key, paragraphs(text)])),
        was: Object.fromEntries(written.map(([key, { was }]) => [key, was])),
      },
      {
        onSuccess: () => {
          setEdited({})
          void message.success('文字已保存')
        },
      },
    )
  }
  const mayEdit = view.may.edit.allowed
  return (
    <Panel
      title="文字部分"
      extra={
        mayEdit && (
          <Button type={changed ? 'primary' : 'default'} disabled={!changed} loading={save.isPending} onClick={send}>
            保存文字
          </Button>
        )
      }
    >
      <LeaveGuard when={changed} />
      <Refusals refusals={(save.error?.refusals ?? []).filter(({ field }) => !sections.some(({ key }) => key === field))} />
      {sections.map(({ key, words: title }) => (
        <section key={key} id={`prose-${key}`} className="prose-section">
          <h3 className="small-heading">{title}</h3>
          {mayEdit ? (
            <TextArea
              aria-label={title}
              rows={2}
              value={textOf(key)}
              placeholder="每段一行"
              onChange={(event) => write(key, event.target.value)}
            />
          ) : (
            view.prose[key].map((paragraph) => <p key={paragraph}>{paragraph}</p>)
          )}
          {edited[key] && save.error?.refusals.some(({ field }) => field === key) && (
            <ChangedMeanwhile
              refusals={save.error.refusals.filter(({ field }) => field === key)}
              stands={view.prose[key]}
              onTake={() => setEdited(({ [key]: _mine, ...others }) => others)}
              onKeep={() => setEdited((before) => ({ ...before, [key]: { text: textOf(key), was: view.prose[key] } }))}
            />
          )}
          {!mayEdit && view.prose[key].length === 0 && <p className="quiet">无</p>}
          {mayEdit && (
            <Facts
              year={view.year}
              section={key}
              title={title}
              written={textOf(key)}
              onWrite={(sentence) => write(key, [textOf(key), sentence].filter(Boolean).join('\n'))}
            />
          )}
          {mayEdit && key === 'problems' && <LastProblems view={view} />}
        </section>
      ))}
    </Panel>
  )
}

/** What was typed, and the section as it stood when the typing began. */
interface Edited {
  text: string
  was: string[]
}

function paragraphs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
