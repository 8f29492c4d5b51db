/** 年报自检: the list of what is wrong, each with its rule, its source and its repair. */
import { html } from 'hono/html'
import { FINDING_CODES, type FindingCode } from '../../law/reports/finding-codes.ts'
import type { CheckView, NumberedFinding } from '../../record/reports/check-view.ts'
import { takeField } from './check-form.ts'
import { type FormState, idOf } from './form-parts.ts'
import type { Markup } from './visit.ts'

const TABLE_WORDS = { disclosed: '表二', requests: '表三', disputes: '表四', text: '文字' } as const

export function findingList({ findings }: CheckView, state: FormState): Markup {
  return html`<ol class="finding-list">${findings.map((one) => item(one, state))}</ol>`
}

function item({ number, finding, proposal, settled }: NumberedFinding, state: FormState): Markup {
  const { code, level, table, message, words, beside, repair, cite } = finding
  const rule = FINDING_CODES[code as FindingCode]?.title
  const take = takeField(number)
  return html`<li id="finding-${number}" tabindex="-1"><p><span class="${level === 'error' ? 'level-error' : 'level-warning'}">${
    level === 'error' ? '错误' : '提示'
  } ${code}</span> <span class="soft">${TABLE_WORDS[table]}</span> ${message}。</p>
${words && html`<blockquote>${words}</blockquote>`}${beside && html`<p class="soft">${beside.source}：</p><blockquote>${beside.words}</blockquote>`}
<p class="soft">${rule && `规则：${rule}。`}依据：${cite}</p>
${settled ? html`<p><strong>${settled}。</strong></p>` : repair && html`<p>${repair}</p>`}
${
  proposal &&
  html`<div class="choices no-print"><label><input type="checkbox" id="${idOf(take)}" name="${take}" value="yes"${
    state.values[take] && html` checked`
  }><span>${proposal.words}</span></label></div>`
}</li>
`
}
