/** One click from whatever a file holds back to the place where it is cleaned, blacked out or decided. */
import { Button } from 'antd'
import type { NavigateOptions } from 'react-router'
import { useNavigate, useParams } from 'react-router'
import { pathTo } from '../route-table.ts'

/** What the case page is told of where one wants to go: a file, or the first that waits. */
export interface ToFile {
  outgoing: string
}
export const FIRST_WAITING = 'waiting'

export function toOutgoing(caseId: string, fileId = FIRST_WAITING): [string, NavigateOptions] {
  return [pathTo('case', { id: caseId }), { state: { outgoing: fileId } satisfies ToFile }]
}

/** On every page of a case, whose address has it. */
export function ToOutgoing() {
  const { id } = useParams()
  const go = useNavigate()
  if (!id) return null
  return (
    <Button size="small" className="gap-above" onClick={() => void go(...toOutgoing(id))}>
      去处理答复附件
    </Button>
  )
}
