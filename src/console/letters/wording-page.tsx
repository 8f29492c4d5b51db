import { App, Button, Form, Input, Select } from 'antd'
import { diffChars } from 'diff'
import { useState } from 'react'
import { Link } from 'react-router'
import { LETTER_CODE_WORDS, type LetterCode } from '../../record/letters/model.ts'
import { LETTER_FAMILIES, LETTER_FAMILY_WORDS, type SeriesWords } from '../../record/letters/numbering.ts'
import type { WordingRow, WordingView } from '../../record/letters/view.ts'
import { WORDING_PART_WORDS, WORDING_SLOTS, type WordingPart } from '../../record/letters/wording.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { LocalDate } from '../../law/date.ts'
import { Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'

/** 文书用语和编号: what the agency may say in its own way, beside the standard; what law wants stays. */
export default function WordingPage() {
  const { data: view, error, refetch } = useRead('letters.wording', {})
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  return (
    <Page
      title="文书用语和编号"
      lead={
        <>
          <Link to={pathTo('letters')}>文书</Link> /
          决定、理由、依据和救济途径由系统按案件写成，不能在这里改；问候、指导、联系等段落可以换成本机关的说法。
        </>
      }
    >
      <Wording view={view} />
      <Numbering view={view} />
    </Page>
  )
}

interface WordingForm {
  part: WordingPart
  codes: LetterCode[]
  from: LocalDate
  text: string
}

function Wording({ view }: { view: WordingView }) {
  const [form] = Form.useForm<WordingForm>()
  const { message } = App.useApp()
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const set = useDeed('letters.setWording')
  const part = Form.useWatch('part', form) ?? 'contact'
  const text = Form.useWatch('text', form) ?? ''
  const row = view.rows.find((one) => one.part === part)
  const choose = (next: WordingPart) => {
    const chosen = view.rows.find((one) => one.part === next)
    form.setFieldsValue({ codes: [...(chosen?.codes ?? [])], text: chosen?.versions[0]?.text ?? chosen?.standard ?? '' })
    setOthers([])
  }
  const save = async (values: WordingForm, standard: boolean) => {
    try {
      await set.mutateAsync({ ...values, text: standard ? null : values.text })
      setOthers([])
      void message.success('已保存')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  if (!row) return null
  return (
    <Panel title="用语">
      <div className="two-columns">
        <LiveForm<WordingForm>
          form={form}
          layout="vertical"
          initialValues={{
            part: 'contact',
            codes: [...row.codes],
            from: view.today,
            text: row.versions[0]?.text ?? row.standard,
          }}
          onFinish={(values) => void save(values, false)}
        >
          <Refusals refusals={others} />
          <Form.Item name="part" label="哪一段">
            <Select
              onChange={choose}
              options={view.rows.map((one) => ({ value: one.part, label: WORDING_PART_WORDS[one.part] }))}
            />
          </Form.Item>
          <Form.Item name="codes" label="用在哪些文书" rules={[{ required: true, message: '请选择文书' }]}>
            <Select
              mode="multiple"
              maxTagCount={3}
              options={row.codes.map((code) => ({ value: code, label: LETTER_CODE_WORDS[code] }))}
            />
          </Form.Item>
          <Form.Item name="from" label="从哪天起用" rules={[{ required: true, message: '请填写日期' }]}>
            <DayField min={view.today} />
          </Form.Item>
          <Form.Item
            name="text"
            label="文字"
            extra={`可以写 ${WORDING_SLOTS.map((slot) => `{${slot}}`).join(' ')}，打印时换成机构资料。${row.must.length > 0 ? `必须有：${row.must.join('、')}。` : ''}`}
          >
            <TextArea rows={4} maxLength={500} />
          </Form.Item>
          <div className="form-end">
            <Button type="primary" htmlType="submit" loading={set.isPending}>
              保存
            </Button>
            <Button onClick={() => void save(form.getFieldsValue(), true)}>改回标准用语</Button>
          </div>
        </LiveForm>
        <div>
          <h3 className="small-heading">标准用语</h3>
          <p>{row.standard || '（没有这一段）'}</p>
          <h3 className="small-heading">与标准的不同</h3>
          <Difference from={row.standard} to={text} />
          <h3 className="small-heading">历次修改</h3>
          <Versions row={row} />
        </div>
      </div>
    </Panel>
  )
}

/** What was taken out and what was put in: marked by words for those who see no colour. */
function Difference({ from, to }: { from: string; to: string }) {
  if (from === to) return <p className="quiet">与标准相同。</p>
  const parts = diffChars(from, to).reduce<{ at: number; value: string; kind: 'ins' | 'del' | 'same' }[]>((done, one) => {
    const at = done.reduce((sum, { value }) => sum + value.length, 0)
    return [...done, { at, value: one.value, kind: one.added ? 'ins' : one.removed ? 'del' : 'same' }]
  }, [])
  return (
    <p className="difference">
      {parts.map(({ at, value, kind }) =>
        kind === 'ins' ? (
          <ins key={at}>{value}</ins>
        ) : kind === 'del' ? (
          <del key={at}>{value}</del>
        ) : (
          <span key={at}>{value}</span>
        ),
      )}
    </p>
  )
}

function Versions({ row }: { row: WordingRow }) {
  if (row.versions.length === 0) return <p className="quiet">一直使用标准用语。</p>
  return (
    <ul className="plain-list">
      {row.versions.map(({ code, from, text, by }) => (
        <li key={`${code}${from}`}>
          {from} 起，{LETTER_CODE_WORDS[code]}：{text === null ? '标准用语' : text || '（不写）'}
          <span className="quiet small">（{by}）</span>
        </li>
      ))}
    </ul>
  )
}

function Numbering({ view }: { view: WordingView }) {
  const [form] = Form.useForm<{ from: LocalDate; words: SeriesWords }>()
  const { message } = App.useApp()
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const set = useDeed('letters.setNumbering')
  const save = async ({ from, words }: { from: LocalDate; words: SeriesWords }) => {
    const given = Object.fromEntries(Object.entries(words).filter(([, word]) => word))
    try {
      await set.mutateAsync({ from, words: given })
      setOthers([])
      void message.success('已保存')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  return (
    <Panel title="编号" className="narrow">
      <p className="quiet gap-below">
        不填的，文书沿用申请的受理编号（如“…〔2026〕3号-答”）。填了字的，按年连续编号（如“云教公开答〔2026〕5号”），文书作出时编号，不跳号；作废的号留在登记簿中。
      </p>
      <LiveForm
        form={form}
        layout="vertical"
        initialValues={{ from: view.today, words: view.numbering?.words ?? {} }}
        onFinish={(values) => void save(values)}
      >
        <Refusals refusals={others} />
        {LETTER_FAMILIES.map((family) => (
          <Form.Item key={family} name={['words', family]} label={LETTER_FAMILY_WORDS[family]}>
            <Input maxLength={12} />
          </Form.Item>
        ))}
        <Form.Item name="from" label="从哪天起用" rules={[{ required: true, message: '请填写日期' }]}>
          <DayField min={view.today} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          保存
        </Button>
      </LiveForm>
    </Panel>
  )
}
