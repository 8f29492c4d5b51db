/** One item as it is written: the columns of the sheet, then what the unit keeps beside it. */
import { AutoComplete, Checkbox, Form, type FormInstance, Input, Radio, Select } from 'antd'
import type { LocalDate } from '../../law/date.ts'
import { AUDIENCE_WORDS, AUDIENCES } from '../../law/publication/attribute.ts'
import {
  CATALOGUE_COLUMN_WORDS as WORDS,
  CATALOGUE_OUTLETS,
  CATALOGUE_TICK_WORDS as TICKS,
  USUAL_LIMIT,
} from '../../law/publication/catalogue.ts'
import { COLUMN_KEYS, COLUMNS } from '../../law/publication/columns.ts'
import { type CatalogueContent, type CatalogueKeeping, PASSES_TO, PASSES_TO_WORDS } from '../../record/publication/catalogue.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useSession } from '../session.tsx'
import { TriggerFields } from './trigger-fields.tsx'

export interface ItemForm {
  content: Omit<CatalogueContent, 'outlets' | 'group'> & { outlets: string[]; isGroup: boolean; group: string }
  /** An empty text stands for no section: a Select has no null among its options. */
  keeping: Omit<CatalogueKeeping, 'sectionId'> & { sectionId: string }
  from: LocalDate
  why: string
}

export const EMPTY_ITEM: CatalogueContent = {
  field: '公开事项',
  first: '',
  second: '',
  elements: '',
  basis: '',
  limit: USUAL_LIMIT,
  subject: '',
  outlets: CATALOGUE_OUTLETS.map((name) => ({ name, ticked: name === '政府网站' })),
  society: true,
  group: null,
  proactive: true,
  onRequest: false,
  county: true,
  township: false,
}

export function formOf(content: CatalogueContent, keeping: CatalogueKeeping, today: LocalDate): ItemForm {
  return {
    content: {
      ...content,
      outlets: content.outlets.filter(({ ticked }) => ticked).map(({ name }) => name),
      isGroup: content.group !== null,
      group: content.group ?? '',
    },
    keeping: { ...keeping, sectionId: keeping.sectionId ?? '' },
    from: today,
    why: '',
  }
}

/** What is not ticked stays listed, as the sheet had it. */
export function writtenOf({ content, keeping, from, why }: ItemForm, before: CatalogueContent) {
  const { isGroup, group, outlets, ...rest } = content
  const names = [...new Set([...before.outlets.map(({ name }) => name), ...outlets])]
  return {
    content: {
      ...rest,
      group: isGroup ? group : null,
      outlets: names.map((name) => ({ name, ticked: outlets.includes(name) })),
    },
    keeping: { ...keeping, sectionId: keeping.sectionId || null },
    from,
    why: why ?? '',
  }
}

