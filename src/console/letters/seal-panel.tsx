import { App, Button } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { Refused, uploadSeal } from '../api.ts'
import { Panel } from '../parts/page.tsx'
import { refusalWords } from '../parts/refusals.tsx'
import { UploadButton } from '../parts/upload-button.tsx'
import { useDeed, useRead } from '../queries.ts'

/** 印章图: whether issued letters bear the agency's seal, from when, and changing it. */
export function SealPanel() {
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const { data } = useRead('letters.seal', {})
  const remove = useDeed('letters.removeSeal')
  const told = (error: unknown) => {
    if (!(error instanceof Refused)) throw error
    void message.error(error.refusals.map(refusalWords).join(''), 8)
  }
  const upload = async (file: File) => {
    await uploadSeal(file)
    await queries.invalidateQueries({ queryKey: ['letters.seal'] })
  }
  const askToRemove = () =>
    modal.confirm({
      title: '停用印章图？',
      content: '之后作出的文书不再带印章，打印后手工盖章。以前的文书不变。',
      okText: '停用',
      cancelText: '不停用',
      onOk: () => remove.mutateAsync({}).then(() => undefined, told),
    })
  return (
    <Panel title="印章图">
      <p className="gap-below">
        {data?.from
          ? `自 ${data.from} 起，正式文书的 PDF 带印章图；草稿和需要对方签名的单据不带。`
          : '没有启用。文书打印后手工盖章。'}
      </p>
      <p className="quiet small gap-below">
        请用背景透明的正方形 PNG，印章占满，1 MB 以内。图片加密保存，更换和停用记入审计日志。
      </p>
      <div className="filters">
        <UploadButton
          label={data?.from ? '更换印章图' : '上传印章图'}
          accept="image/png,image/jpeg"
          bring={upload}
          done="印章图已启用"
        />
        {data?.from && <Button onClick={askToRemove}>停用</Button>}
      </div>
    </Panel>
  )
}
