import { Button } from 'antd'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { FILE_PATHS } from '../../../edge/console/contract.ts'
import { type Box, boxLabel, type PageSketch, type Place } from '../../../record/outgoing/box.ts'
import { fileAddress } from '../../api.ts'
import type { OfFile } from './outgoing-file.tsx'

interface Pages extends OfFile {
  which: 'before' | 'after'
  pages: readonly PageSketch[]
  boxes: readonly Box[]
  /** Absent where nothing is drawn. */
  onBoxes?: (boxes: Box[]) => void
}

/** Smaller is a slip of the hand, no box. */
const SMALLEST = 0.004
const STEP = 0.005

export function SheetPages({ caseId, file, which, pages, boxes, onBoxes }: Pages) {
  return (
    <div className="folios">
      {pages.map((page) => {
        const address = fileAddress(FILE_PATHS.outgoingPage(caseId, file.id, which, page.page))
        const own = boxes.filter((box) => box.page === page.page)
        const replace = (now: Box[]) => onBoxes?.([...boxes.filter((box) => box.page !== page.page), ...now])
        return (
          <figure key={page.page} className="folio-figure">
            <Sheet page={page} address={`${address}?v=${file.version}`} boxes={own} {...(onBoxes ? { onBoxes: replace } : {})} />
            <figcaption className="small quiet">
              第 {page.page} 页，共 {pages.length} 页{page.scanned && '（扫描或图片，文字请自己看过）'}
              {onBoxes && (
                <Button
                  size="small"
                  onClick={({ currentTarget }) => {
                    replace([
                      ...own,
                      { page: page.page, x: 0.4, y: 0.4, width: 0.2, height: 0.03, ground: 'personalInformation' },
                    ])
                    focusLater(currentTarget, '.black-box')
                  }}
                >
                  加一个框
                </Button>
              )}
            </figcaption>
          </figure>
        )
      })}
    </div>
  )
}

interface OneSheet {
  page: PageSketch
  address: string
  boxes: readonly Box[]
  onBoxes?: (boxes: Box[]) => void
}

function Sheet({ page, address, boxes, onBoxes }: OneSheet) {
  const [drawn, setDrawn] = useState<{ from: Point; to: Point } | null>(null)
  const at = (event: PointerEvent<HTMLDivElement>): Point => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    return { x: within((event.clientX - left) / width), y: within((event.clientY - top) / height) }
  }
  const finish = () => {
    const box = drawn && boxBetween(page.page, drawn.from, drawn.to)
    if (box && box.width > SMALLEST && box.height > SMALLEST) onBoxes?.([...boxes, { ...box, ground: 'personalInformation' }])
    setDrawn(null)
  }
  return (
    <div
      className={onBoxes ? 'folio is-drawn-on' : 'folio'}
      style={{ aspectRatio: `${page.width} / ${page.height}` }}
      onPointerDown={(event) => {
        if (!onBoxes || event.button !== 0 || event.target instanceof HTMLButtonElement) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrawn({ from: at(event), to: at(event) })
      }}
      onPointerMove={(event) => drawn && setDrawn({ ...drawn, to: at(event) })}
      onPointerUp={finish}
      onPointerCancel={() => setDrawn(null)}
    >
      <img src={address} alt={`第 ${page.page} 页`} loading="lazy" draggable={false} />
      {boxes.map((box, index) => (
        <button
          // Not by its place: a box that is moved stays the one that has the focus.
          key={`box-${index}`}
          type="button"
          className="black-box"
          style={styleOf(box)}
          aria-label={`第 ${page.page} 页第 ${index + 1} 个框，${boxLabel(box.ground)}。方向键移动，Shift 加方向键改变大小，Delete 删除`}
          onKeyDown={(event) => {
            const next = afterKey(event, box)
            if (next === null) focusLater(event.currentTarget, 'figcaption button')
            if (next !== box) onBoxes?.(boxes.flatMap((one) => (one === box ? (next ? [next] : []) : [one])))
          }}
        >
          {boxLabel(box.ground)}
        </button>
      ))}
      {drawn && <div className="black-box is-new" style={styleOf(boxBetween(page.page, drawn.from, drawn.to))} />}
    </div>
  )
}

/** The keyboard goes on at the box that was just added, or, where one was deleted, at the button that adds one. */
function focusLater(from: HTMLElement, what: string): void {
  const figure = from.closest('figure')
  requestAnimationFrame(() => [...(figure?.querySelectorAll<HTMLElement>(what) ?? [])].at(-1)?.focus())
}

interface Point {
  x: number
  y: number
}

function boxBetween(page: number, from: Point, to: Point): Place {
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
  return { page, x, y, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }
}

function styleOf({ x, y, width, height }: Place) {
  return { left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` }
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The box after a key: moved, made larger or smaller, gone (null), or the same. */
function afterKey(event: KeyboardEvent, box: Box): Box | null {
  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault()
    return null
  }
  const arrow = ARROWS[event.key]
  if (!arrow) return box
  event.preventDefault()
  const [across, down] = [arrow[0] * STEP, arrow[1] * STEP]
  if (event.shiftKey)
    return {
      ...box,
      width: Math.min(1 - box.x, Math.max(SMALLEST, box.width + across)),
      height: Math.min(1 - box.y, Math.max(SMALLEST, box.height + down)),
    }
  return { ...box, x: Math.min(1 - box.width, within(box.x + across)), y: Math.min(1 - box.height, within(box.y + down)) }
}

function within(part: number): number {
  return Math.min(1, Math.max(0, part))
}
