/** 原件: what the tables were read from, to be compared with them: the pages of a PDF as they look, else the text. */
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { pictureReport, Refused } from '../../api.ts'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'

type Shown = 'pages' | 'text'

export function SourcePanel({ file, text, pages }: { file: File; text: string; pages: number }) {
  const [shown, setShown] = useState<Shown>(pages > 0 ? 'pages' : 'text')
  return (
    <div id="source">
      <Panel
        title="原件"
        extra={
          pages > 0 && (
            <Segmented<Shown>
              aria-label="原件的样子"
              size="small"
              options={[
                { value: 'pages', label: '页面' },
                { value: 'text', label: '文字' },
              ]}
              value={shown}
              onChange={setShown}
            />
          )
        }
      >
        {shown === 'pages' ? (
          <Pages file={file} pages={pages} />
        ) : (
          <pre className="source-text" tabIndex={0} aria-label="原件的文字">
            {text}
          </pre>
        )}
      </Panel>
    </div>
  )
}

function Pages({ file, pages }: { file: File; pages: number }) {
  const [page, setPage] = useState(1)
  const [large, setLarge] = useState(false)
  const { data, error } = useQuery<string, Refused>({
    queryKey: ['picture of a report', file.name, file.lastModified, page],
    queryFn: () => pictureReport(file, page),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <>
      <p className="source-pages">
        <Button size="small" disabled={page === 1} onClick={() => setPage(page - 1)}>
          上一页
        </Button>
        <span aria-live="polite">
          第 {page} 页，共 {pages} 页
        </span>
        <Button size="small" disabled={page === pages} onClick={() => setPage(page + 1)}>
          下一页
        </Button>
        <Button size="small" aria-pressed={large} onClick={() => setLarge(!large)}>
          {large ? '缩小' : '放大'}
        </Button>
      </p>
      <Refusals refusals={error?.refusals ?? []} />
      <div className="source-page" tabIndex={0} role="region" aria-label="原件的页面">
        {data ? (
          <img src={data} className={large ? 'is-large' : ''} alt={`原件第 ${page} 页`} />
        ) : (
          !error && <p className="quiet">正在打开…</p>
        )}
      </div>
    </>
  )
}
