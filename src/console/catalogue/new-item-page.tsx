/** 新增事项 of the catalogue. */
import { Button, Form } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useNavigate } from 'react-router'
import { catalogueKeepingSchema } from '../../record/publication/catalogue.ts'
import { newCommandId, Refused } from '../api.ts'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { useFormRefusals } from '../parts/refusals.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { EMPTY_ITEM, formOf, ItemFields, type ItemForm, writtenOf } from './item-fields.tsx'

export default function NewItemPage() {
  const { session } = useSession()
  const { data: view, error, refetch } = useRead('catalogue.list', {})
  const [form] = Form.useForm<ItemForm>()
  const [id] = useState(newCommandId)
  const [changed, setChanged] = useState(false)
  const refusals = useFormRefusals(form)
  const add = useDeed('catalogue.add')
  const go = useNavigate()
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  const fields = [...new Set(view.rows.map(({ field }) => field))]
  const empty = { ...EMPTY_ITEM, field: fields[0] ?? EMPTY_ITEM.field, subject: session.agency.details.name }
  const save = async () => {
    refusals.clear()
    try {
      await add.mutateAsync({ id, ...writtenOf(form.getFieldsValue(true) as ItemForm, empty) })
      // The guard has to be gone before the page is left.
      flushSync(() => setChanged(false))
      await go(pathTo('catalogueItem', { id }), { replace: true })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refusals.refuse(error.refusals)
    }
  }
  return (
    <Page title="新增事项" lead="写明公开什么、依据什么、多久之内、由谁公开；保存后出现在公开专栏的目录里。">
      <LeaveGuard when={changed} />
      <Panel title="事项" className="narrow">
        {refusals.summary}
        <ItemFields
          form={form}
          initial={formOf(empty, catalogueKeepingSchema.parse({}), session.today)}
          before={empty}
          sections={view.sections}
          fields={fields}
          hasUnits={view.hasUnits}
          onChanged={() => setChanged(true)}
        />
        <div className="form-end">
          <Button type="primary" loading={add.isPending} onClick={() => void save()}>
            新增
          </Button>
        </div>
      </Panel>
    </Page>
  )
}
