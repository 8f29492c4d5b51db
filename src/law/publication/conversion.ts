/**
 * 依申请公开转为主动公开 — Reg. 44: 多个申请人就相同政府信息向同一行政机关提出公开申请，且该政府信息属于可以公开的，可以纳入主动公开的范围; a requester
 * may propose it too, and what the agency finds to belong there is published in good time.
 */
import { reg } from '../cite.ts'

/** 多个申请人: more than one person. */
export const SEVERAL_ASKERS = 2

export const CONVERSION_BY = reg('44')
