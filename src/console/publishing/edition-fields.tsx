/** What is written of a document: the fields that every one has, then those that few need. */
import { Collapse, Form, type FormInstance, Input, Radio, Select, Switch } from 'antd'
import { lazy, type Ref, Suspense, useImperativeHandle } from 'react'
import { ATTRIBUTE_WORDS, ATTRIBUTES, AUDIENCE_WORDS, AUDIENCES, STAGE_WORDS, STAGES } from '../../law/publication/attribute.ts'
import { COLUMNS, dutyColumns, COLUMN_KEYS } from '../../law/publication/columns.ts'
import { GROUND_TABLE, GROUNDS } from '../../law/withholding.ts'
import type { EditionContent, EditionPublicity } from '../../record/publication/edition.ts'
import { MOST_FILES } from '../../record/publication/edition-files.ts'
import { DayField } from '../parts/day-field.tsx'
import { Loading } from '../parts/states.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { useRead } from '../queries.ts'
import { useSession } from '../session.tsx'
import { DataTable } from './data-table.tsx'
import { type FileDeeds, FilesField } from './files-field.tsx'
import { PublicityFields } from './publicity-fields.tsx'

const BodyEditor = lazy(() => import('./body-editor.tsx'))

export function EditionFields({
  form,
  initial,
  editionId = '',
  standing = null,
  files = null,
  onChanged,
}: {
  form: FormInstance<EditionContent>
  initial: EditionContent
  /** Once it was saved. */
  editionId?: string
  /** 公示 of what stands published. */
  standing?: EditionPublicity | null
  /** null: there is nothing yet that a file could belong to. */
  files?: FileDeeds | null
  onChanged: () => void
}) {
  const { session } = useSession()
  const attribute = Form.useWatch('attribute', form) ?? initial.attribute
  const audience = Form.useWatch('audience', form) ?? initial.audience
  const needsReason = attribute !== 'proactive' || audience === 'staff'
  return (
    <Form<EditionContent>
      form={form}
      layout="vertical"
      requiredMark={requiredMark}
      initialValues={initial}
      onValuesChange={(changed: Partial<EditionContent>) => {
        // What was said of a field no longer holds once it is changed.
        form.setFields(Object.keys(changed).map((name) => ({ name: name as keyof EditionContent, errors: [] })))
        onChanged()
      }}
      // What is missing is told by the server when it is sent for review, each at its field; a draft may be saved as it is.
      scrollToFirstError
    >
      <Form.Item name="title" label="标题" required>
        <Input maxLength={200} placeholder="如：2026年秋季义务教育阶段招生工作方案" />
      </Form.Item>
      <ItemSlot form={form} />
      <div className="field-row">
        <Form.Item name="column" label="栏目" required className="edition-column">
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={columnOptions(session.agency.regime)}
            placeholder="请选择"
          />
        </Form.Item>
        <Form.Item name="formedOn" label="成文日期" required extra="公开的期限从这一天起算。">
          <DayField max={session.today} />
        </Form.Item>
      </div>
      {initial.data ? (
        <Form.Item name="data" label="表格" required>
          <DataTable editionId={editionId} />
        </Form.Item>
      ) : (
        <Form.Item
          name="body"
          label="正文"
          required
          className="body-field"
          extra="可以从 Word、WPS 粘贴，标题、列表和表格会保留。"
        >
          <BodySlot files={files} />
        </Form.Item>
      )}
      {files ? (
        <Form.Item
          name="files"
          label="附件和图片"
          extra={`${FILES_TOLD}${initial.data ? '列在表格后面供下载。' : '图片传好后，把光标放到正文中要放的地方，点“插入图片”；不放进正文的，列在正文后面供下载。'}`}
        >
          <FilesField deeds={files} />
        </Form.Item>
      ) : (
        <Form.Item label="附件和图片">
          <p className="quiet">{`暂存以后，在这里上传。${FILES_TOLD}`}</p>
        </Form.Item>
      )}
      {!initial.resultOf && !initial.data && <PublicityFields form={form} standing={standing} onChanged={onChanged} />}
      <Form.Item name="attribute" label="公开属性" required>
        <Radio.Group options={ATTRIBUTES.map((value) => ({ value, label: ATTRIBUTE_WORDS[value] }))} />
      </Form.Item>
      {attribute === 'withheld' && (
        <Form.Item name="ground" label="不予公开的理由" required>
          <Select allowClear placeholder="请选择" options={GROUNDS.map((value) => ({ value, label: GROUND_TABLE[value].zh }))} />
        </Form.Item>
      )}
      {needsReason && (
        <Form.Item name="reason" label="依据和说明" required extra="为什么不主动公开或者只对本单位公开；审核时要看。">
          <TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
      <Collapse
        ghost
        className="more-fields"
        items={[{ key: 'more', label: '文号、概述、关键词和其他', forceRender: true, children: <MoreFields form={form} /> }]}
      />
    </Form>
  )
}

/** The item of the catalogue; choosing one chooses its column, as long as none was chosen. */
function ItemSlot({ form }: { form: FormInstance<EditionContent> }) {
  const { data } = useRead('catalogue.list', {})
  const rows = data?.rows ?? []
  if (rows.length === 0) return null
  const take = (id: string | null | undefined) => {
    const row = rows.find((one) => one.id === id)
    // Written for a duty of the former item.
    form.setFieldValue('dutyKey', '')
    if (row?.column && !form.getFieldValue('column')) form.setFieldValue('column', row.column)
    if (row?.staffOnly) form.setFieldValue('audience', 'staff')
  }
  return (
    <Form.Item name="itemId" label="公开事项" extra="目录中的哪一项；选好后，应公开清单随之销号。">
      <Select<string | null>
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        onChange={take}
        placeholder="请选择，不属于目录中事项的留空"
        options={rows.map(({ id, first, second }) => ({ value: id, label: `${first} / ${second}` }))}
      />
    </Form.Item>
  )
}

const FILES_TOLD = `Word、Excel、PDF、CSV、PNG、JPEG，每个不超过 10 MB，最多 ${MOST_FILES} 个；作者、位置等看不见的信息自动清除。`

interface BodySlotProps {
  files?: Pick<FileDeeds, 'editionId' | 'views'> | null
  id?: string
  value?: string
  onChange?: (html: string) => void
  ref?: Ref<{ focus: () => void }>
}

/** The form gives value and change, and moves here where something is wrong; the editor itself comes when it is needed. */
export function BodySlot({ ref, files, ...props }: BodySlotProps) {
  useImperativeHandle(ref, () => ({ focus: () => document.getElementById(props.id ?? '')?.focus() }), [props.id])
  return (
    <Suspense fallback={<Loading />}>
      <BodyEditor {...props} {...(files ? { editionId: files.editionId, files: files.views } : {})} />
    </Suspense>
  )
}

function MoreFields({ form }: { form: FormInstance<EditionContent> }) {
  const publicity = Form.useWatch('publicity', { form, preserve: true })
  return (
    <>
      <div className="field-row">
        <Form.Item name="number" label="文号">
          <Input maxLength={60} placeholder="如：云教〔2026〕12号" />
        </Form.Item>
        <Form.Item name="effectiveOn" label="施行日期">
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="normative" label="行政规范性文件" valuePropName="checked">
        <Switch checkedChildren="是" unCheckedChildren="否" />
      </Form.Item>
      <Form.Item name="summary" label="内容概述" extra="一两句话：对象、时间、怎么办。目录和检索结果中显示。">
        <TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="keywords" label="关键词" extra="输入后按回车；最多 12 个。">
        <Select mode="tags" maxCount={12} open={false} suffixIcon={null} placeholder="如：招生" />
      </Form.Item>
      <div className="field-row">
        <Form.Item name="stage" label="五公开">
          <Select
            allowClear
            placeholder="不属于其中一项的不选"
            options={STAGES.map((value) => ({ value, label: STAGE_WORDS[value] }))}
          />
        </Form.Item>
        {!publicity && (
          <Form.Item name="shownUntil" label="公开到哪一日" extra="到期自动不再显示；长期公开的不填。">
            <DayField />
          </Form.Item>
        )}
      </div>
      <Form.Item name="audience" label="公开对象">
        <Radio.Group options={AUDIENCES.map((value) => ({ value, label: AUDIENCE_WORDS[value] }))} />
      </Form.Item>
    </>
  )
}

/** Those that law makes this body keep come first. */
function columnOptions(regime: 'art54' | 'art55') {
  const duty = dutyColumns(regime)
  const others = COLUMN_KEYS.filter((key) => !duty.includes(key) && (regime === 'art55') === key.startsWith('school-'))
  return [...duty, ...others].map((value) => ({ value, label: COLUMNS[value].zh }))
}
