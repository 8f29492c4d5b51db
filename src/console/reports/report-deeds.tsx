import { App, Button } from 'antd'
import { useState } from 'react'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { cite } from '../../law/cite.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { fileAddress, Refused } from '../api.ts'
import { Panel } from '../parts/page.tsx'
import { refusalWords } from '../parts/refusals.tsx'
import { useDeed, useRefresh } from '../queries.ts'
import { useSession } from '../session.tsx'
import { AsOf } from './as-of.tsx'
import { RestateModal } from './restate-modal.tsx'
import { newVersion } from './state-words.ts'

type Deed = keyof ReportView['may']
const WORDS: Record<Exclude<Deed, 'edit' | 'keepSignedCopy'>, string> = {
  compile: '重新汇编',
  submit: '送审',
  approve: '批准',
  publish: '发布到公开专栏',
}
const DONE: Record<Exclude<Deed, 'edit' | 'keepSignedCopy'>, string> = {
  compile: '已汇编',
  submit: '已送审',
  approve: '已批准',
  publish: '已发布',
}
/** For whom it waits, said to those who can't do it themselves. */
const WAITING: Record<'submit' | 'approve' | 'publish', string> = {
  submit: '草稿，由公开工作人员送审。',
  approve: '已送审，由单位主要负责人批准。',
  publish: '已批准，由公开工作机构负责人或者单位主要负责人发布。',
}
/** What comes next in each state. */
const NEXT = { draft: 'submit', submitted: 'approve', approved: 'publish', published: null } as const

/** 往下走: compile, submit, approve, publish; why not where not. */
export function ReportDeeds({ view }: { view: ReportView }) {
  const { message, modal } = App.useApp()
  const { may } = useSession()
  const compile = useDeed('reports.compile')
  const submit = useDeed('reports.submit')
  const approve = useDeed('reports.approve')
  const publish = useDeed('reports.publish')
  const refresh = useRefresh('reports')
  const [restating, setRestating] = useState(false)
  const deeds = { compile, submit, approve, publish }
  const busy = Object.values(deeds).some(({ isPending }) => isPending)
  const next = NEXT[view.state]
  const act = async (name: keyof typeof deeds) => {
    try {
      await deeds[name].mutateAsync({ year: view.year, digest: view.digest })
      void message.success(DONE[name])
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      void message.error(error.refusals.map(refusalWords).join(''), 8)
      // What was found anew stands in the list of faults.
      await refresh()
    }
  }
  const go = (name: NonNullable<typeof next>) => {
    if (name === 'publish' && view.restates !== null) setRestating(true)
    else void act(name)
  }
  const compileAgain = () => {
    if (view.state === 'published') modal.confirm({ ...newVersion(view.year), onOk: () => act('compile') })
    else void act('compile')
  }
  const blocked = next && view.may[next]
  return (
    <Panel title="现在能办">
      {next && view.may[next].allowed && (
        <Button type="primary" size="large" block loading={deeds[next].isPending} disabled={busy} onClick={() => go(next)}>
          {WORDS[next]}
        </Button>
      )}
      {restating && view.restates !== null && (
        <RestateModal
          from={view.restates}
          busy={publish.isPending}
          onPublish={async (because) => {
            await publish.mutateAsync({ year: view.year, digest: view.digest, because })
            setRestating(false)
            void message.success(DONE.publish)
          }}
          onClose={() => setRestating(false)}
        />
      )}
      {next && blocked && !blocked.allowed && (
        <p className="note">
          {blocked.refusal.code === 'not-permitted' ? (
            WAITING[next]
          ) : (
            <>
              {WORDS[next]}：{blocked.refusal.say}
              {blocked.refusal.then}
              {blocked.refusal.cite && `（${cite(blocked.refusal.cite)}）`}
            </>
          )}
        </p>
      )}
      {view.may.compile.allowed && view.source === 'compiled' && (
        <Button block disabled={busy} loading={compile.isPending} onClick={compileAgain}>
          {view.state === 'published' ? '重新汇编，形成新版本' : WORDS.compile}
        </Button>
      )}
      {view.may.compile.allowed && view.source === 'compiled' && view.state === 'draft' && <AsOf view={view} />}
      <h3 className="small-heading">下载</h3>
      <p className="download-links">
        <a href={fileAddress(FILE_PATHS.reportPdf(view.year))}>PDF</a>
        <a href={fileAddress(FILE_PATHS.reportDocx(view.year))}>Word</a>
        <a href={fileAddress(FILE_PATHS.reportXlsx(view.year))}>Excel</a>
        <Button type="link" className="inline-link" onClick={() => saveData(view)}>
          JSON
        </Button>
        {view.portalPath && (
          <a href={`..${view.portalPath}`} target="_blank" rel="noreferrer">
            公开专栏中的报告
          </a>
        )}
        {view.portalPath && (
          <a href={compareAddress(view.portalPath)} target="_blank" rel="noreferrer">
            与上年、与其他机关比较
          </a>
        )}
      </p>
      <p className="quiet small gap-above">归档卷：通知、各稿、批注、审批、回执、盖章件合订成册，压缩包另附原件和校验值。</p>
      <p className="download-links">
        <a href={fileAddress(FILE_PATHS.reportArchive(view.year, 'pdf'))}>归档卷 PDF</a>
        <a href={fileAddress(FILE_PATHS.reportArchive(view.year, 'zip'))}>归档包 ZIP</a>
      </p>
      {may('reports.handIn') && view.source === 'compiled' && (view.state === 'approved' || view.state === 'published') && (
        <p className="quiet small gap-above">
          与主管部门不联网的：
          <a href={fileAddress(FILE_PATHS.reportBundle(view.year))}>离线报送包</a>
          ，拷贝后交主管部门导入；文件名中有签名指纹，供电话核对。
        </p>
      )}
    </Panel>
  )
}

/** `/jyj/reports/2025` → the portal's comparison with that report on the right. */
function compareAddress(portalPath: string): string {
  const [, slug, , year] = portalPath.split('/')
  return `../${slug}/reports/compare?other=${slug}/${year}`
}

/** The report as data, in the shape of `gongkai report check`. */
function saveData({ agencyName, year, format, tables, findings }: ReportView): void {
  const data = JSON.stringify({ agency: agencyName, year, format, tables, findings }, null, 2)
  const address = URL.createObjectURL(new Blob([data], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${agencyName}${year}年政府信息公开工作年度报告.json`
  link.click()
  URL.revokeObjectURL(address)
}
