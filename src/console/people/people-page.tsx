import { App, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import type { OfficerRow } from '../../record/people/view.ts'
import { ROLE_WORDS, ROLES, type Role } from '../../record/people/roles.ts'
import { SealPanel } from '../letters/seal-panel.tsx'
import { Mark } from '../parts/days-left-mark.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { Owners } from './owners.tsx'
import { useDeed, useRead } from '../queries.ts'
import { useSession } from '../session.tsx'

/** 机构与人员: what the letters print of the agency, who works here and in which role. */
export default function PeoplePage() {
  const { session, may } = useSession()
  const [changing, setChanging] = useState<OfficerRow | null>(null)
  const { data, error, refetch, isPending } = useRead('people.list', {})
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  const { details } = session.agency
  const facts: [string, string][] = [
    ['发文机关代字', details.shortName],
    ['主要负责人', details.headName],
    ['公开工作机构', details.officeName],
    ['地址', `${details.address}（${details.postcode}）`],
    ['电话', details.phone],
    ['办公时间', details.officeHours],
    ['复议机关', details.reconsiderationBody],
    ['管辖法院', details.court],
    ['主管部门', details.supervisorName],
  ]
  return (
    <Page title="机构与人员" lead={details.name}>
      <Panel title="机构信息">
        <dl className="facts facts-grid">
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      </Panel>
      {session.agency.regime === 'art54' && <Owners />}
      {may('letters.seal') && <SealPanel />}
      <RowTable<OfficerRow>
        label="人员"
        rows={data?.rows ?? []}
        rowKey={({ id }) => id}
        loading={isPending}
        empty={<Nothing say="还没有人员。" />}
        columns={[
          {
            title: '姓名',
            render: (_, row) => (
              <>
                {row.name} {!row.active && <Mark tone="paused">已停用</Mark>}
                <div className="quiet small">{row.position}</div>
              </>
            ),
          },
          { title: '账号', dataIndex: 'login', responsive: ['md'] },
          { title: '科室', dataIndex: 'sectionName', responsive: ['md'], render: (name) => name ?? '—' },
          { title: '角色', render: (_, row) => row.roles.map((role) => ROLE_WORDS[role]).join('、') || '没有角色' },
          ...(may('people.manage')
            ? [
                {
                  title: '操作',
                  width: 110,
                  render: (_: unknown, row: OfficerRow) => (
                    <Button size="small" onClick={() => setChanging(row)} aria-label={`调整角色：${row.name}`}>
                      调整角色
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {changing && <ChangeRoles officer={changing} onClose={() => setChanging(null)} />}
    </Page>
  )
}

function ChangeRoles({ officer, onClose }: { officer: OfficerRow; onClose: () => void }) {
  const { message } = App.useApp()
  const [roles, setRoles] = useState<Role[]>(officer.roles)
  const change = useDeed('people.setRoles')
  return (
    <Modal
      open
      title={`${officer.name}的角色`}
      okText="保存"
      cancelText="取消"
      confirmLoading={change.isPending}
      onCancel={onClose}
      onOk={() =>
        change.mutate(
          { id: officer.id, roles },
          {
            onSuccess: () => {
              void message.success('已调整')
              onClose()
            },
          },
        )
      }
    >
      <Refusals refusals={change.error?.refusals ?? []} />
      <p className="quiet gap-below">系统管理员、安全审计员不能兼任别的角色（三员分立）。调整会记入审计日志。</p>
      <Checkbox.Group
        className="stacked-checks"
        value={roles}
        onChange={(chosen) => setRoles(chosen as Role[])}
        options={ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role] }))}
      />
    </Modal>
  )
}
