/** What stands behind a number of table 二, for the agency itself and, without basis and evidence, for its supervisor. */
import { Pagination } from 'antd'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { BEHIND_A_PAGE, type CellCases, type UnitCell } from '../../record/reports/view.ts'
import { fileAddress } from '../api.ts'
import { quantityWords } from '../decisions/entry-words.ts'
import { DOT } from '../parts/dot.ts'

/** From page to page of what stands behind a number: cases, documents or entries. */
export function PagesBehind(props: {
  cell: Pick<CellCases, 'caseCount' | 'documentCount' | 'entryCount'>
  page: number
  onPage: (page: number) => void
}) {
  const { cell, page, onPage } = props
  const count = Math.max(cell.caseCount, cell.documentCount, cell.entryCount)
  if (count <= BEHIND_A_PAGE) return null
  return <Pagination size="small" simple current={page} total={count} pageSize={BEHIND_A_PAGE} onChange={onPage} />
}

/** 行政规范性文件 as the library has them. */
export function DocumentsBehind({ documentCount, documents }: Pick<CellCases, 'documentCount' | 'documents'>) {
  if (documentCount === 0) return null
  return (
    <>
      <p className="quiet">公开目录中的 {documentCount} 件。</p>
      <ul className="papers">
        {documents.map(({ id, title, number, formedOn, repealedOn, address }) => (
          <li key={id}>
            <div>
              <a href={`..${address}`} target="_blank" rel="noreferrer">
                {title}
              </a>
              <span className="quiet small">
                {number && `${number}${DOT}`}
                {formedOn} 制发{repealedOn && `${DOT}${repealedOn} 废止`}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the sections entered. */
export function EntriesBehind(props: { entryCount: number; entries: CellCases['entries'] | UnitCell['entries'] }) {
  const { entryCount, entries } = props
  if (entryCount === 0) return null
  return (
    <>
      <p className="quiet">处理决定台账中的 {entryCount} 笔。</p>
      <ul className="papers">
        {entries.map((entry) => (
          <li key={entry.id}>
            <div>
              <b>{entry.matter}</b>
              <span>
                {entry.from} 至 {entry.to}
                {DOT}
                {quantityWords(entry)}
              </span>
              <span className="quiet small">
                {entry.section || '本机关'}
                {'basis' in entry && `${DOT}${entry.basis}${DOT}${entry.enteredBy} ${entry.enteredOn} 登记`}
              </span>
            </div>
            {'evidence' in entry && entry.evidence && (
              <span className="papers-links">
                <a href={fileAddress(FILE_PATHS.decisionEvidence(entry.id))}>凭据</a>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
