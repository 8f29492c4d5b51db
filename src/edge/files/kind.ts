/** What a file is, by its content; its name decides only between kinds of text. */
import { fileTypeFromBuffer } from 'file-type'
import { isPasswordOffice } from '../../office/files/password-office.ts'
import { Unreadable } from './outcome.ts'

export type FileKind = 'pdf' | 'docx' | 'xlsx' | 'doc' | 'xls' | 'html' | 'csv' | 'text'

const WORD_STREAM = utf16('WordDocument')
const BOOK_STREAMS = [utf16('Workbook'), utf16('Book')]

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le')
}

/** Throws {@link Unreadable} for kinds that hold no report: pictures, archives, OFD. */
export async function kindOf(bytes: Uint8Array, name: string): Promise<FileKind> {
  const found = await fileTypeFromBuffer(bytes)
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  switch (found?.ext) {
    case undefined:
    case 'xml':
      return textKind(bytes, extension)
    case 'pdf':
    case 'docx':
    case 'xlsx':
      return found.ext
    case 'cfb':
      return oleKind(bytes)
    case 'rtf':
      return 'doc'
    case 'zip':
      if (extension === 'docx' || extension === 'xlsx') return extension
      throw new Unreadable('是压缩包；请解压后逐个提供')
    case 'docm':
    case 'xlsm':
      throw new Unreadable(`带有宏，不予打开；请在原软件中另存为 .${found.ext === 'docm' ? 'docx' : 'xlsx'} 后再提供`)
    default:
      throw new Unreadable(`是 ${found?.ext} 文件，不是可以读取文字的报告`)
  }
}

function oleKind(bytes: Uint8Array): FileKind {
  if (isPasswordOffice(bytes)) throw new Unreadable('文件带有打开密码；请在 Word、Excel 或 WPS 中打开，取消密码后另存，再提供')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.includes(WORD_STREAM)) return 'doc'
  if (BOOK_STREAMS.some((stream) => buffer.includes(stream))) return 'xls'
  throw new Unreadable('是无法识别的 Office 文件；请另存为 .docx 或 .xlsx')
}

function textKind(bytes: Uint8Array, extension: string): FileKind {
  const start = Buffer.from(bytes.subarray(0, 200_000)).toString('latin1')
  if (/<(?:!doctype html|html|head|body|table|tr|td|div|p|meta)[\s>/]/i.test(start)) return 'html'
  return extension === 'csv' ? 'csv' : 'text'
}
