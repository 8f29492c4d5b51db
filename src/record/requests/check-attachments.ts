/** 附件与告知书一致: what the letter names is on file and may leave, and what leaves is named in it. */
import { reg } from '../../law/cite.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { Attachable } from '../outgoing/attached.ts'
import { tellingOfName } from '../outgoing/file-name.ts'
import { LEAVING, WAITING } from '../outgoing/outgoing-file.ts'
import { needsOf } from './reply-grounds.ts'
import { contradicts, lacks } from './reply-faults.ts'
import type { ReplyContent } from './reply.ts'

type Given = Pick<ReplyContent, 'given'>

/** By the names that tell them apart: of a file its own, without ending. In the order of the letter. */
export function attachmentsOf({ given }: Given): string[] {
  return given ? [...given.attachments, ...given.onPaper] : []
}

/** 附件的名称: what the letter calls an attachment. A file that was given no title keeps its name. */
export function attachmentTitle({ given }: Given, name: string): string {
  const titled = given?.attachments.includes(name) ? Object.entries(given.titles ?? {}) : []
  return titled.find(([of]) => of === name)?.[1] || name
}

export function attachmentFaults(content: ReplyContent, files: readonly Attachable[]): Refusal[] {
  const { given } = content
  const leaving = files.filter(({ state }) => LEAVING.includes(state)).map(({ name }) => name)
  if (!needsOf(content).has('given')) return nothingGiven(leaving)
  if (!given?.what) return []
  if (given.way !== 'attached' && given.way !== 'electronic') return []
  const named = attachmentsOf(content)
  const faults = given.attachments.flatMap((name) => {
    const states = files.filter((file) => file.name === name).map(({ state }) => state)
    if (states.some((state) => LEAVING.includes(state))) return []
    return [states.some((state) => WAITING.includes(state)) ? notCleared(name) : notOnFile(name)]
  })
  const unnamed = [...new Set(leaving)].filter((name) => !named.includes(name))
  return [
    ...(named.length === 0 && unnamed.length === 0
      ? [lacks('given.attachments', '没有选择所附的材料。', '从案卷的文件中选择，或者在这里上传。', reg('36(2)'))]
      : []),
    ...faults,
    ...unnamed.map((name) =>
      lacks(
        'given.attachments',
        `“${name}”会随答复发出，告知书没有列出。`,
        '请选入附件；不随答复发出的，在“答复附件”点“不发出”。',
        reg('36(2)'),
      ),
    ),
    ...(given.way === 'electronic' && given.onPaper.length > 0
      ? [
          contradicts(
            'given.onPaper',
            '以电子文件形式发送，却列有只有纸质件的附件。',
            '扫描后上传，检查通过后选入附件；或者改为附送纸质复制件。',
          ),
        ]
      : []),
    ...named
      .filter((name, place) => named.indexOf(name) !== place)
      .map((name) => contradicts('given.attachments', `附件“${name}”列了两次。`, '请删去一个。')),
    ...titleFaults(content, [...new Set(named)]),
  ]
}

/** Two attachments called alike can't be told apart; and a title leaves the house just as a file's name does. */
function titleFaults(content: ReplyContent, names: readonly string[]): Refusal[] {
  const titles = names.map((name) => attachmentTitle(content, name))
  const twice = titles.filter((title, place) => titles.indexOf(title) !== place)
  const telling = titles.map((title) => tellingOfName(title, [])).filter(({ findings }) => findings.length > 0)
  return [
    ...twice.map((title) => contradicts('given.attachments', `有两份附件的名称都是“${title}”。`, '请在“附件的名称”中改一个。')),
    ...telling.map(({ proposed }) =>
      contradicts(
        'given.attachments',
        '附件的名称里有证件号码、手机号码或者密级标志。',
        `请在“附件的名称”中改掉，如“${proposed}”。`,
      ),
    ),
  ]
}

function notOnFile(name: string): Refusal {
  return contradicts(
    'given.attachments',
    `案卷中没有附件“${name}”的文件。`,
    '从案卷的文件中改选，或者在这里上传；只有纸质件的，写在“只有纸质件的附件”。',
    reg('36(2)'),
  )
}

function notCleared(name: string): Refusal {
  return {
    ...contradicts(
      'given.attachments',
      `附件“${name}”的文件还没有确认可以发出。`,
      '在“答复附件”中清理、涂黑或者确认。',
      reg('36(2)'),
    ),
    code: 'outgoing-not-cleared',
  }
}

function nothingGiven(leaving: readonly string[]): Refusal[] {
  return leaving.map((name) =>
    contradicts('outcome', `答复不提供信息，“${name}”却会随答复发出。`, '在“答复附件”点“不发出”，或者改选答复类型。'),
  )
}
