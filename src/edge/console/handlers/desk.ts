/** 案头: endpoint → office verb. */
import { ok } from '../../../law/refusal.ts'
import { assignMany } from '../../../office/desk/assign-many.ts'
import { listExceptions } from '../../../office/desk/list-exceptions.ts'
import { closeFeed, dropFilter, openFeed, saveFilter, setGuided, viewDesk } from '../../../office/desk/own-desk.ts'
import type { DeskOutputs } from '../contract/desk.ts'
import { feedPath } from '../feed.ts'
import { type Handlers, rows } from './handler.ts'

export const DESK_HANDLERS: Handlers<keyof DeskOutputs> = {
  'desk.get': (office, { actor }) => viewDesk(office, actor),
  'desk.exceptions': (office, { actor }) => rows(listExceptions(office, actor)),
  'desk.saveFilter': (office, { actor }, input) => saveFilter(office, actor, input),
  'desk.dropFilter': (office, { actor }, input) => dropFilter(office, actor, input),
  'desk.setGuided': (office, { actor }, input) => setGuided(office, actor, input),
  'desk.openFeed': async (office, { actor }) => {
    const opened = await openFeed(office, actor)
    return opened.ok ? ok({ desk: opened.value.desk, path: feedPath(opened.value.token) }) : opened
  },
  'desk.closeFeed': (office, { actor }) => closeFeed(office, actor),
  'desk.assign': (office, { actor }, input) => assignMany(office, actor, input),
}
