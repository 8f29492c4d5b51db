/** 装入事项包: ready-made catalogues, with what each would add; what the unit has already stays as it is. */
import { App, Button, Drawer } from 'antd'
import type { PackView } from '../../record/publication/catalogue-view.ts'
import { Refused } from '../api.ts'
import { refusalWords } from '../parts/refusals.tsx'
import { Loading } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'

export function PacksDrawer({ onClose }: { onClose: () => void }) {
  const { data } = useRead('catalogue.packs', {})
  return (
    <Drawer open title="装入事项包" size={560} onClose={onClose}>
      <p className="quiet gap-below">
        包里的事项带有要素、依据和每年的日期，装入后就是本单位的目录，可以逐项修改；目录里已有的同名事项不变。
      </p>
      {data ? data.packs.map((pack) => <OnePack key={pack.key} pack={pack} />) : <Loading />}
    </Drawer>
  )
}

function OnePack({ pack }: { pack: PackView }) {
  const { message } = App.useApp()
  const install = useDeed('catalogue.install')
  const take = async () => {
    try {
      const { fresh } = await install.mutateAsync({ key: pack.key })
      void message.success(`已装入 ${fresh} 项`)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      void message.error(error.refusals.map(refusalWords).join(''), 8)
    }
  }
  const none = pack.fresh.length === 0
  return (
    <section className="panel" aria-label={pack.field}>
      <div className="panel-head">
        <h2>{pack.field}</h2>
        <Button
          type="primary"
          size="small"
          disabled={none}
          loading={install.isPending}
          aria-label={`装入 ${pack.fresh.length} 项，${pack.field}`}
          onClick={() => void take()}
        >
          装入 {pack.fresh.length} 项
        </Button>
      </div>
      <div className="panel-body">
        <p>{pack.what}</p>
        <p className="quiet small">
          参照{pack.source}，共 {pack.items} 项{none ? '，目录里都已有' : ''}。
        </p>
        {!none && (
          <details>
            <summary>看看是哪些</summary>
            <ul className="bulleted">
              {pack.fresh.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </section>
  )
}
