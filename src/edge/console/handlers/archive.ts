/** 归档: endpoint → office verb. */
import { archiveCase, transferVolume } from '../../../office/archive/archive-case.ts'
import { archiveSeveral } from '../../../office/archive/archive-several.ts'
import { bundleIndex } from '../../../office/archive/bundle.ts'
import { decideErasure, proposeErasure } from '../../../office/archive/erase.ts'
import { setRetention, viewArchive } from '../../../office/archive/view-archive.ts'
import type { ArchiveOutputs } from '../contract/archive.ts'
import { type Handlers, rows, thenView } from './handler.ts'

export const ARCHIVE_HANDLERS: Handlers<keyof ArchiveOutputs> = {
  'requests.bundleIndex': (office, { actor }, { id }) => bundleIndex(office, actor, id),
  'requests.archive': (office, staff, { id, ...input }) =>
    thenView(office, staff, archiveCase(office, staff.actor, { ...input, caseId: id })),
  'requests.archiveTransfer': (office, staff, { id, ...input }) =>
    thenView(office, staff, transferVolume(office, staff.actor, { ...input, caseId: id })),
  'archive.get': (office, { actor }, { year }) => viewArchive(office, actor, year === undefined ? {} : { year }),
  'archive.closeSeveral': (office, { actor }, input) => rows(archiveSeveral(office, actor, input)),
  'archive.setRetention': (office, { actor }, input) => setRetention(office, actor, input),
  'archive.proposeErasure': (office, { actor }, input) => proposeErasure(office, actor, input),
  'archive.decideErasure': (office, { actor }, input) => decideErasure(office, actor, input),
}
