/** 提示: what the file should be read with, for the court or the body to weigh; nothing is refused for it. */
import { apl, arl, type Citation } from '../../law/cite.ts'
import { lengthWords } from '../../law/oversight/limits.ts'
import type { DisputeCase } from './fold.ts'

export interface DisputeNote {
  say: string
  by: Citation
}

/** `others`: the other files of the same case, by their numbers. */
export function disputeNotes(folded: DisputeCase, others: readonly { number: string; folded: DisputeCase }[]): DisputeNote[] {
  return [...atOnce(folded, others), ...stillToSue(folded)]
}

/** One person's reconsideration and suit over one decision exclude each other while the first is pending (ARL 29). */
function atOnce({ opened }: DisputeCase, others: readonly { number: string; folded: DisputeCase }[]): DisputeNote[] {
  const [us, them] =
    opened.path === 'litigationDirect'
      ? (['litigationDirect', 'reconsideration'] as const)
      : (['reconsideration', 'litigationDirect'] as const)
  if (opened.path !== us) return []
  return others.flatMap(({ number, folded }) => {
    const first = folded.opened
    const over = folded.decisions[0]?.on
    const pending = first.on <= opened.on && (over === undefined || over > opened.on)
    if (first.path !== them || first.claimant !== opened.claimant || !pending) return []
    const say =
      us === 'litigationDirect'
        ? `收到应诉通知时，同一方的行政复议（${number}）尚未审结：已申请行政复议的，复议期间不得起诉。是否受理由法院决定，请在答辩状中说明，并核对途径。`
        : `收到答复通知时，同一方的行政诉讼（${number}）尚未审结：法院已依法受理的，不得申请行政复议。是否受理由复议机关决定，请在答复书中说明。`
    return [{ say, by: arl('29') }]
  })
}

/** What ended without a decision leaves the reply's own limit to sue, where reconsideration need not come first. */
function stillToSue({ opened, decisions }: DisputeCase): DisputeNote[] {
  const last = decisions.at(-1)
  if (opened.path !== 'reconsideration' || (last?.result !== 'terminated' && last?.result !== 'settled')) return []
  const within = lengthWords('litigation', last.on)
  return [
    {
      say: `终止行政复议不是可以起诉的复议决定，没有十五日的起诉期限；这份答复不须先申请行政复议的，对方仍可自收到答复之日起${within}内起诉。`,
      by: apl('46'),
    },
  ]
}