export function ItemFields({
  form,
  initial,
  before,
  sections,
  fields,
  hasUnits,
  onChanged,
}: {
  form: FormInstance<ItemForm>
  initial: ItemForm
  before: CatalogueContent
  sections: readonly { id: string; name: string }[]
  /** 领域 that the catalogue has. */
  fields: readonly string[]
  hasUnits: boolean
  onChanged: () => void
}) {
  const { session } = useSession()
  const group = Form.useWatch(['content', 'isGroup'], form) ?? initial.content.isGroup
  const names = [...new Set([...before.outlets.map(({ name }) => name), ...CATALOGUE_OUTLETS])]
  return (
    <LiveForm<ItemForm>
      form={form}
      layout="vertical"
      requiredMark={requiredMark}
      initialValues={initial}
      onValuesChange={onChanged}
    >
      <Form.Item name={['content', 'field']} label="领域" required extra="导出的表格中，一个领域一张工作表。">
        <AutoComplete maxLength={28} options={fields.map((value) => ({ value }))} />
      </Form.Item>
      <div className="field-row">
        <Form.Item name={['content', 'first']} label={WORDS.first} required className="grow">
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name={['content', 'second']} label={WORDS.second} required className="grow">
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <Form.Item
        name={['content', 'elements']}
        label={WORDS.elements}
        required
        extra="一行一个要素，公开的信息缺哪个要素时提醒。"
      >
        <TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item name={['content', 'basis']} label={WORDS.basis}>
        <TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <div className="field-row">
        <Form.Item name={['content', 'limit']} label={WORDS.limit} className="grow">
          <TextArea rows={1} maxLength={1000} />
        </Form.Item>
        <Form.Item name={['content', 'subject']} label={WORDS.subject} className="grow">
          <TextArea rows={1} maxLength={500} />
        </Form.Item>
      </div>
      <Form.Item name={['content', 'outlets']} label={WORDS.outlets}>
        <Checkbox.Group options={names} className="wrapped-checks" />
      </Form.Item>
      <fieldset className="ticks">
        <legend>{WORDS.audience}</legend>
        <Tick name="society" words={TICKS.society} />
        <Tick name="isGroup" words="特定群体" />
        {group && (
          <Form.Item name={['content', 'group']} label="特定群体是谁" className="grow">
            <Input maxLength={200} placeholder="如：学生家长" />
          </Form.Item>
        )}
      </fieldset>
      <fieldset className="ticks">
        <legend>{WORDS.mode}</legend>
        <Tick name="proactive" words={TICKS.proactive} />
        <Tick name="onRequest" words={TICKS.onRequest} />
      </fieldset>
      <fieldset className="ticks">
        <legend>{WORDS.level}</legend>
        <Tick name="county" words={TICKS.county} />
        <Tick name="township" words={TICKS.township} />
      </fieldset>
      <h2 className="small-heading">本单位怎样落实</h2>
      <div className="field-row">
        <Form.Item name={['keeping', 'sectionId']} label="责任科室" className="grow">
          <Select options={[{ value: '', label: '没有指定' }, ...sections.map(({ id, name }) => ({ value: id, label: name }))]} />
        </Form.Item>
        <Form.Item name={['keeping', 'column']} label="公开在哪个栏目" className="grow">
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[{ value: '', label: '起草时再选' }, ...columnOptions(session.agency.regime)]}
          />
        </Form.Item>
      </div>
      <Form.Item
        name={['keeping', 'audience']}
        label="面向谁公开"
        extra="只对本单位工作人员公开的事项（如公车使用、机关财务），不出现在公开专栏。"
      >
        <Radio.Group options={AUDIENCES.map((value) => ({ value, label: AUDIENCE_WORDS[value] }))} />
      </Form.Item>
      <Form.Item name={['keeping', 'table']} label="公开的表格有哪些列" extra="起草时先给出空表；输入后按回车，不用表格的留空。">
        <Select mode="tags" maxCount={12} open={false} suffixIcon={null} placeholder="如：收费项目" />
      </Form.Item>
      <TriggerFields />
      {hasUnits && (
        <div className="field-row">
          <Form.Item name={['keeping', 'passes']} label="下级沿用" className="grow">
            <Select options={PASSES_TO.map((value) => ({ value, label: PASSES_TO_WORDS[value] }))} />
          </Form.Item>
          <Form.Item name={['keeping', 'overridable']} label="下级可以不同" valuePropName="checked" className="grow">
            <Checkbox>可以，要写明理由</Checkbox>
          </Form.Item>
        </div>
      )}
      <div className="field-row">
        <Form.Item name="from" label="从哪天起" required>
          <DayField min={session.today} />
        </Form.Item>
        <Form.Item name="why" label="修改的原因" className="grow">
          <Input maxLength={300} placeholder="如：省目录2026年版" />
        </Form.Item>
      </div>
    </LiveForm>
  )
}

function Tick({ name, words }: { name: string; words: string }) {
  return (
    <Form.Item name={['content', name]} valuePropName="checked">
      <Checkbox>{words}</Checkbox>
    </Form.Item>
  )
}

function columnOptions(regime: 'art54' | 'art55') {
  return COLUMN_KEYS.filter((key) => (regime === 'art55') === key.startsWith('school-')).map((value) => ({
    value,
    label: COLUMNS[value].zh,
  }))
}
