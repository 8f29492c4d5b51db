import { Alert, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { FILE_PATHS } from '../../../edge/console/contract.ts'
import { BUNDLE_SCOPE_WORDS, BUNDLE_SECTION_WORDS, type BundleScope } from '../../../record/archive/bundle.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { fileAddress, newCommandId } from '../../api.ts'
import { LineForm } from '../../parts/line-form.tsx'
import { Panel } from '../../parts/page.tsx'
import { Refusals, refusalWords } from '../../parts/refusals.tsx'
import { useDeed, useRead } from '../../queries.ts'
import { useSession } from '../../session.tsx'

/** 案卷: what a court would miss, the volume as a download, and archiving once the case is done. */
export function CaseFile({ view }: { view: CaseView }) {
  const { may } = useSession()
  const { data } = useRead('requests.bundleIndex', { id: view.id }, { enabled: may('requests.bundle') })
  if (!data) return null
  if (data.erasedOn)
    return (
      <Panel title="案卷">
        <p className="note">保管期限已满，个人信息已于 {data.erasedOn} 按期限销毁；办理经过和统计数据保留。</p>
      </Panel>
    )
  return (
    <Panel title="案卷">
      <p className="gap-below">
        共 {data.parts.length} 件{data.volume ? `，案卷号 ${data.volume}` : '，尚未归档'}。
      </p>
      {data.gaps.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="gap-below"
          title={`还缺 ${data.gaps.length} 项材料`}
          description={
            <ul className="plain-list">
              {data.gaps.map(({ section, say, then }) => (
                <li key={say}>
                  {BUNDLE_SECTION_WORDS[section]}：{say}
                  {then}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <Downloads caseId={view.id} sealed={data.sealed} />
      <Archive view={view} />
    </Panel>
  )
}

/** One line for each reader: the body or court with the other side, that body alone, the archive. */
function Downloads({ caseId, sealed }: { caseId: string; sealed: number }) {
  const readers: { scope: BundleScope; for: string }[] = [
    { scope: 'evidence', for: '应诉、答复复议机关用；不含没有公开的信息原件和没有发出的稿。' },
    ...(sealed > 0
      ? [{ scope: 'sealed' as const, for: `没有公开的信息原件等 ${sealed} 件，复议机构、人民法院要求查阅的，单独密封提交。` }]
      : []),
    { scope: 'volume', for: '归档、移交用，全部材料。' },
  ]
  return (
    <ul className="plain-list gap-below" aria-label="下载">
      {readers.map(({ scope, for: words }) => (
        <li key={scope}>
          <b>{BUNDLE_SCOPE_WORDS[scope]}</b>
          <span className="quiet small">　{words}</span>
          <div className="papers-links">
            <a href={fileAddress(FILE_PATHS.bundlePdf(caseId, scope))} aria-label={`PDF 合订 ${BUNDLE_SCOPE_WORDS[scope]}`}>
              PDF 合订
            </a>
            <a href={fileAddress(FILE_PATHS.bundleZip(caseId, scope))} aria-label={`ZIP 逐件 ${BUNDLE_SCOPE_WORDS[scope]}`}>
              ZIP 逐件
            </a>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Archive({ view }: { view: CaseView }) {
  const { rules } = useSession()
  const archive = useDeed('requests.archive')
  const [commandId] = useState(newCommandId)
  const may = view.may.archived
  if (!view.closedOn) return null
  if (view.may['archive-transferred'].allowed) return <Transfer view={view} />
  if (!may.allowed) return <p className="quiet small">归档：{refusalWords(may.refusal)}</p>
  return (
    <>
      <Refusals refusals={archive.error?.refusals ?? []} />
      <Popconfirm
        title="归档以后，案卷不能再补材料、不能更正"
        description="期限内申请复议、提起诉讼的，仍然可以登记。"
        okText="确认归档"
        cancelText="再看看"
        onConfirm={() => archive.mutate({ id: view.id, commandId, seen: view.version, on: rules.today })}
      >
        <Button block loading={archive.isPending}>
          归档
        </Button>
      </Popconfirm>
    </>
  )
}

/** 移交: the volume leaves for the archive; here it is written down where to. */
function Transfer({ view }: { view: CaseView }) {
  const { rules } = useSession()
  const transfer = useDeed('requests.archiveTransfer')
  const [commandId] = useState(newCommandId)
  return (
    <>
      <Refusals refusals={transfer.error?.refusals ?? []} />
      <p className="quiet small">已归档。移交档案馆时在这里登记。</p>
      <LineForm
        label="接收的档案馆"
        placeholder="接收的档案馆全称"
        most={100}
        deed="登记移交"
        busy={transfer.isPending}
        onDo={(to) => transfer.mutate({ id: view.id, commandId, seen: view.version, on: rules.today, to })}
      />
    </>
  )
}
