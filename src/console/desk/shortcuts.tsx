/** Keys that work everywhere, and the page that tells of them. Those of a single letter can be switched off. */
import { Checkbox, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { Palette } from './palette.tsx'

const OFF = 'gongkai.single-keys-off'

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl + K', '查找申请和页面'],
  ['?', '打开本说明'],
  ['/', '到当前页的查找框；没有的，打开查找'],
  ['n', '登记申请'],
  ['t', '待办'],
  ['r', '登记簿'],
  ['j 或 ↓，k 或 ↑', '列表中下一行、上一行'],
  ['Home，End', '列表第一行、最后一行'],
  ['x', '选中或取消选中这一行'],
  ['回车', '打开这一行；表单中确认日期'],
  ['Ctrl + 回车', '提交登记表'],
  ['Esc', '关闭对话框'],
]

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role="combobox"]') !== null
}

function onTop(): boolean {
  return [...document.querySelectorAll('[role="dialog"]')].some((dialog) => dialog.checkVisibility())
}

/** Opened by the menu of the account as well: whoever switched single keys off must find them again. */
export function Shortcuts({ shown, onShow }: { shown: boolean; onShow: (shown: boolean) => void }) {
  const { may } = useSession()
  const go = useNavigate()
  const [palette, setPalette] = useState(false)
  const [off, setOff] = useState(() => localStorage.getItem(OFF) !== null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        return setPalette(true)
      }
      if (off || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || onTop()) return undefined
      const deed = KEY_DEEDS[event.key]
      if (!deed) return undefined
      event.preventDefault()
      return deed()
    }
    const KEY_DEEDS: Partial<Record<string, () => void>> = {
      '?': () => onShow(true),
      '/': () => {
        const box = document.querySelector<HTMLInputElement>(
          'main [role="search"] input[type="search"], .page .filter-text input',
        )
        if (box) box.focus()
        else setPalette(true)
      },
      n: () => may('requests.register') && void go(pathTo('newRequest')),
      t: () => may('requests.view') && void go(pathTo('tasks')),
      r: () => may('requests.view') && void go(pathTo('requests')),
      j: firstRow,
      k: firstRow,
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [off, onShow, may, go])
  const switchOff = (away: boolean) => {
    if (away) localStorage.setItem(OFF, 'yes')
    else localStorage.removeItem(OFF)
    setOff(away)
  }
  return (
    <>
      <Palette open={palette} onClose={() => setPalette(false)} />
      <Modal open={shown} onCancel={() => onShow(false)} footer={null} title="快捷键" destroyOnHidden>
        <dl className="facts keys-list">
          {KEYS.map(([keys, words]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <Checkbox checked={!off} onChange={(event) => switchOff(!event.target.checked)}>
          启用单个字母的快捷键（使用语音输入或读屏软件的，可以关闭）
        </Checkbox>
      </Modal>
    </>
  )
}

/** From anywhere on a page into its list; within it the rows themselves move. */
function firstRow(): void {
  if (document.activeElement?.classList.contains('openable')) return
  document.querySelector<HTMLElement>('.row-table .openable[tabindex="0"]')?.focus()
}
