/** 导入目录: the sheet is read and compared; what is new, changed, gone and unreadable is shown before anything is written. */
import { App, Button, Checkbox, Upload } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useQueryClient } from '@tanstack/react-query'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import type { Refusal } from '../../law/refusal.ts'
import { itemName, type CataloguePreview } from '../../record/publication/catalogue-view.ts'
import type { SheetPlace } from '../../record/publication/catalogue-sheet.ts'
import { fileAddress, importCatalogue, previewCatalogue, Refused } from '../api.ts'
import { Page, Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { pathTo } from '../route-table.ts'
import { Differences } from './differences.tsx'

export default function ImportPage() {
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<CataloguePreview | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setRefusals([])
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    } finally {
      setBusy(false)
    }
  }
  const look = (chosen: File) =>
    attempt(async () => {
      setFile(chosen)
      setPreview(null)
      setPreview(await previewCatalogue(chosen))
    })
  return (
    <Page
      title="导入目录"
      lead={
        <>
          <Link to={pathTo('catalogue')}>公开事项目录</Link> / 选好表格先预览，确认后才写入。
        </>
      }
    >
      <Refusals refusals={refusals} />
      <Panel title="选择表格">
        <Upload.Dragger
          accept=".xlsx,.xls"
          maxCount={1}
          showUploadList={false}
          disabled={busy}
          beforeUpload={(chosen) => {
            void look(chosen)
            return false
          }}
        >
          <p className="drop-words">{busy ? '正在读取…' : '把目录表格拖到这里，或者点这里选择'}</p>
          <p className="quiet small">
            {file
              ? `已选择：${file.name}`
              : 'Excel 或 WPS 表格，表头含一级事项、二级事项、公开内容（要素）；合并单元格、■□、√ 都认得。'}
          </p>
        </Upload.Dragger>
        <p className="download-links gap-above">
          <a href={fileAddress(FILE_PATHS.catalogue())}>下载现有目录，改好后再导入</a>
        </p>
      </Panel>
      {file && preview && (
        <Preview
          preview={preview}
          busy={busy}
          attempt={attempt}
          file={file}
          onStale={() => void look(file)}
          stale={refusals.some(({ code }) => code === 'changed-meanwhile')}
        />
      )}
    </Page>
  )
}

function Preview({
  preview,
  file,
  busy,
  attempt,
  stale,
  onStale,
}: {
  preview: CataloguePreview
  file: File
  busy: boolean
  attempt: (work: () => Promise<void>) => Promise<void>
  stale: boolean
  onStale: () => void
}) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const go = useNavigate()
  const [endGone, setEndGone] = useState(false)
  const { fresh, changed, gone, faults, remarks, same, untouched, moved } = preview
  const nothing = fresh.length === 0 && changed.length === 0 && !moved && (gone.length === 0 || !endGone)
  const take = () =>
    attempt(async () => {
      const done = await importCatalogue(file, preview.seen, endGone)
      await queries.invalidateQueries({
        predicate: ({ queryKey: [key] }) => typeof key === 'string' && key.startsWith('catalogue.'),
      })
      void message.success(`已导入：新增 ${done.fresh} 项，修改 ${done.changed} 项，停用 ${done.ended} 项`)
      await go(pathTo('catalogue'))
    })
  return (
    <>
      <p className="gap-below" role="status">
        新增 {fresh.length} 项，修改 {changed.length} 项，表中没有的 {gone.length} 项，不变 {same} 项
        {faults.length > 0 && `，没有读取 ${faults.length} 处`}
        {moved && '；顺序按表格调整'}。
      </p>
      {faults.length > 0 && (
        <Panel title="没有读取的">
          <p className="quiet gap-below">这些内容不会导入。改好表格后重新选择，或者先导入其余的。</p>
          <Lines lines={faults.map(({ sheet, row, say }) => ({ key: `${sheet}${row}${say}`, at: { sheet, row }, words: say }))} />
        </Panel>
      )}
      {remarks.length > 0 && (
        <Panel title="请注意">
          <Lines
            lines={remarks.map(({ sheet, row, say }) => ({ key: `${sheet}${row}`, at: { sheet, row }, words: `${say}。` }))}
          />
        </Panel>
      )}
      {changed.length > 0 && (
        <Panel title={`修改 ${changed.length} 项`}>
          <ul className="plain-list preview-list">
            {changed.map(({ id, at, name, differences }) => (
              <li key={id}>
                <div>
                  {name} <Where at={at} />
                </div>
                <Differences differences={differences} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {fresh.length > 0 && (
        <Panel title={`新增 ${fresh.length} 项`}>
          <Lines lines={fresh.map(({ at, content }) => ({ key: `${at.sheet}${at.row}`, at, words: itemName(content) }))} />
        </Panel>
      )}
      {gone.length > 0 && (
        <Panel title={`表中没有的 ${gone.length} 项`}>
          <Checkbox checked={endGone} onChange={({ target }) => setEndGone(target.checked)} className="gap-below">
            从今天起停用这 {gone.length} 项；不勾选的，照旧保留
          </Checkbox>
          <Lines lines={gone.map(({ id, name }) => ({ key: id, at: null, words: name }))} />
        </Panel>
      )}
      {untouched.length > 0 && (
        <p className="note">
          表格里没有{untouched.map(({ field, items }) => `“${field}”（${items} 项）`).join('、')}的工作表，这些事项不动。
        </p>
      )}
      <div className="form-end">
        {stale && (
          <Button onClick={onStale} disabled={busy}>
            重新预览
          </Button>
        )}
        <Button type="primary" loading={busy} disabled={nothing || stale} onClick={() => void take()}>
          导入
        </Button>
      </div>
      {nothing && <p className="quiet">表格和现有目录一致，没有需要导入的。</p>}
    </>
  )
}

function Where({ at: { sheet, row } }: { at: SheetPlace }) {
  return (
    <span className="quiet small">
      “{sheet}”{row > 0 ? `第 ${row} 行` : ''}
    </span>
  )
}

/** How many are shown before the rest is asked for. */
const SHOWN = 20

function Lines({ lines }: { lines: { key: string; at: SheetPlace | null; words: string }[] }) {
  const [all, setAll] = useState(false)
  return (
    <>
      <ul className="plain-list preview-list">
        {(all ? lines : lines.slice(0, SHOWN)).map(({ key, at, words }) => (
          <li key={key}>
            {words} {at && <Where at={at} />}
          </li>
        ))}
      </ul>
      {!all && lines.length > SHOWN && (
        <Button type="link" onClick={() => setAll(true)}>
          显示全部 {lines.length} 项
        </Button>
      )}
    </>
  )
}
