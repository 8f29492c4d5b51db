/** 归档 of a served matter; afterwards its volume, and how long it is kept. */
import { App, Button } from 'antd'
import { useState } from 'react'
import { chineseDate } from '../../law/date.ts'
import { RETENTION_WORDS } from '../../law/requests/retention.ts'
import type { AmendmentView } from '../../record/amendments/view.ts'
import { newCommandId } from '../api.ts'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'

export function ArchivePanel({ view }: { view: AmendmentView }) {
  const { message } = App.useApp()
  const [commandId] = useState(newCommandId)
  const archive = useDeed('amendments.archive')
  const { volume, erasedOn } = view
  if (!volume && !view.mayArchive) return null
  return (
    <Panel title="归档">
      {volume ? (
        <p>
          案卷号 {volume.number}，保管{RETENTION_WORDS[volume.retention]}
          {volume.dueOn && `，${chineseDate(volume.dueOn)}期满`}。
        </p>
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
      {erasedOn && <p className="note">保管期限已满，个人信息已于{chineseDate(erasedOn)}按期限销毁；编号、日期和结果保留。</p>}
    </Panel>
  )
}
