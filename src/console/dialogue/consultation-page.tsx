import { App, Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { ConsultationView } from '../../record/dialogue/view.ts'
import { chineseDate } from '../../law/date.ts'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { TextArea } from '../parts/text-area.tsx'

/** 一件咨询: the question and its answer. */
export default function ConsultationPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useRead('consultations.get', { id })
  if (error && !data) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return data ? <Consultation key={id} view={data} /> : <Loading />
}

function Consultation({ view }: { view: ConsultationView }) {
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const answer = useDeed('consultations.answer')
  return (
    <Page
      title={view.subject}
      lead={
        <>
          <Link to={pathTo('consultations')}>咨询</Link> / {view.number}
        </>
      }
    >
      <div className="narrow">
        <Panel title="提问">
          <p className="asked-text">{view.question}</p>
          <dl className="facts">
            <div>
              <dt>提问人</dt>
              <dd>{view.askerName}</dd>
            </div>
            <div>
              <dt>联系方式</dt>
              <dd>{view.contact || '未留'}</dd>
            </div>
            <div>
              <dt>提交</dt>
              <dd>{chineseDate(view.submittedOn)}</dd>
            </div>
          </dl>
        </Panel>
        <Panel title="答复">
          {view.answer !== null && (
            <>
              <p className="asked-text">{view.answer}</p>
              {view.answeredOn && <p className="quiet small">{chineseDate(view.answeredOn)}答复</p>}
            </>
          )}
          {view.answer === null && !view.mayAnswer && <p className="quiet">尚未答复。</p>}
          {view.answer === null && view.mayAnswer && (
            <>
              <LeaveGuard when={text.trim() !== ''} />
              <Refusals refusals={answer.error?.refusals ?? []} />
              <TextArea
                aria-label="答复内容"
                rows={6}
                maxLength={5000}
                showCount
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <div className="form-end">
                <Button
                  type="primary"
                  disabled={text.trim().length < 2}
                  loading={answer.isPending}
                  onClick={() =>
                    answer.mutate(
                      { id: view.id, text },
                      {
                        onSuccess: () => {
                          setText('')
                          void message.success('已答复')
                        },
                      },
                    )
                  }
                >
                  发出答复
                </Button>
                <span className="quiet">提问人凭编号和查询码可以看到。</span>
              </div>
            </>
          )}
        </Panel>
      </div>
    </Page>
  )
}
