/** The pages behind the route table. Heavy ones come when they are asked for. */
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { createHashRouter, Navigate } from 'react-router'
import { Page } from './parts/page.tsx'
import { Loading, Nothing } from './parts/states.tsx'
import { type ConsoleRoute, type RouteName, ROUTES } from './route-table.ts'
import { useSession } from './session.tsx'
import { RouteFailure, Shell } from './shell.tsx'

const PAGES: Record<RouteName, ComponentType> = {
  tasks: lazy(() => import('./requests/tasks-page.tsx')),
  requests: lazy(() => import('./requests/register-page.tsx')),
  newRequest: lazy(() => import('./requests/new-request-page.tsx')),
  case: lazy(() => import('./requests/case-page.tsx')),
  reply: lazy(() => import('./requests/composer/composer-page.tsx')),
  redaction: lazy(() => import('./requests/outgoing/redaction-page.tsx')),
  approval: lazy(() => import('./requests/approval-page.tsx')),
  letters: lazy(() => import('./letters/outgoing-page.tsx')),
  amendments: lazy(() => import('./amendments/amendments-page.tsx')),
  newAmendment: lazy(() => import('./amendments/new-amendment-page.tsx')),
  amendment: lazy(() => import('./amendments/amendment-page.tsx')),
  amendmentApproval: lazy(() => import('./amendments/approval-page.tsx')),
  disputes: lazy(() => import('./disputes/disputes-page.tsx')),
  dispute: lazy(() => import('./disputes/dispute-page.tsx')),
  letterRegister: lazy(() => import('./letters/register-page.tsx')),
  translations: lazy(() => import('./letters/translations-page.tsx')),
  wording: lazy(() => import('./letters/wording-page.tsx')),
  publishing: lazy(() => import('./publishing/publishing-page.tsx')),
  newEdition: lazy(() => import('./publishing/new-edition-page.tsx')),
  edition: lazy(() => import('./publishing/edition-page.tsx')),
  dataSets: lazy(() => import('./publishing/data-sets-page.tsx')),
  publicities: lazy(() => import('./publishing/publicities-page.tsx')),
  publicity: lazy(() => import('./publishing/publicity-page.tsx')),
  objection: lazy(() => import('./publishing/objection-page.tsx')),
  stock: lazy(() => import('./publishing/stock-page.tsx')),
  outlets: lazy(() => import('./publishing/outlets-page.tsx')),
  duties: lazy(() => import('./catalogue/duties-page.tsx')),
  catalogue: lazy(() => import('./catalogue/catalogue-page.tsx')),
  newCatalogueItem: lazy(() => import('./catalogue/new-item-page.tsx')),
  inherited: lazy(() => import('./catalogue/inherited-page.tsx')),
  importCatalogue: lazy(() => import('./catalogue/import-page.tsx')),
  catalogueItem: lazy(() => import('./catalogue/item-page.tsx')),
  matters: lazy(() => import('./catalogue/matters-page.tsx')),
  term: lazy(() => import('./schools/term-page.tsx')),
  writeNew: lazy(() => import('./schools/write-page.tsx')),
  write: lazy(() => import('./schools/write-page.tsx')),
  sign: lazy(() => import('./schools/sign-page.tsx')),
  schools: lazy(() => import('./schools/schools-page.tsx')),
  superior: lazy(() => import('./schools/superior-page.tsx')),
  consultations: lazy(() => import('./dialogue/consultations-page.tsx')),
  consultation: lazy(() => import('./dialogue/consultation-page.tsx')),
  reports: lazy(() => import('./reports/reports-page.tsx')),
  checkReport: lazy(() => import('./reports/check/check-page.tsx')),
  report: lazy(() => import('./reports/report-page.tsx')),
  decisions: lazy(() => import('./decisions/decisions-page.tsx')),
  handIns: lazy(() => import('./hand-ins/hand-ins-page.tsx')),
  newNotice: lazy(() => import('./hand-ins/new-notice-page.tsx')),
  compareHandIns: lazy(() => import('./hand-ins/compare-page.tsx')),
  handIn: lazy(() => import('./hand-ins/hand-in-page.tsx')),
  handInUnit: lazy(() => import('./hand-ins/hand-in-unit-page.tsx')),
  calendar: lazy(() => import('./calendar/calendar-page.tsx')),
  archive: lazy(() => import('./archive/archive-page.tsx')),
  basis: lazy(() => import('./basis/basis-page.tsx')),
  basisText: lazy(() => import('./basis/basis-text-page.tsx')),
  deputies: lazy(() => import('./people/deputies-page.tsx')),
  people: lazy(() => import('./people/people-page.tsx')),
  mail: lazy(() => import('./people/mail-page.tsx')),
  audit: lazy(() => import('./oversight/audit-page.tsx')),
}

function Guarded({ route, children }: { route: ConsoleRoute; children: ReactNode }) {
  const { may } = useSession()
  if (!may(...route.verbs))
    return (
      <Page title={route.title}>
        <Nothing say={`您的角色不能使用“${route.title}”。如有需要，请联系本单位系统管理员。`} />
      </Page>
    )
  return <Suspense fallback={<Loading />}>{children}</Suspense>
}

/** The first page that one's role can use. */
function Home() {
  const { may, session } = useSession()
  const institution = session.agency.regime === 'art55'
  const first =
    institution && may('catalogue.view')
      ? may('documents.release')
        ? ROUTES.sign
        : ROUTES.term
      : Object.values<ConsoleRoute>(ROUTES).find(({ menu, verbs }) => menu && may(...verbs))
  if (first) return <Navigate to={first.path} replace />
  return (
    <Page title="工作台">
      <Nothing say="您的账号还没有角色，请联系本单位系统管理员。" />
    </Page>
  )
}

function NoSuchPage() {
  return (
    <Page title="没有这个页面">
      <Nothing say="请从左侧菜单进入。" />
    </Page>
  )
}

/** Addresses stand behind `#`: the page then works under any base path, and what is in them is not sent to the server. */
export function makeRouter() {
  return createHashRouter([
    {
      element: <Shell />,
      errorElement: <RouteFailure />,
      children: [
        { index: true, element: <Home /> },
        ...(Object.keys(ROUTES) as RouteName[]).map((name) => {
          const Page = PAGES[name]
          return {
            path: ROUTES[name].path,
            element: (
              <Guarded route={ROUTES[name]}>
                <Page />
              </Guarded>
            ),
          }
        }),
        { path: '*', element: <NoSuchPage /> },
      ],
    },
  ])
}
