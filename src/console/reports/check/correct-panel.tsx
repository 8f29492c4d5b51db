import { Button } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../../law/refusal.ts'
import { type CheckedFile, correctedDocument } from '../../../record/reports/checked-file.ts'
import type { Rewording } from '../../../record/reports/quoted.ts'
import { downloadCorrected, Refused } from '../../api.ts'
import { Refusals } from '../../parts/refusals.tsx'
import { noNumbers } from './import-panel.tsx'

/** 改正后下载: the report with what was put right, set anew; nothing of it is kept. */
export function CorrectPanel({
  file,
  wrong,
  changed,
  rewordings,
  onUndo,
}: {
  file: CheckedFile
  wrong: ReadonlyMap<string, string>
  changed: number
  rewordings: readonly Rewording[]
  /** All passages back as they were. */
  onUndo: () => void
}) {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [busy, setBusy] = useState<'docx' | 'xlsx' | null>(null)
  const download = async (to: 'docx' | 'xlsx') => {
    const faults = noNumbers(wrong)
    setRefusals(faults)
    if (faults.length > 0) return
    setBusy(to)
    try {
      await downloadCorrected(to, file, `${correctedDocument(file).title}（改正）.${to}`)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    } finally {
      setBusy(null)
    }
  }
  return (
    <div className="check-task">
      <p className="quiet">在格子里改，或者点检查结果下面的建议；改一格，马上重新检查。已改 {changed} 格。</p>
      {rewordings.length > 0 && (
        <p>
          已改 {rewordings.length} 处文字：{rewordings.map(({ words, instead }) => `“${words}”改为“${instead}”`).join('；')}。{' '}
          <Button size="small" onClick={onUndo}>
            恢复原文
          </Button>
        </p>
      )}
      <Refusals refusals={refusals} />
      <p className="check-buttons">
        <Button type="primary" loading={busy === 'docx'} onClick={() => void download('docx')}>
          下载 Word
        </Button>
        <Button loading={busy === 'xlsx'} onClick={() => void download('xlsx')}>
          下载 Excel
        </Button>
      </p>
      <p className="quiet small">
        三张表按官方格式重新排好，文字除采纳的建议以外照原样，落款日期留空；Excel 里还没有改正的问题标在格子上。
      </p>
    </div>
  )
}
