/** The fields of a reply, each where its outcome asks for it. Names are those of the content, so that a fault finds its field. */
import { Alert, Checkbox, Form, Input, Radio, Select } from 'antd'
import { cite } from '../../../law/cite.ts'
import type { Outcome } from '../../../law/requests/vocabulary.ts'
import { GROUND_TABLE, REMAINDER_GROUNDS, type RemainderGround } from '../../../law/withholding.ts'
import { PROVISION_WAY_WORDS, PROVISION_WAYS } from '../../../record/requests/reply.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { fold } from '../../../record/requests/fold.ts'
import { actDetail } from '../../../record/requests/act-words.ts'
import { searchFaults } from '../../../record/requests/search-record.ts'
import { refusalWords } from '../../parts/refusals.tsx'
import { useSession } from '../../session.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { groundsOf, needsOf } from '../../../record/requests/reply-grounds.ts'
import { testedGrounds } from '../../../record/requests/check-grounds.ts'
import type { AskedItems } from '../../../record/requests/clauses.ts'
import type { ReplyContent } from '../../../record/requests/reply.ts'
import { AttachmentFields } from './attachment-fields.tsx'
import { ItemFields } from './item-fields.tsx'
import { ObjectionFields } from './objection-fields.tsx'
import { OpinionFields, OutcomeGuide } from './opinion-fields.tsx'
import { TextArea } from '../../parts/text-area.tsx'

type Name = (string | number)[] | string

function Line({ name, label, hint, max = 300 }: { name: Name; label: string; hint?: string; max?: number }) {
  return (
    <Form.Item name={name} label={label} extra={hint}>
      <Input maxLength={max} autoComplete="off" />
    </Form.Item>
  )
}
function Text({
  name,
  label,
  hint,
  rows = 3,
  max = 2000,
}: {
  name: Name
  label: string
  hint?: string
  rows?: number
  max?: number
}) {
  return (
    <Form.Item name={name} label={label} extra={hint}>
      <TextArea rows={rows} maxLength={max} />
    </Form.Item>
  )
}
export function ReplyFields({
  view,
  values,
  asked,
  onMain,
  onChanged,
}: {
  view: CaseView
  values: ReplyContent
  asked: AskedItems
  onMain: (outcome: Outcome) => void
  /** A field was set by a button: the form tells only of what was typed. */
  onChanged: () => void
}) {
  const { outcome } = values
  const needs = needsOf(values)
  const grounds = groundsOf(values)
  const tested = testedGrounds(values)
  return (
    <>
      <History view={view} outcome={outcome} />
      <ItemFields asked={asked} values={values} onMain={onMain} onChanged={onChanged} />
      {needs.has('given') && <Given caseId={view.id} onChanged={onChanged} />}
      {needs.has('publishedAt') && <PublishedAt values={values} />}
      {needs.has('remainder') && (
        <>
          <Form.Item name="grounds" label="不予公开部分的理由" extra="可多选，每一项都应与所去掉的内容对应。">
            <Select
              mode="multiple"
              options={REMAINDER_GROUNDS.map((value) => ({
                value,
                label: `${GROUND_TABLE[value].zh}（${cite(GROUND_TABLE[value].by)}）`,
              }))}
              optionFilterProp="label"
            />
          </Form.Item>
          <Text
            name="withheldPart"
            label="哪些内容不予公开"
            hint="写明去掉的是什么，如“附件2中投标人的成本构成”；不写出内容本身。"
          />
        </>
      )}
      {grounds
        .filter((ground) => !tested.includes(ground))
        .map((ground) => (
          <GroundGuide key={ground} ground={ground} />
        ))}
      {grounds.length === 0 && <OutcomeGuide outcome={outcome} />}
      <OpinionFields values={values} />
      {needs.has('severance') && (
        <Form.Item name="severable" label="能否作区分处理，提供其中可以公开的内容">
          <Radio.Group
            options={[
              { value: false, label: '不能，已逐页看过' },
              { value: true, label: '能' },
            ]}
          />
        </Form.Item>
      )}
      {grounds.includes('forbiddenByLaw') && (
        <Text name="groundBasis" label="依据" hint="禁止公开的法律、行政法规的名称和条文。" rows={2} max={500} />
      )}
      {needs.has('consultation') && view.consultations.every(({ whom }) => whom !== 'thirdParty') && (
        <Text
          name="knownObjection"
          label="第三方此前已书面表示的意见"
          hint="印在给申请人的告知书中：只写意见和理由，不写第三方的姓名、名称。没有征求过的，先在案件页办理“征求第三方意见”。"
          rows={2}
          max={1000}
        />
      )}
      <ObjectionFields view={view} values={values} />
      {needs.has('reasons') && (
        <Text name="reasons" label="理由" hint="写明事实，以及为什么适用所引条款；不要只写条文。" rows={4} max={5000} />
      )}
      {needs.has('search') && <Searches view={view} />}
      {needs.has('rightAgency') && (
        <>
          <Line name={['rightAgency', 'name']} label="负责公开的机关" max={100} />
          <Line name={['rightAgency', 'contact']} label="该机关的电话或地址" max={200} />
          <Form.Item name={['rightAgency', 'undeterminable']} valuePropName="checked">
            <Checkbox>无法确定由哪个机关负责</Checkbox>
          </Form.Item>
        </>
      )}
      {needs.has('earlierCase') && (
        <>
          <Line name={['earlierCase', 'number']} label="此前答复的文号" max={80} />
          <Form.Item name={['earlierCase', 'on']} label="此前答复的日期">
            <DayField />
          </Form.Item>
        </>
      )}
      {needs.has('accessLaw') && (
        <>
          <Line name={['accessLaw', 'name']} label="依照的法律、行政法规" hint="名称和条文。" max={200} />
          <Line name={['accessLaw', 'place']} label="到哪里办理" />
        </>
      )}
      {needs.has('properOutlet') && <Line name="properOutlet" label="应通过什么渠道提出" hint="受理部门和电话。" />}
      {needs.has('publicationSource') && <Line name="publicationSource" label="公开出版物的获取途径" max={500} />}
      <Text name="remark" label="便民说明（可不填）" hint="印在决定之后，如其他可以获取信息的途径。" rows={2} max={1000} />
    </>
  )
}

