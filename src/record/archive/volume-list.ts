/** 归档目录 of a year: what is handed to the archive with the volumes, one line a volume; numbers of voided ones stay in the series. */
import type { LocalDate } from '../../law/date.ts'
import { RETENTION_WORDS } from '../../law/requests/retention.ts'
import type { VolumeRow } from './view.ts'

/** In the order of an archive's lists; `width` in millimetres of a sheet laid across. */
export const VOLUME_COLUMNS = [
  { head: '序号', width: 11 },
  { head: '案卷号', width: 44 },
  { head: '文号', width: 48 },
  { head: '责任者', width: 26 },
  { head: '题名', width: 58 },
  { head: '日期', width: 20 },
  { head: '件数', width: 11 },
  { head: '保管期限', width: 18 },
  { head: '备注', width: 29 },
] as const

export interface VolumeList {
  agency: string
  title: string
  madeOn: LocalDate
  rows: string[][]
  /** 共几卷、几件: what is handed over, so without what was voided. */
  sum: string
}

export function volumeList(of: { agency: string; year: number; madeOn: LocalDate; volumes: readonly VolumeRow[] }): VolumeList {
  const standing = of.volumes.filter(({ voidedBecause }) => voidedBecause === null)
  const voided = of.volumes.length - standing.length
  return {
    agency: of.agency,
    title: `${of.agency}${of.year}年政府信息公开归档目录`,
    madeOn: of.madeOn,
    rows: of.volumes.map((volume, index) => [
      String(index + 1),
      volume.number,
      volume.document ?? '',
      of.agency,
      titleOf(volume),
      digits(volume.closedOn ?? volume.archivedOn),
      String(volume.pieces),
      RETENTION_WORDS[volume.retention],
      noteOf(volume),
    ]),
    sum: `共 ${standing.length} 卷 ${standing.reduce((sum, { pieces }) => sum + pieces, 0)} 件${voided > 0 ? `，另有作废卷号 ${voided} 个` : ''}`,
  }
}

function titleOf({ of, subject }: VolumeRow): string {
  return of === 'case' ? `关于申请公开“${subject}”的案卷` : `关于申请更正“${subject}”的案卷`
}

/** Eight digits, as archives write a day. */
function digits(day: LocalDate): string {
  return day.replaceAll('-', '')
}

function noteOf({ voidedBecause, transferredOn, transferredTo }: VolumeRow): string {
  if (voidedBecause !== null) return `作废：${voidedBecause}`
  return transferredOn ? `${digits(transferredOn)} 移交${transferredTo ?? ''}` : ''
}
