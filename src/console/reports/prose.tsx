import { App, Button } from 'antd'
import { useState } from 'react'
import { formOf } from '../../law/reports/formats/index.ts'
import type { ReportProse } from '../../record/reports/prose.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Panel } from '../parts/page.tsx'
import { Facts } from './facts.tsx'
import { LastProblems } from './last-problems.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { TextArea } from '../parts/text-area.tsx'

type Section = keyof ReportProse

/** 文字: plain paragraphs, one a line, in the order of the form. */
export function Prose({ view }: { view: ReportView }) {
  const { message } = App.useApp()
  const [edited, setEdited] = useState<Partial<Record<Section, string>>>({})
  const save = useDeed('reports.saveProse')
  const sections: { key: Section; title: string }[] = [
    { key: 'preface', title: '引言' },
    ...formOf(view.format).sections.flatMap(({ key, number, heading }) =>
      key === 'overall' || key === 'problems' || key === 'other' ? [{ key, title: `${number}、${heading}` }] : [],
    ),
  ]
  const textOf = (key: Section) => edited[key] ?? view.prose[key].join('\n')
  const changed = Object.keys(edited).length > 0
  const send = () => {
    const prose = Object.fromEntries(sections.map(({ key }) => [key, paragraphs(textOf(key))])) as unknown as ReportProse
    save.mutate(
      { year: view.year, ...prose },
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
      <Refusals refusals={save.error?.refusals ?? []} />
      {sections.map(({ key, title }) => (
        <section key={key} id={`prose-${key}`} className="prose-section">
          <h3 className="small-heading">{title}</h3>
          {mayEdit ? (
            <TextArea
              aria-label={title}
              rows={2}
              value={textOf(key)}
              placeholder="每段一行"
              onChange={(event) => setEdited((before) => ({ ...before, [key]: event.target.value }))}
            />
          ) : (
            view.prose[key].map((paragraph) => <p key={paragraph}>{paragraph}</p>)
          )}
          {!mayEdit && view.prose[key].length === 0 && <p className="quiet">无</p>}
          {mayEdit && (
            <Facts
              year={view.year}
              section={key}
              title={title}
              written={textOf(key)}
              onWrite={(sentence) =>
                setEdited((before) => ({ ...before, [key]: [textOf(key), sentence].filter(Boolean).join('\n') }))
              }
            />
          )}
          {mayEdit && key === 'problems' && <LastProblems view={view} />}
        </section>
      ))}
    </Panel>
  )
}

function paragraphs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
