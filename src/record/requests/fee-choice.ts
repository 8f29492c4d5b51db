/** 信息处理费 by both scales, side by side: one is chosen, never both. */
interface FeeTold {
  quantity: number
  yuan: number
  /** The arithmetic as the notice prints it. */
  words: string[]
}

export interface FeeChoice {
  item: FeeTold
  volume: FeeTold
}
