/** 附件: chosen from the case's files, so that the letter names what leaves with it; what exists on paper only is named apart. */
import { Form, Input, Select } from 'antd'
import { attachmentName } from '../../../record/outgoing/attached.ts'
import {
  OUTGOING_STATE_WORDS,
  type OutgoingFileView,
  type OutgoingView,
  WAITING,
} from '../../../record/outgoing/outgoing-file.ts'
import { useRead } from '../../queries.ts'
import { AddOutgoing } from '../outgoing/outgoing-panel.tsx'
import { OutgoingFile } from '../outgoing/outgoing-file.tsx'

export function AttachmentFields({ caseId, onPaper, onChanged }: { caseId: string; onPaper: boolean; onChanged: () => void }) {
  const form = Form.useFormInstance()
  const { data: view } = useRead('requests.outgoing', { id: caseId })
  const files = view?.files.filter(({ state }) => state !== 'withdrawn') ?? []
  const waiting = files.filter(({ state }) => WAITING.includes(state))
  const chosen = (): string[] => (form.getFieldValue(NAME) as string[] | undefined) ?? []
  const choose = (names: string[]) => {
    form.setFieldValue(NAME, [...new Set([...chosen(), ...names])])
    onChanged()
  }
  const added = (after: OutgoingView) =>
    choose(after.files.filter((file) => isNew(file, view)).map(({ name }) => attachmentName(name)))
  return (
    <>
      <Form.Item name={NAME} label="附件" extra="从案卷的文件中选择，按选择的顺序印在告知书末尾；确认可以发出之后才能送审。">
        <Select
          mode="multiple"
          placeholder={files.length > 0 ? '选择随答复发出的文件' : '还没有文件，请在下面上传'}
          notFoundContent="没有可以选的文件，请在下面上传"
          options={optionsOf(files)}
        />
      </Form.Item>
      <Titles />
      {view?.mayPrepare && <AddOutgoing caseId={caseId} view={view} onAdded={added} />}
      {view && waiting.length > 0 && (
        <ul className="outgoing gap-below" aria-label="须先处理的附件">
          {waiting.map((file) => (
            <OutgoingFile
              key={`${file.id}-${file.version}`}
              caseId={caseId}
              file={file}
              view={view}
              worked={false}
              asked={null}
            />
          ))}
        </ul>
      )}
      {onPaper && (
        <Form.Item
          name={['given', 'onPaper']}
          label="只有纸质件的附件"
          extra="没有电子文件、直接复印附送的写在这里，印在告知书末尾；须由您逐页看过，系统不检查。"
        >
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={['、', '；', ';', '\n']}
            placeholder="输入后按回车，可填多项"
          />
        </Form.Item>
      )}
    </>
  )
}

const NAME = ['given', 'attachments']

/** 附件的名称: a file's name is its maker's (“附件1终稿”); the letter lists what the requester can make sense of. */
function Titles() {
  const names = Form.useWatch<string[] | undefined>(NAME) ?? []
  if (names.length === 0) return null
  return (
    <fieldset className="field-group">
      <legend>附件的名称</legend>
      <p className="quiet gap-below">印在告知书末尾，申请人下载的文件也用这个名称。文件名看不明白的，请改成信息的名称。</p>
      {names.map((name, place) => (
        <Form.Item
          key={name}
          name={['given', 'titles', name]}
          label={`附件${place + 1}：${name}`}
          getValueProps={(title: string | undefined) => ({ value: title ?? name })}
        >
          <Input maxLength={200} autoComplete="off" placeholder={`不填的，印“${name}”`} />
        </Form.Item>
      ))}
    </fieldset>
  )
}

function isNew({ id }: OutgoingFileView, before: OutgoingView | undefined): boolean {
  return !before?.files.some((one) => one.id === id)
}

/** One option a name: a file that was taken back and one that was made anew may share it. */
function optionsOf(files: readonly OutgoingFileView[]): { value: string; label: string }[] {
  const byName = new Map(files.map(({ name, state }) => [attachmentName(name), state]))
  return [...byName].map(([value, state]) => ({
    value,
    label: WAITING.includes(state) ? `${value}（${OUTGOING_STATE_WORDS[state]}）` : value,
  }))
}
