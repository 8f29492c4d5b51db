import { BUREAU_PACK } from './bureau.ts'
import { KEY_DOMAINS_PACK } from './key-domains.ts'
import type { Pack } from './pack.ts'
import { SCHOOL_PACK } from './school.ts'

export type { Pack, PackItem } from './pack.ts'

/** Every pack, in the order in which they are offered. */
export const PACKS: readonly Pack[] = [BUREAU_PACK, KEY_DOMAINS_PACK, SCHOOL_PACK]
