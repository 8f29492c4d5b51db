/** The page for a reader who got a refusal instead: what happened, what to do next, nothing else. */
import { html } from 'hono/html'
import type { FailurePage } from '../server.ts'
import { page } from './layout.ts'

const WAYS_ON: Readonly<Record<number, string>> = {
  403: '回到上一页，刷新后再试一次。',
  404: '也可以用上方的检索，按信息的标题或者文号查找。',
  429: '您的访问没有被记录为违规，稍候即可继续。',
}

export function failurePage({ basePath, demo }: { basePath: string; demo: boolean }): (failure: FailurePage) => string {
  return ({ status, refusals, reference }) => {
    const visit = { base: basePath, host: '', backTo: null, large: false, contrast: false, demo, setDay: null }
    const title = refusals[0]?.say ?? '无法打开此页'
    const content = html`<h1>${title}</h1>
${refusals.map(({ then }) => html`<p class="lead">${then}</p>`)}
${WAYS_ON[status] && html`<p>${WAYS_ON[status]}</p>`}
${reference !== null && html`<p>故障编号：<strong>${reference}</strong></p>`}
<p><a class="button" href="${basePath}/">回到首页</a></p>`
    return String(page(visit, { title, agency: null, host: null, part: 'failure', crumbs: [] }, content))
  }
}
