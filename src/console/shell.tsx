/** The frame of every page: where one is, what one may use, whose office this is, which day it is in law. */
import { Button, Drawer, Dropdown, Layout, Menu } from 'antd'
import { useState } from 'react'
import { Link, Outlet, ScrollRestoration, useLocation, useNavigate, useRouteError } from 'react-router'
import { chineseDateWithWeekday } from '../law/date.ts'
import { ROLE_WORDS } from '../record/people/roles.ts'
import { call } from './api.ts'
import { DeskSettings } from './desk/desk-settings.tsx'
import { Shortcuts } from './desk/shortcuts.tsx'
import { FindBox } from './parts/find-box.tsx'
import { Failure } from './parts/states.tsx'
import { type ConsoleRoute, MENU_GROUPS, ROUTES } from './route-table.ts'
import { useSession } from './session.tsx'

export function Shell() {
  const { session } = useSession()
  const [menuOpen, setMenuOpen] = useState(false)
  const [keys, setKeys] = useState(false)
  return (
    <Layout className="shell">
      <a className="skip" href="#content" onClick={skipToContent}>
        跳到正文
      </a>
      <Layout.Header className="top">
        <Button className="menu-button" onClick={() => setMenuOpen(true)}>
          菜单
        </Button>
        <Link to="/" className="brand">
          <span className="brand-mark" aria-hidden="true" />
          <span className="brand-name">{session.agency.details.name}</span>
        </Link>
        {session.demo && <span className="stamp">演示数据</span>}
        <div className="top-rest">
          <SearchBox />
          <a className="portal-link" href={session.portalPath} target="_blank" rel="noreferrer">
            公开专栏
          </a>
          <Account onKeys={() => setKeys(true)} />
        </div>
      </Layout.Header>
      {session.dayIsSet && (
        <aside className="day-banner" aria-label="法定日期">
          法定日期设为 {chineseDateWithWeekday(session.today)}，期限均按这一天计算；不是今天的实际日期。
        </aside>
      )}
      <Layout>
        <Layout.Sider className="side" width={176} theme="light">
          <nav aria-label="主菜单">
            <MainMenu />
          </nav>
        </Layout.Sider>
        <Layout.Content className="content" id="content" tabIndex={-1}>
          <Outlet />
        </Layout.Content>
      </Layout>
      <ScrollRestoration />
      <Shortcuts shown={keys} onShow={setKeys} />
      <Drawer open={menuOpen} onClose={() => setMenuOpen(false)} placement="left" size={240} title="菜单">
        <nav aria-label="主菜单">
          <MainMenu onChosen={() => setMenuOpen(false)} />
        </nav>
      </Drawer>
    </Layout>
  )
}

/** The address stands behind `#`, so the link itself can't do it. */
function skipToContent(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}

function MainMenu({ onChosen }: { onChosen?: () => void }) {
  const { session, may } = useSession()
  const { pathname } = useLocation()
  const counts: Record<string, number> = {
    [ROUTES.tasks.path]: session.counts.tasks,
    [ROUTES.consultations.path]: session.counts.consultations,
    [ROUTES.publishing.path]: session.counts.publishing,
    [ROUTES.term.path]: session.counts.term,
    [ROUTES.publicities.path]: session.counts.publicity,
  }
  const shown = Object.values<ConsoleRoute>(ROUTES).filter(
    ({ path, menu, verbs }) =>
      menu &&
      may(...verbs) &&
      (session.agency.regime === 'art54' || !REQUEST_PATHS.includes(path)) &&
      (session.agency.regime === 'art55' || !SCHOOL_PATHS.includes(path)) &&
      (session.agency.institutions || !EDUCATION_PATHS.includes(path)) &&
      (session.agency.supervises || path !== ROUTES.handIns.path),
  )
  const item = ({ path, menu }: ConsoleRoute) => ({
    key: path,
    label: (
      <Link to={path}>
        {menu}
        {counts[path] ? <span className="menu-count"> {counts[path] < 1_000 ? counts[path] : '1,000+'} 件</span> : null}
        {path === ROUTES.tasks.path && session.counts.exceptions > 0 ? (
          <span className="menu-count is-late"> 例外 {session.counts.exceptions}</span>
        ) : null}
      </Link>
    ),
  })
  const grouped = Object.entries(MENU_GROUPS).flatMap(([group, label]) => {
    const children = shown.filter((one) => one.group === group).map(item)
    return children.length > 0 ? [{ key: group, type: 'group' as const, label, children }] : []
  })
  return (
    <Menu
      mode="inline"
      onClick={() => onChosen?.()}
      selectedKeys={[`/${pathname.split('/')[1]}`]}
      items={[...shown.filter(({ group }) => !group).map(item), ...grouped]}
    />
  )
}

/** A school answers consultations, not requests, cites nothing in replies and makes no annual report (Art 55). */
const REQUEST_PATHS: readonly string[] = [
  ROUTES.tasks.path,
  ROUTES.requests.path,
  ROUTES.letters.path,
  ROUTES.reports.path,
  ROUTES.decisions.path,
  ROUTES.basis.path,
  ROUTES.archive.path,
  ROUTES.disputes.path,
  ROUTES.amendments.path,
]

/** Of use to an agency that has schools below it. */
const EDUCATION_PATHS: readonly string[] = [ROUTES.schools.path, ROUTES.dataSets.path]
/** The term's card and the principal's page are of schools. */
const SCHOOL_PATHS: readonly string[] = [ROUTES.term.path, ROUTES.sign.path]

function SearchBox() {
  const { may } = useSession()
  const go = useNavigate()
  if (!may('requests.view')) return null
  return (
    <FindBox
      className="search"
      placeholder="编号或内容（Ctrl+K）"
      aria-label="查找申请"
      onSearch={(q) => void go({ pathname: ROUTES.requests.path, search: new URLSearchParams({ state: 'all', q }).toString() })}
    />
  )
}

function Account({ onKeys }: { onKeys: () => void }) {
  const [settings, setSettings] = useState(false)
  const { session } = useSession()
  const { name, position, roles } = session.officer
  const leave = async () => {
    await call('session.signOut', {})
    window.location.assign('./')
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'who', disabled: true, label: position || roles.map((role) => ROLE_WORDS[role]).join('、') },
            { key: 'settings', label: '我的设置', onClick: () => setSettings(true) },
            { key: 'keys', label: '快捷键', onClick: onKeys },
            { key: 'leave', label: '退出登录', onClick: () => void leave() },
          ],
        }}
      >
        <Button type="text">{name}</Button>
      </Dropdown>
      <DeskSettings open={settings} onClose={() => setSettings(false)} />
    </>
  )
}

export function RouteFailure() {
  const error = useRouteError()
  console.error(error)
  return (
    <Failure
      refusals={[{ code: 'our-fault', say: '页面出现故障。', then: '请刷新页面；仍不能使用的，请联系系统管理员。' }]}
      retry={() => window.location.reload()}
    />
  )
}
