/** 导入存档: as it was read; asked is only what the machine could not read, and the day of publication. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, InputNumber } from 'antd'
import { useState } from 'react'
import { yearOf, type LocalDate } from '../../../law/date.ts'
import type { Refusal } from '../../../law/refusal.ts'
import { importReport, Refused } from '../../api.ts'
import { DayField } from '../../parts/day-field.tsx'
import { Refusals, refusalWords } from '../../parts/refusals.tsx'
import { useSession } from '../../session.tsx'
import type { Brought } from './use-check.ts'
import type { Entries } from './checked.tsx'

const NO_DAY: Refusal = {
  code: 'field-missing',
  say: '没有填写公布日期。',
  then: '请填写原报告的公布日期。',
  field: 'publishedOn',
}

export function noNumbers(wrong: ReadonlyMap<string, string>): Refusal[] {
  return [...wrong].map(([field, words]) => ({
    code: 'field-invalid' as const,
    say: `${words}要填数字。`,
    then: '没有的填 0，看不清的留空。',
    field,
  }))
}

export function ImportPanel({
  brought,
  unread,
  given,
  onImported,
}: {
  brought: Brought
  unread: number
  given: Entries
  onImported: (year: number) => void
}) {
  const { file, answer } = brought
  const { report } = answer.file
  const { message } = App.useApp()
  const { rules } = useSession()
  const queries = useQueryClient()
  const [publishedOn, setPublishedOn] = useState<LocalDate | null>(null)
  const [year, setYear] = useState<number | null>(null)
  const [otherName, setOtherName] = useState(false)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [busy, setBusy] = useState(false)
  if (!answer.mayImport.allowed) return <p className="note">{refusalWords(answer.mayImport.refusal)}</p>
  const isOther = report.agency !== answer.agencyName
  const bring = async () => {
    const faults = [...noNumbers(given.wrong), ...(publishedOn ? [] : [NO_DAY])]
    setRefusals(faults)
    if (faults.length > 0 || !publishedOn) return
    setBusy(true)
    try {
      const values = [...given.read].filter((entry): entry is [string, number | string] => entry[1] !== null)
      const view = await importReport(file, { publishedOn, year, otherName, given: Object.fromEntries(values) })
      await queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => String(key).startsWith('reports.') })
      void message.success('已导入存档')
      onImported(view.year)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="check-task">
      <p className="quiet">
        照原件存档：公布过的数字错了也照录，检查结果随报告保存，原件一起保存。
        {unread > 0 ? `有 ${unread} 格没有读准，请对照原件填写，看不清的留空；填了哪几格、谁填的，都记下来。` : ''}
      </p>
      <Refusals refusals={refusals} />
      <div className="field-stack">
        {report.year === null && (
          <label>
            报告年度{' '}
            <InputNumber
              min={2008}
              max={yearOf(rules.today)}
              controls={false}
              value={year}
              onChange={(value) => setYear(value)}
            />
          </label>
        )}
        <label>
          公布日期 <DayField value={publishedOn} onChange={setPublishedOn} max={rules.today} />
        </label>
        {isOther && (
          <Checkbox checked={otherName} onChange={({ target }) => setOtherName(target.checked)}>
            {report.agency === null ? '没有读出机关名称' : `报告写的是“${report.agency}”`}，确属本机关（包括更名前）的报告
          </Checkbox>
        )}
      </div>
      <Button type="primary" loading={busy} onClick={() => void bring()}>
        导入存档
      </Button>
    </div>
  )
}
