import type { FormKind } from '../case/deeds.ts'

export interface Recording {
  kind: FormKind
  /** 更正登记: which act never counted. */
  of?: number
}
