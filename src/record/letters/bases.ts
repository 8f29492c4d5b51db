/** 依据 of a whole reply: its outcome's articles, its items', and those of every ground on which something is not given. */
import { type Citation, cite } from '../../law/cite.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import type { ReplyContent } from '../requests/reply.ts'
import { groundsOf, placedItems } from '../requests/reply-grounds.ts'
import { basisAndEffect } from './partial.ts'

export function basesOf(content: Pick<ReplyContent, 'outcome' | 'grounds' | 'items'>): Citation[] {
  const all = [
    ...outcomeRule(content.outcome).articles,
    ...placedItems(content).flatMap(({ outcome }) => outcomeRule(outcome).articles),
    ...groundsOf(content).flatMap((ground) => basisAndEffect(ground).by),
  ]
  return all.filter((one, place) => all.findIndex((other) => cite(other) === cite(one)) === place)
}
