/** 涂黑: a box on a page, and the ground that is printed on it (Reg. 14–16, or personal information). */
import { z } from 'zod'
import { chineseNumeral } from '../../law/cite.ts'
import { GROUND_TABLE, GROUNDS } from '../../law/withholding.ts'

export const BOX_GROUNDS = ['personalInformation', ...GROUNDS] as const
export type BoxGround = (typeof BOX_GROUNDS)[number]

/** As a menu says it. */
export function boxGroundWords(ground: BoxGround): string {
  if (ground === 'personalInformation') return '个人信息（《条例》第十五条）'
  return `${GROUND_TABLE[ground].zh}（《条例》${articleOf(ground)}）`
}

/** As it is printed on the box. */
export function boxLabel(ground: BoxGround): string {
  return ground === 'personalInformation' ? '个人信息' : articleOf(ground)
}

function articleOf(ground: Exclude<BoxGround, 'personalInformation'>): string {
  return `第${chineseNumeral(Number.parseInt(GROUND_TABLE[ground].by.at ?? '0', 10))}条`
}

/** Every label once: they are set in type before any box is printed. */
export const BOX_LABELS: readonly string[] = [...new Set(BOX_GROUNDS.map(boxLabel))]

const part = z.number().min(0).max(1)
const NARROWEST = 0.0005

/** Parts of the page's width and height, from the upper left corner; `page` counts from 1. */
export const boxSchema = z.object({
  page: z.number().int().min(1).max(300),
  x: part.max(1 - NARROWEST),
  y: part.max(1 - NARROWEST),
  width: part.min(NARROWEST),
  height: part.min(NARROWEST),
  ground: z.enum(BOX_GROUNDS),
})
export type Box = z.infer<typeof boxSchema>
export type Place = Omit<Box, 'ground'>

/** As one reads: by page, from the top, from the left; for lists, since boxes are kept as they were drawn. */
export function inReadingOrder<P extends Place>(boxes: readonly P[]): P[] {
  return boxes.toSorted((a, b) => a.page - b.page || a.y - b.y || a.x - b.x)
}

/** What of a box lies on the page: it may have been drawn past the edge. */
export function insidePage<P extends Place>(box: P): P {
  return { ...box, width: Math.min(box.width, 1 - box.x), height: Math.min(box.height, 1 - box.y) }
}

/** A page as the screen needs it: its proportions, and where personal data was found. */
export interface PageSketch {
  page: number
  /** Points of 1/72 inch. */
  width: number
  height: number
  /** No text to be found: a scan. */
  scanned: boolean
  personal: Place[]
}
