/** 从表格粘贴: what was copied from a spreadsheet, read line by line before anything is entered. */
import { Alert, App, Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../law/refusal.ts'
import type { DecisionsView } from '../../record/reports/decision-entries.ts'
import { PASTED_COLUMNS, readPasted } from '../../record/reports/pasted-entries.ts'
import { newCommandId, Refused } from '../api.ts'
import { Refusals } from '../parts/refusals.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useDeed } from '../queries.ts'
import { quantityWords } from './entry-words.ts'

const HEAD = PASTED_COLUMNS.join('\t')

export function PasteDrawer({ view, onClose }: { view: DecisionsView; onClose: () => void }) {
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const [sectionId, setSectionId] = useState(view.sections[0]?.id ?? '')
  const [commandId] = useState(newCommandId)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const enter = useDeed('decisions.enter')
  const lines = readPasted(text)
  const good = lines?.flatMap(({ entry }) => (entry ? [entry] : [])) ?? []
  const wrong = lines?.filter(({ entry }) => !entry) ?? []
  const submit = async () => {
    try {
      await enter.mutateAsync({ commandId, entries: good.map((entry) => ({ ...entry, sectionId: sectionId || null })) })
      void message.success(`已登记 ${good.length} 笔`)
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals.map(atLine))
    }
  }
  return (
    <Drawer
      open
      title="从表格粘贴"
      size={640}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            disabled={good.length === 0 || wrong.length > 0}
            loading={enter.isPending}
            onClick={() => void submit()}
          >
            {good.length > 0 ? `登记 ${good.length} 笔` : '登记'}
          </Button>
        </div>
      }
    >
      <Refusals refusals={refusals} />
      <p className="gap-below">
        在 Excel、WPS
        中选中带表头的区域，复制，粘贴在下面。表头须有“种类、事项、起、止、依据”，以及“数量”“不予许可”“金额（元）”中用得着的。{' '}
        <Button size="small" onClick={() => void navigator.clipboard.writeText(HEAD).then(() => message.success('表头已复制'))}>
          复制表头
        </Button>
      </p>
      <div className="field-stack gap-below">
        <label>
          作出决定的科室{' '}
          <Select
            value={sectionId}
            onChange={setSectionId}
            options={view.sections.map(({ id, name }) => ({ value: id ?? '', label: name }))}
          />
        </label>
        <TextArea
          aria-label="粘贴的表格"
          rows={6}
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            setRefusals([])
          }}
        />
      </div>
      {text.trim() !== '' && lines === null && (
        <Alert
          type="warning"
          showIcon
          title="没有认出表头"
          description="第一行应为列名，各列之间是制表符；请连同表头一起复制。"
        />
      )}
      {lines && lines.length > 0 && (
        <ol className="plain-list" aria-label="读到的内容">
          {lines.map(({ line, text: said, entry, wrong: fault }) => (
            <li key={line}>
              {entry ? (
                <>
                  {entry.matter}，{entry.from} 至 {entry.to}，{quantityWords(entry)}
                  <div className="quiet small">{entry.basis}</div>
                </>
              ) : (
                <>
                  <b className="late">
                    第 {line} 行：{fault}
                  </b>
                  <div className="quiet small">{said}</div>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </Drawer>
  )
}

/** The place among the entries as the line that the person sees. */
function atLine(refusal: Refusal): Refusal {
  const place = /^entries\.(\d+)\./.exec(refusal.field ?? '')
  const { field: _place, ...rest } = refusal
  return place ? { ...rest, say: `第 ${Number(place[1]) + 1} 行：${refusal.say}` } : refusal
}
