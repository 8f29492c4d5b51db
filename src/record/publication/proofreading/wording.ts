/** 用语: obsolete and careless wording, by the lists of the law floor. */
import { CAREFUL_WORDING } from '../../../law/publication/wording.ts'
import { OBSOLETE_WORDING } from '../../../law/reports/obsolete-wording.ts'
import { isToldAsFormer } from '../../reports/prose-wording.ts'
import type { Check } from './finding.ts'

export const checkWording: Check = ({ text }, { today }) =>
  [...OBSOLETE_WORDING, ...CAREFUL_WORDING]
    .filter(({ from }) => from <= today)
    .flatMap(({ pattern, now, put, source }) =>
      [...text.matchAll(new RegExp(pattern, 'gu'))]
        .filter((one) => !isToldAsFormer(text, one.index, one[0]))
        .map((one) => {
          const suggestion = put === undefined ? null : filled(put, one)
          const say = suggestion === null ? `现在用：${now}。` : `宜改为“${suggestion}”。`
          return { kind: 'wording' as const, from: one.index, to: one.index + one[0].length, say, suggestion, source }
        }),
    )

/** `$1` is the first group. */
function filled(put: string, groups: RegExpMatchArray): string {
  return put.replace(/\$(\d)/g, (_, group: string) => groups[Number(group)] ?? '')
}
