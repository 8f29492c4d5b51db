/** 归档 of a matter that ended; afterwards its volume, how long it is kept, and where it went. */
import { App, Button } from 'antd'
import { useState } from 'react'
import { chineseDate } from '../../law/date.ts'
import { RETENTION_WORDS } from '../../law/requests/retention.ts'
import type { AmendmentView } from '../../record/amendments/view.ts'
import { newCommandId } from '../api.ts'
import { LineForm } from '../parts/line-form.tsx'
import { Panel } from '../parts/page.tsx'
import { Refusals, refusalWords } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'

export function ArchivePanel({ view }: { view: AmendmentView }) {
  const { message } = App.useApp()
  const [commandId] = useState(newCommandId)
  const [transferId] = useState(newCommandId)
  const archive = useDeed('amendments.archive')
  const transfer = useDeed('amendments.transfer')
  const { volume, erasedOn } = view
  if (!volume && !view.mayArchive) return null
  return (
    <Panel title="归档">
      {volume ? (
        <p>
          案卷号 {volume.number}，保管{RETENTION_WORDS[volume.retention]}
          {volume.dueOn && `，${chineseDate(volume.dueOn)}期满`}。
          {volume.transferred && `${chineseDate(volume.transferred.on)}移交${volume.transferred.to}。`}
        </p>
      ) : view.mayArchive?.refusal ? (
        <p className="quiet">{refusalWords(view.mayArchive.refusal)}</p>
      ) : (
        <>
          <Refusals refusals={archive.error?.refusals ?? []} />
          <p className="quiet gap-below">按本机关的保管期限表保管{RETENTION_WORDS[view.retention]}。归档后不再改动。</p>
          <Button
            type="primary"
            loading={archive.isPending}
            onClick={() =>
              archive.mutate(
                { id: view.id, commandId, seen: view.version, on: view.today },
                { onSuccess: () => void message.success('已归档') },
              )
            }
          >
            归档
          </Button>
        </>
      )}
      {view.mayTransfer && (
        <>
          <Refusals refusals={transfer.error?.refusals ?? []} />
          <p className="quiet small gap-above">移交档案馆时在这里登记。</p>
          <LineForm
            label="接收的档案馆"
            placeholder="接收的档案馆全称"
            most={100}
            deed="登记移交"
            busy={transfer.isPending}
            onDo={(to) =>
              transfer.mutate(
                { id: view.id, commandId: transferId, seen: view.version, on: view.today, to },
                { onSuccess: () => void message.success('已登记移交') },
              )
            }
          />
        </>
      )}
      {erasedOn && <p className="note">保管期限已满，个人信息已于{chineseDate(erasedOn)}按期限销毁；编号、日期和结果保留。</p>}
    </Panel>
  )
}
