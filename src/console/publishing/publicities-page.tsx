/** 公示和异议: which run until when, which wait for answers or for their result. */
import { Link, useNavigate, useSearchParams } from 'react-router'
import { PUBLICITY_RULES } from '../../law/publication/publicity.ts'
import { countWords, type PublicityRow } from '../../record/publication/objection.ts'
import { PUBLICITY_STATE_WORDS } from '../../record/publication/publicity.ts'
import { DaysLeftMark } from '../parts/days-left-mark.tsx'
import { DOT } from '../parts/dot.ts'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'

const address = ({ documentId }: PublicityRow) => pathTo('publicity', { documentId })

export default function PublicitiesPage() {
  const go = useNavigate()
  const [search, setSearch] = useSearchParams()
  const page = Number(search.get('page') ?? 1) || 1
  const { data: view, error, refetch } = useRead('publicity.list', { page }, { keep: true })
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return (
    <Page title="公示和异议" lead="期满自动不再显示；异议逐件编号、查证、答复，都办结了才能公布结果。">
      <RowTable<PublicityRow>
        label="公示"
        rows={view?.rows ?? []}
        rowKey={({ documentId }) => documentId}
        loading={!view}
        onOpen={(row) => void go(address(row))}
        pagination={
          view && view.pages > 1
            ? {
                current: view.page,
                total: view.total,
                pageSize: 20,
                showSizeChanger: false,
                onChange: (to) => setSearch({ page: String(to) }),
              }
            : false
        }
        empty={<Nothing say="还没有公示。起草信息时打开“公示”，选事项和公示期；签发后列在这里，公众可以在网上提出异议。" />}
        columns={[
          { title: '期限', width: 170, responsive: ['sm'], render: (_, { left }) => <DaysLeftMark left={left} /> },
          {
            title: '公示',
            render: (_, row) => (
              <>
                <span className="phone-only">
                  <DaysLeftMark left={row.left} />
                </span>
                <Link to={address(row)}>{row.title}</Link>
                <div className="quiet small">
                  {PUBLICITY_RULES[row.kind].zh}
                  {DOT}
                  {row.startsOn} 至 {row.endsOn}
                </div>
                <div className="phone-only small">{countWords(row.counts)}</div>
              </>
            ),
          },
          { title: '异议', width: 240, responsive: ['sm'], render: (_, { counts }) => countWords(counts) },
          { title: '状态', width: 150, responsive: ['md'], render: (_, { state }) => PUBLICITY_STATE_WORDS[state] },
        ]}
      />
    </Page>
  )
}
