import { Button, Space } from 'antd'
import { useNavigate } from 'react-router'
import type { Outputs } from '../../edge/console/contract.ts'
import { Page, Panel } from '../parts/page.tsx'
import { pathTo } from '../route-table.ts'
import type { Registering } from './registering.ts'
import { WrittenForms } from './written-form.tsx'

export type Opened = Outputs['requests.register']

/** The query codes are shown this once: the store keeps only their digests. */
export function Registered({ cases, values, another }: { cases: Opened[]; values: Registering; another: () => void }) {
  const go = useNavigate()
  const [first] = cases
  return (
    <Page title={cases.length > 1 ? `已登记 ${cases.length} 件` : '已登记'}>
      <Panel title="请告知申请人">
        {cases.map(({ id, number, queryCode }) => (
          <dl className="big-facts" key={id}>
            <div>
              <dt>申请编号</dt>
              <dd>{number}</dd>
            </div>
            <div>
              <dt>查询码</dt>
              <dd className="code">{queryCode}</dd>
            </div>
          </dl>
        ))}
        <p className="quiet">申请人凭编号和查询码可在公开专栏查询办理情况。查询码只显示这一次，请抄录或打印给申请人。</p>
        <p className="quiet gap-below">信封、签收页、通话记录、委托书等证据，请打开案件后在“文书与附件”上传。</p>
        <Space wrap className="no-print">
          <Button
            type="primary"
            autoFocus
            onClick={() => {
              if (first) void go(pathTo('case', { id: first.id }))
            }}
          >
            打开案件
          </Button>
          <Button onClick={another}>继续登记下一件</Button>
          <Button onClick={() => window.print()}>打印本页</Button>
        </Space>
      </Panel>
      {values.via === 'oral' && <WrittenForms values={values} numbers={cases.map(({ number }) => number)} />}
    </Page>
  )
}
