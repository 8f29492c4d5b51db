import { Button } from 'antd'
import { STEP_WORDS } from '../../../record/people/owners.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { Panel } from '../../parts/page.tsx'
import { useDeed, useRead } from '../../queries.ts'

/** 各环节责任科室 of this case; the step it is at stands out, with the section it should be given to. */
export function CaseOwners({ view }: { view: CaseView }) {
  const { data } = useRead('requests.owners', { id: view.id })
  const assign = useDeed('requests.assign')
  if (!data || data.steps.every(({ sectionName }) => sectionName === null)) return null
  const { now, suggestion } = data
  return (
    <Panel title="责任科室">
      <dl className="facts facts-owners">
        {data.steps.map(
          ({ step, sectionName }) =>
            sectionName && (
              <div key={step}>
                <dt>
                  {STEP_WORDS[step]}
                  {step === now && <span className="stamp">当前</span>}
                </dt>
                <dd>{sectionName}</dd>
              </div>
            ),
        )}
      </dl>
      {suggestion && view.mayAssign && (
        <Button
          className="gap-above"
          loading={assign.isPending}
          onClick={() => assign.mutate({ id: view.id, sectionId: suggestion.id, officerId: null })}
        >
          按责任分办给{suggestion.name}
        </Button>
      )}
    </Panel>
  )
}
