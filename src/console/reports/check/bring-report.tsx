/** The report to check: a file, or its text pasted. */
import { Button, Upload } from 'antd'
import { useState } from 'react'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { type Brought, taking, useCheck } from './use-check.ts'

const MOST_CHARACTERS = 100_000

export function BringReport({ onBrought }: { onBrought: (brought: Brought) => void }) {
  const [text, setText] = useState('')
  const { check, busy, refusals } = useCheck(onBrought)
  return (
    <Panel title="放入报告">
      <Refusals refusals={refusals} />
      <div className="check-bring">
        <Upload.Dragger {...taking((file) => void check(file))} disabled={busy}>
          <p className="drop-words">{busy ? '正在读取、检查…' : '把报告文件拖到这里，或者点这里选择'}</p>
          <p className="quiet small">Word、PDF、Excel、网页、CSV、纯文本，10 MB 以内。不要放入涉密材料。</p>
        </Upload.Dragger>
        <div>
          <TextArea
            aria-label="或者粘贴全文"
            rows={9}
            maxLength={MOST_CHARACTERS}
            placeholder="没有文件的，把全文粘贴到这里：全选、复制、粘贴，连表格一起"
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
