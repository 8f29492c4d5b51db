/** 可分办的人员: who works here, in which section, and whether they are away that day and who deputises. */
import type { LocalDate } from '../../law/date.ts'
import type { Colleague } from '../../record/people/view.ts'
import { absencesOn } from '../../store/deciding.sql.ts'
import { officersOf } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'

type Officer = Awaited<ReturnType<typeof officersOf>>[number]

export async function colleaguesOn(
  db: OfficeContext['db'],
  agencyId: string,
  officers: readonly Officer[],
  today: LocalDate,
): Promise<Colleague[]> {
  const absences = await absencesOn(db, agencyId, today)
  const nameOf = (id: string) => officers.find((one) => one.id === id)?.name ?? '（已离任人员）'
  return officers
    .filter(({ active }) => active)
    .map(({ id, name, section_id: sectionId }) => {
      const absence = absences.find(({ officer_id }) => officer_id === id)
      return { id, name, sectionId, away: absence ? { until: absence.to_date, deputy: nameOf(absence.deputy_id) } : null }
    })
}
