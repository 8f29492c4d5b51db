/** Changing one item. Refusals stand at their field; what was typed stays. */
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import type { CatalogueItemView } from '../../record/publication/catalogue-view.ts'
import { Refused } from '../api.ts'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Panel } from '../parts/page.tsx'
import { useFormRefusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { useSession } from '../session.tsx'
import { formOf, ItemFields, type ItemForm, writtenOf } from './item-fields.tsx'

export function ItemEditor({ view, onDone }: { view: CatalogueItemView; onDone: () => void }) {
  const { message } = App.useApp()
  const { session } = useSession()
  const [form] = Form.useForm<ItemForm>()
  const [changed, setChanged] = useState(false)
  const refusals = useFormRefusals(form)
  const change = useDeed('catalogue.change')
  const { id, seq, content, keeping, from } = view.item
  const earliest = from > session.today ? from : session.today
  const save = async () => {
    refusals.clear()
    try {
      await change.mutateAsync({ id, seen: seq, ...writtenOf(form.getFieldsValue(true) as ItemForm, content) })
      void message.success('已保存')
      onDone()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refusals.refuse(error.refusals)
    }
  }
  return (
    <>
      <LeaveGuard when={changed} />
      <Panel title="修改事项" className="narrow">
        {view.fixedBy && (
          <p className="note">这个事项由{view.fixedBy}规定，可以改公开主体、渠道、责任科室和公开时间，其他内容不能改。</p>
        )}
        {refusals.summary}
        <ItemFields
          form={form}
          initial={formOf(content, keeping, earliest)}
          before={content}
          sections={view.sections}
          fields={[content.field]}
          hasUnits={view.hasUnits}
          onChanged={() => setChanged(true)}
        />
        <div className="form-end">
          <Button onClick={onDone}>取消</Button>
          <Button type="primary" loading={change.isPending} onClick={() => void save()}>
            保存
          </Button>
        </div>
      </Panel>
    </>
  )
}
