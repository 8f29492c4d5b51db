import { useQueryClient } from '@tanstack/react-query'
import { Button, Upload } from 'antd'
import { useState } from 'react'
import type { FileTakenIn } from '../../edge/console/contract/hand-ins.ts'
import { Refused, saveBase64, takeInFile } from '../api.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Panel } from '../parts/page.tsx'
import { refusalWords } from '../parts/refusals.tsx'

interface Brought {
  file: File
  answer: FileTakenIn | { kind: 'refused'; why: string } | null
}

/** 导入报送文件: filled-in tables and bundles, several at once; each says at once what became of it. */
export function TakeInPanel({ noticeId }: { noticeId: string }) {
  const queries = useQueryClient()
  const [brought, setBrought] = useState<readonly Brought[]>([])
  const bring = async (file: File, trust?: string) => {
    const told = (answer: Brought['answer']) =>
      setBrought((before) => [...before.filter((one) => one.file !== file), { file, answer }])
    told(null)
    try {
      told(await takeInFile(noticeId, file, trust))
      await queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => String(key).startsWith('handIns.') })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      told({ kind: 'refused', why: error.refusals.map(refusalWords).join('') })
    }
  }
  return (
    <Panel title="导入报送文件">
      <p className="quiet gap-below">
        不用本系统的单位：打开该单位的页面下载填报表，填好后在这里导入；用本系统而不联网的单位：导入其离线报送包（文件名以 .zgk
        结尾）。可以一次选择多个文件。
      </p>
      <Upload
        multiple
        showUploadList={false}
        accept=".xlsx,.zgk"
        beforeUpload={(file) => {
          void bring(file)
          return false
        }}
      >
        <Button>选择文件</Button>
      </Upload>
      <ul className="plain-list taken-in" aria-live="polite">
        {brought.map(({ file, answer }) => (
          <li key={`${file.name}${file.lastModified}`}>
            <span className="quiet">{file.name}</span> <Answer answer={answer} onTrust={(print) => void bring(file, print)} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Answer({ answer, onTrust }: { answer: Brought['answer']; onTrust: (fingerprint: string) => void }) {
  if (answer === null) return <Mark tone="calm">正在读取</Mark>
  switch (answer.kind) {
    case 'handedIn':
      return <Mark tone="done">{`${answer.unit}：已报送，待审核`}</Mark>
    case 'already':
      return <Mark tone="paused">{`${answer.unit}：与已报送的相同，没有重复登记`}</Mark>
    case 'refused':
      return <Mark tone="late">{answer.why}</Mark>
    case 'faults': {
      const errors = answer.findings.filter(({ level }) => level === 'error')
      return (
        <>
          <Mark tone="late">{`${answer.unit}：有 ${errors.length} 处错误，没有收下`}</Mark>{' '}
          <Button type="link" className="inline-link" onClick={() => saveBase64(answer.marked, answer.name)}>
            下载标出错误的表
          </Button>
          <ul className="plain-list small">
            {errors.slice(0, 5).map((finding) => (
              <li key={finding.code + finding.message}>
                {finding.code}：{finding.message}
              </li>
            ))}
            {errors.length > 5 && <li>其余见表中批注。</li>}
          </ul>
        </>
      )
    }
    case 'trust':
      return (
        <>
          <Mark tone="soon">
            {answer.changed ? `${answer.unit}：签名与登记的不同` : `${answer.unit}：第一次收到该单位的签名`}
          </Mark>
          <p>
            请打电话给该单位核对签名指纹 <b>{answer.fingerprint}</b>（在单位导出的文件名中）。
            {answer.changed && '指纹变化可能是更换了系统，也可能不是该单位的文件。'}
          </p>
          <Button size="small" onClick={() => onTrust(answer.fingerprint)}>
            已核对一致，登记签名并收下
          </Button>
        </>
      )
  }
}
