/** The report to check: a file, or its text pasted; last year's beside it, if wished. */
import { Button, Upload } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../../law/refusal.ts'
import { checkReport, Refused } from '../../api.ts'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import type { Brought } from './check-page.tsx'

const KINDS = '.docx,.doc,.pdf,.xlsx,.xls,.html,.htm,.csv,.txt,.md'
const MOST_CHARACTERS = 100_000

export function BringReport({ onBrought }: { onBrought: (brought: Brought) => void }) {
  const [previous, setPrevious] = useState<File | null>(null)
  const [text, setText] = useState('')
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const check = async (file: File) => {
    setBusy(true)
    setRefusals([])
    try {
      onBrought({ file, answer: await checkReport(file, previous) })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Panel title="放入报告">
      <Refusals refusals={refusals} />
      <div className="field-stack">
        <div>
          <h3 className="small-heading">上一年度的报告（可不选）</h3>
          <p className="quiet small">核对上年结转和现行有效件数。本机关的报告，上一年度已在存档中的，不选也会核对。</p>
          <Choose label={previous ? `已选：${previous.name}` : '选择上一年度的报告'} onFile={setPrevious} />{' '}
          {previous && (
            <Button type="link" className="inline-link" onClick={() => setPrevious(null)}>
              不用了
            </Button>
          )}
        </div>
        <div>
          <h3 className="small-heading">要检查的报告</h3>
          <p className="quiet small">Word、PDF、Excel、网页、CSV、纯文本，10 MB 以内。不要放入涉密材料。</p>
          <Choose primary busy={busy} label="选择文件并检查" onFile={(file) => void check(file)} />
        </div>
        <div>
          <h3 className="small-heading" id="pasted">
            或者粘贴全文
          </h3>
          <TextArea
            aria-labelledby="pasted"
            rows={6}
            maxLength={MOST_CHARACTERS}
            placeholder="全选、复制、粘贴，连表格一起"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <Button
            className="gap-above"
            loading={busy}
            disabled={text.trim() === ''}
            onClick={() => void check(new File([text], '粘贴的文字.txt', { type: 'text/plain' }))}
          >
            检查粘贴的文字
          </Button>
        </div>
      </div>
    </Panel>
  )
}

function Choose({
  label,
  primary = false,
  busy = false,
  onFile,
}: {
  label: string
  primary?: boolean
  busy?: boolean
  onFile: (file: File) => void
}) {
  return (
    <Upload
      showUploadList={false}
      accept={KINDS}
      beforeUpload={(file) => {
        onFile(file)
        return false
      }}
    >
      <Button type={primary ? 'primary' : 'default'} loading={busy}>
        {label}
      </Button>
    </Upload>
  )
}
