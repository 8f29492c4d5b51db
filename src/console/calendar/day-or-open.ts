import { chineseDate, type LocalDate } from '../../law/date.ts'

export function dayOrOpen(date: LocalDate | null): string {
  return date ? chineseDate(date) : '待定'
}
