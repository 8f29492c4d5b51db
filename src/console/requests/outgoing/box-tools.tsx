import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import {
  BOX_GROUNDS,
  type Box,
  type BoxGround,
  boxGroundWords,
  inReadingOrder,
  type PageSketch,
  type Place,
} from '../../../record/outgoing/box.ts'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { useDeed } from '../../queries.ts'
import type { OfFile } from './outgoing-file.tsx'

const GROUNDS = BOX_GROUNDS.map((ground) => ({ value: ground, label: boxGroundWords(ground) }))

interface Tools extends OfFile {
  pages: readonly PageSketch[]
  boxes: Box[]
  onBoxes: (boxes: Box[]) => void
}

/** Boxes by search, by what the machine found, and as a list: everything the mouse can do, the keyboard can too. */
export function BoxTools({ caseId, file, pages, boxes, onBoxes }: Tools) {
  const [text, setText] = useState('')
  const [told, setTold] = useState('')
  const find = useDeed('requests.findOutgoing')
  const personal = pages.flatMap((page) => page.personal)
  const add = (places: readonly Place[], ground: BoxGround) => {
    const fresh = places.filter((place) => !boxes.some((box) => isSame(box, place)))
    onBoxes([...boxes, ...fresh.map((place) => ({ ...place, ground }))])
    return fresh.length
  }
  const search = () =>
    find.mutate(
      { id: caseId, fileId: file.id, text },
      {
        onSuccess: ({ places }) => {
          const added = add(places, 'personalInformation')
          setTold(
            places.length === 0 ? '文件中没有找到这段文字；扫描件请直接画框。' : `找到 ${places.length} 处，新加 ${added} 个框。`,
          )
        },
      },
    )
  return (
    <div className="redaction-tools">
      <Panel title="画框">
        <p className="small quiet">
          在页面上按住鼠标拖出一个框。用键盘：在页面下方“加一个框”，再用方向键移动，Shift 加方向键改变大小，Delete 删除。
        </p>
        <Refusals refusals={find.error?.refusals ?? []} />
        {file.kind === 'pdf' && (
          <div className="outgoing-add">
            <Input
              aria-label="要涂黑的文字"
              placeholder="要涂黑的文字，如姓名"
              maxLength={60}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onPressEnter={search}
            />
            <Button disabled={text.trim() === ''} loading={find.isPending} onClick={search}>
              全部框选
            </Button>
          </div>
        )}
        {personal.length > 0 && (
          <Button
            block
            className="redaction-found"
            onClick={() => setTold(`新加 ${add(personal, 'personalInformation')} 个框。`)}
          >
            框选检查发现的个人信息（{personal.length} 处）
          </Button>
        )}
        <p className="small" role="status">
          {told}
        </p>
      </Panel>
      <Panel title={`已画的框（${boxes.length}）`}>
        {boxes.length === 0 && <p className="quiet">每个框都要选定不予公开的依据，依据会印在框上。</p>}
        <ol className="box-list" tabIndex={-1} aria-label="已画的框">
          {inReadingOrder(boxes).map((box, index) => (
            <li key={`${box.page}-${box.x}-${box.y}-${box.width}-${box.height}`}>
              <span className="small">
                {index + 1}. 第{box.page}页
              </span>
              <Select
                size="small"
                aria-label={`第 ${index + 1} 个框的依据`}
                value={box.ground}
                options={GROUNDS}
                onChange={(ground: BoxGround) => onBoxes(boxes.map((one) => (one === box ? { ...box, ground } : one)))}
              />
              <Button
                size="small"
                type="text"
                aria-label={`删除第 ${index + 1} 个框`}
                onClick={({ currentTarget }) => {
                  onBoxes(boxes.filter((one) => one !== box))
                  focusNext(currentTarget)
                }}
              >
                删除
              </Button>
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  )
}

/** The keyboard goes on at the box that follows, or the last one left; where none is, at the list's own heading. */
function focusNext(from: HTMLElement): void {
  const list = from.closest('ol')
  const at = [...(list?.children ?? [])].findIndex((item) => item.contains(from))
  requestAnimationFrame(() => {
    const left = [...(list?.querySelectorAll<HTMLElement>('li > button') ?? [])]
    const next = left[at] ?? left.at(-1) ?? list
    next?.focus({ preventScroll: left.length === 0 })
  })
}

function isSame(box: Place, place: Place): boolean {
  return box.page === place.page && Math.abs(box.x - place.x) < 0.002 && Math.abs(box.y - place.y) < 0.002
}
