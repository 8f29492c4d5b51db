import { Segmented, Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import type { ComparedCell } from '../../record/reports/compare.ts'
import { differenceWords, type HandInComparison, inOrder, rowWords } from '../../record/reports/comparison.ts'
import type { Piece } from '../../record/reports/wording.ts'
import { Page, Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'

const ONE_YEAR = '只有一个年度的报送，还没有两年可以比较；可以比较两份单位报告。'

/** 比较: the sums of two years, or two reports of units, side by side; what can't be concluded from them stands above. */
export default function CompareHandInsPage() {
  const [search, setSearch] = useSearchParams()
  const notices = useRead('handIns.list', {})
  if (notices.error) return <Failure refusals={notices.error.refusals} retry={() => void notices.refetch()} />
  if (!notices.data) return <Loading />
  const years = [...new Set(notices.data.rows.map(({ year }) => year))]
  const ofUnits = search.get('what') === 'units'
  const year = Number(search.get('year') ?? years[1] ?? years[0])
  const otherYear = Number(search.get('otherYear') ?? years[0])
  const change = (to: Record<string, string>) => setSearch({ ...Object.fromEntries(search), ...to }, { replace: true })
  const yearOptions = years.map((one) => ({ value: one, label: `${one} 年` }))
  const unitId = search.get('unit') ?? ''
  const otherUnitId = search.get('otherUnit') ?? ''
  return (
    <Page
      title="比较报送的报告"
      lead={
        <>
          <Link to={pathTo('handIns')}>报送</Link> / 只比较审核通过的报告，不排名次
        </>
      }
    >
      {years.length === 0 ? (
        <Nothing say="还没有报送通知，没有可以比较的报告。" />
      ) : (
        <>
          <div className="filters">
            <Segmented
              aria-label="比较什么"
              value={ofUnits ? 'units' : 'sums'}
              onChange={(what) => change({ what: String(what) })}
              options={[
                { value: 'sums', label: '两年的汇总数' },
                { value: 'units', label: '两份单位报告' },
              ]}
            />
          </div>
          <div className="compare-sides">
            <Side
              name="甲"
              years={yearOptions}
              year={year}
              unitId={ofUnits ? unitId : null}
              onYear={(to) => change({ year: to })}
              onUnit={(to) => change({ unit: to })}
            />
            <Side
              name="乙"
              years={yearOptions}
              year={otherYear}
              unitId={ofUnits ? otherUnitId : null}
              onYear={(to) => change({ otherYear: to })}
              onUnit={(to) => change({ otherUnit: to })}
            />
          </div>
          {ofUnits && !(unitId && otherUnitId) ? (
            <Nothing say="请选择甲、乙两个单位；同一单位也可以选两个年度。" />
          ) : year === otherYear && (!ofUnits || unitId === otherUnitId) ? (
            <Nothing say={years.length > 1 ? '请选择两个不同的年度。' : ONE_YEAR} />
          ) : (
            <Compared asked={{ year, otherYear, ...(ofUnits ? { unitId, otherUnitId } : {}) }} />
          )}
        </>
      )}
    </Page>
  )
}

function Side({
  name,
  years,
  year,
  unitId,
  onYear,
  onUnit,
}: {
  name: string
  years: { value: number; label: string }[]
  year: number
  /** Null where the sums are compared. */
  unitId: string | null
  onYear: (year: string) => void
  onUnit: (unitId: string) => void
}) {
  return (
    <div className="compare-side">
      <b>{name}</b>
      <Select
        aria-label={`${name}：年度`}
        className="compare-year"
        value={year}
        options={years}
        onChange={(to) => onYear(String(to))}
      />
      {unitId !== null && <UnitChosen label={`${name}：单位`} unitId={unitId} onUnit={onUnit} />}
    </div>
  )
}

function UnitChosen({ label, unitId, onUnit }: { label: string; unitId: string; onUnit: (unitId: string) => void }) {
  const { data } = useRead('handIns.units', {})
  const options = data?.rows.filter(({ excluded }) => excluded === null).map(({ id, name }) => ({ value: id, label: name })) ?? []
  return (
    <Select
      aria-label={label}
      className="compare-unit"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="选择单位"
      value={unitId || null}
      options={options}
      onChange={onUnit}
    />
  )
}

function Compared({ asked }: { asked: { year: number; otherYear: number; unitId?: string; otherUnitId?: string } }) {
  const { data, error } = useRead('handIns.compare', asked)
  if (error) return <Refusals refusals={error.refusals} />
  if (!data) return <Loading />
  const [one, other] = data.sides
  return (
    <>
      <p className="gap-below">
        甲：{one}；乙：{other}。
      </p>
      <Panel title="比较的限度">
        <ul className="plain-list" aria-label="比较的限度">
          {data.limits.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Panel>
      <Panel title="数字">
        {data.cells ? (
          <Numbers cells={data.cells} />
        ) : (
          <p className="quiet">两份的格式不同，栏目含义不一样，不换算，所以不比较数字；请分别查看。</p>
        )}
      </Panel>
      {data.wordings.length > 0 && (
        <Panel title="文字">
          <p className="quiet small">只在一边有的文字加下划线。</p>
          {data.wordings.map((part) => (
            <Wording key={part.words} part={part} />
          ))}
        </Panel>
      )}
    </>
  )
}

function Numbers({ cells }: { cells: readonly ComparedCell[] }) {
  const { sections, byRequester } = inOrder(cells)
  return (
    <>
      <p className="quiet small">“差”是乙比甲多几、少几，只是相减的结果。</p>
      {sections.map((one) => (
        <NumbersTable key={one.section} caption={one.section} cells={one.cells} />
      ))}
      {byRequester.length > 0 && (
        <details className="left-out">
          <summary>表三按申请人分的格子：有 {byRequester.length} 格不同</summary>
          <NumbersTable caption="表三按申请人" cells={byRequester} />
        </details>
      )}
    </>
  )
}

function NumbersTable({ caption, cells }: { caption: string; cells: readonly ComparedCell[] }) {
  return (
    <div className="report-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="report-table compared">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">甲</th>
            <th scope="col">乙</th>
            <th scope="col">差</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={cell.code} className={cell.difference ? 'differs' : ''}>
              <th scope="row">
                {rowWords(cell)} <span className="quiet">{cell.column}</span>
              </th>
              <td>{cell.values[0] ?? '空白'}</td>
              <td>{cell.values[1] ?? '空白'}</td>
              <td>{differenceWords(cell)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Wording({ part: { words, one, other } }: { part: HandInComparison['wordings'][number] }) {
  const same = [...one, ...other].every(({ only }) => !only)
  return (
    <section className="reworded" aria-label={`文字：${words}`}>
      <h3 className="small-heading">{words}</h3>
      {same ? (
        <p className="quiet">{one.length === 0 ? '两份都没有内容。' : '文字相同。'}</p>
      ) : (
        <div className="compare-texts">
          {[one, other].map((pieces, side) => (
            <div key={side === 0 ? '甲' : '乙'}>
              <b>{side === 0 ? '甲' : '乙'}</b>
              <p className="difference">
                {pieces.length === 0 ? '没有内容。' : pieces.map(pieceShown(side === 0 ? '仅甲' : '仅乙'))}
              </p>
            </div>
          ))}
        </div>
      )}
    </section>
  )
}

function pieceShown(where: string) {
  return ({ text, only }: Piece, index: number) =>
    only && text.trim() ? (
      <ins key={index}>
        <span className="heard">（{where}：</span>
        {text}
        <span className="heard">）</span>
      </ins>
    ) : (
      <span key={index}>{text}</span>
    )
}
