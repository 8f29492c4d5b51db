import { nationalCalendar } from '../../law/calendar.ts'
import type { SignedIn } from '../../office/people/sign-in.ts'
import { agencyOn, legalSetting, unitsBelow } from '../../office/people/agencies.ts'
import { listConsultations } from '../../office/dialogue/consultations.ts'
import { disputeFiles } from '../../office/disputes/dispute-tasks.ts'
import { listExceptions } from '../../office/desk/list-exceptions.ts'
import { countTasks } from '../../office/desk/list-tasks.ts'
import { countEditionsToDo, countGaps, countPublicityToDo } from '../../office/publication/index.ts'
import { verbsOf } from '../../record/people/roles.ts'
import type { SessionView } from './contract.ts'
import type { ConsoleOptions } from './staff.ts'

/** Who is signed in, where, and what the menu may show. */
export async function sessionView(options: ConsoleOptions, staff: SignedIn): Promise<SessionView> {
  const { office } = options
  const disputes = await disputeFiles(office, staff.actor)
  const [agency, below, term, { calendar, readings }, tasks, exceptions, consultations, publishing, publicity] =
    await Promise.all([
      agencyOn(office.db, staff.actor.agencyId, office.today()),
      unitsBelow(office, staff.actor),
      countGaps(office, staff.actor),
      legalSetting(office, staff.actor.agencyId),
      countTasks(office, staff.actor, disputes),
      listExceptions(office, staff.actor, disputes),
      listConsultations(office, staff.actor),
      countEditionsToDo(office, staff.actor),
      countPublicityToDo(office, staff.actor),
    ])
  return {
    officer: {
      id: staff.actor.id,
      name: staff.actor.name,
      position: staff.position,
      roles: [...staff.actor.roles],
      login: staff.login,
    },
    agency: { id: agency.id, slug: agency.slug, regime: agency.regime, ...below, details: agency.details },
    csrf: staff.csrf,
    verbs: verbsOf(staff.actor),
    today: office.today(),
    dayIsSet: office.dayIsSet,
    demo: options.demo,
    counts: {
      tasks,
      exceptions: exceptions.ok ? exceptions.value.length : 0,
      publishing,
      term,
      publicity,
      consultations: consultations.ok ? consultations.value.filter((row) => !row.answeredOn).length : 0,
    },
    portalPath: `${options.basePath}/${agency.slug}/`,
    legal: {
      years: [...calendar.years.values()].filter((file) => nationalCalendar().years.get(file.year) !== file),
      overlay: calendar.overlay,
      readings,
    },
  }
}
