/** 学期卡、学校公开情况: endpoint → office verb. */
import { remindSchools, viewSchools, viewTermCard } from '../../../office/publication/index.ts'
import type { SchoolsOutputs } from '../contract/schools.ts'
import type { Handlers } from './handler.ts'

export const SCHOOLS_HANDLERS: Handlers<keyof SchoolsOutputs> = {
  'term.card': (office, { actor }) => viewTermCard(office, actor),
  'schools.list': (office, { actor }) => viewSchools(office, actor),
  'schools.remind': (office, { actor }, input) => remindSchools(office, actor, input),
}
