/** What goes wrong on the way, in one table: HTTP status, what the reader is told to do, and what the log may keep. */
import { REFUSALS, type RefusalCode } from '../law/refusals.ts'
import type { Refusal } from '../law/refusal.ts'

export interface Failure {
  readonly status: number
  readonly refusals: readonly Refusal[]
  /** Our fault: logged, and the reader gets a number to quote. */
  readonly isBug: boolean
}

/** @param unavailable whether the error says that the database can't be reached */
export function failureOf(error: unknown, unavailable: (error: unknown) => boolean): Failure {
  if (unavailable(error)) return failure('unavailable', '系统暂时无法连接数据库。', '您的操作未被记录，请稍后重试。')
  // Told apart by name: the typesetter itself is loaded only where something is printed.
  if (error instanceof Error && error.name === 'PaperFailure')
    return failure('not-printable', error.message, '修改文字后再生成；DOCX 版本不受影响。')
  if (error instanceof Error && error.name === 'SealFailure')
    return failure('seal-failed', error.message, '请检查电子印章后重试；急需送达的，下载 Word 版本打印后手工盖章。')
  const { statusCode, validation } = error as { statusCode?: number; validation?: readonly { instancePath?: string }[] }
  if (validation) {
    const fields = [...new Set(validation.map(({ instancePath }) => instancePath?.replace(/^\//, '').replaceAll('/', '.') ?? ''))]
    const refusals = fields.map((field) => ({
      ...refusal('field-invalid', '填写的内容不符合要求。', '请改正后重新提交。'),
      field,
    }))
    return { status: REFUSALS['field-invalid'].status, refusals, isBug: false }
  }
  switch (statusCode) {
    case 404:
      return failure('not-found', '没有找到这个页面。', '请检查网址，或从首页进入。')
    case 413:
      return failure('file-refused', '提交的内容过大。', '请减小文件后重新提交。', 413)
    case 429:
      return failure('too-many', '操作过于频繁。', '请等一分钟再试。')
    case 503:
      return failure('unavailable', '系统繁忙。', '您的操作未被记录，请稍后重试。')
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return failure('field-invalid', '无法理解提交的内容。', '请返回上一页重新填写。', statusCode)
  }
  return {
    ...failure('our-fault', '系统出现故障，这不是您的问题。', '请稍后重试；如仍不行，请将故障编号告知管理员。'),
    isBug: true,
  }
}

function failure(code: RefusalCode, say: string, then: string, status: number = REFUSALS[code].status): Failure {
  return { status, refusals: [refusal(code, say, then)], isBug: false }
}

function refusal(code: RefusalCode, say: string, then: string): Refusal {
  return { code, say, then }
}

/**
 * What the log keeps of an error: its kind and where it arose. Not its message: messages of the database and of parsers quote
 * the values they stumbled over, which may be a requester's.
 */
export function errorForLog(error: unknown): {
  type: string
  message: string
  stack: string
  code?: string
  constraint?: string
} {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const { code, constraint } = error as { code?: string; constraint?: string }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return { type: error.name, message: '', stack: frames.slice(0, 12).join('\n'), code, constraint }
}