/** Where it can be seen (Art 36(1)); an address that the system can't open itself is opened by who writes the reply. */
function PublishedAt({ values: { publishedAt } }: { values: ReplyContent }) {
  const { rules } = useSession()
  const { url = '', openedOn } = publishedAt ?? {}
  return (
    <>
      <Line name={['publishedAt', 'title']} label="公开时的标题" />
      <Line name={['publishedAt', 'url']} label="网址" hint="直接到这件信息的网页，不是网站首页。" max={500} />
      {url !== '' && (
        <Form.Item
          name={['publishedAt', 'openedOn']}
          extra={openedOn && openedOn !== rules.today ? `上次核对是${openedOn}；送审当天要再打开一次。` : undefined}
          getValueProps={(value: unknown) => ({ checked: value === rules.today })}
          getValueFromEvent={({ target }: { target: { checked: boolean } }) => (target.checked ? rules.today : null)}
        >
          <Checkbox>今天已打开核对：能打开，正是所申请的信息</Checkbox>
        </Form.Item>
      )}
      <Line name={['publishedAt', 'place']} label="查阅地点" hint="没有网址的填写，如政府公报期号、档案馆、公共图书馆。" />
    </>
  )
}

function Given({ caseId, onChanged }: { caseId: string; onChanged: () => void }) {
  const way = Form.useWatch(['given', 'way']) ?? 'attached'
  return (
    <>
      <Text name={['given', 'what']} label="提供什么信息" hint="名称、文号。" rows={2} />
      <Form.Item name={['given', 'way']} label="怎样提供" initialValue="attached">
        <Select options={PROVISION_WAYS.map((value) => ({ value, label: PROVISION_WAY_WORDS[value] }))} />
      </Form.Item>
      {way === 'attached' || way === 'electronic' ? (
        <AttachmentFields caseId={caseId} onPaper={way === 'attached'} onChanged={onChanged} />
      ) : (
        <>
          <Line name={['given', 'place']} label="到哪里、找谁获取" />
          <Form.Item name={['given', 'from']} label="从哪一天起可以获取">
            <DayField />
          </Form.Item>
        </>
      )}
    </>
  )
}

/** 检索记录, from the acts: the letter tells them as they stand, so they are not typed again. */
function Searches({ view }: { view: CaseView }) {
  const { rules } = useSession()
  const { searches } = fold(view.acts.map((act) => ({ ...act, actorId: '' })))
  const faults = searchFaults(searches, rules.readings)
  return (
    <fieldset className="field-group">
      <legend>检索记录</legend>
      {searches.length > 0 && (
        <ul className="searches">
          {searches.map((act) => (
            <li key={`${act.on}${act.place}`}>
              {act.on} {actDetail(act)}（{act.by}，{act.period}）
            </li>
          ))}
        </ul>
      )}
      {faults.length > 0 ? (
        <Alert type="warning" showIcon className="gap-below" title={faults.map(refusalWords).join('')} />
      ) : (
        <p className="quiet gap-below">告知书按以上记录写明检索的范围、方式和结果，不必再填。</p>
      )}
    </fieldset>
  )
}

/** What must be asked before a ground is used, and where it does not hold. */
function GroundGuide({ ground }: { ground: RemainderGround }) {
  const { zh, by, questions, counterExamples, exceptions } = GROUND_TABLE[ground]
  return (
    <details className="guide">
      <summary>
        用“{zh}”之前先问（{cite(by)}）
      </summary>
      <ul>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
        {exceptions.map((exception) => (
          <li key={exception.words}>
            例外：{exception.words}（{cite(exception.by)}）
          </li>
        ))}
      </ul>
      {counterExamples.length > 0 && <p>不能用的例子：{counterExamples.join('；')}。</p>}
    </details>
  )
}

/** What has happened in the case that this outcome depends on. */
function History({ view, outcome }: { view: CaseView; outcome: Outcome }) {
  const asked = view.consultations.filter(({ whom }) => whom === 'thirdParty')
  const open = asked.filter(({ answeredOn }) => answeredOn === null)
  return (
    <>
      {open.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="gap-below"
          title={`正在征求${open.map(({ party }) => party).join('、')}的意见，尚未答复。`}
        />
      )}
      {asked.length > open.length && (
        <p className="quiet gap-below">
          第三方意见：
          {asked
            .filter(({ answeredOn }) => answeredOn)
            .map(({ party, consents }) => `${party}${consents ? '同意公开' : '不同意公开'}`)
            .join('；')}
          。
        </p>
      )}
      {outcome === 'granted' && open.length > 0 && <p className="quiet">涉及第三方权益的内容，答复前应当考虑其意见。</p>}
    </>
  )
}
