/** What a requester can do on the status page: one table, one page with one form each. */
import { html } from 'hono/html'
import { cite, reg } from '../../law/cite.ts'
import { chineseDate, chineseDateWithWeekday } from '../../law/date.ts'
import type { Refusal, Result } from '../../law/refusal.ts'
import { refused } from '../../law/refusal.ts'
import { PHASE_WORDS, SERVICE_METHOD_WORDS } from '../../law/requests/vocabulary.ts'
import { wishMail } from '../../office/mail/post.ts'
import type { OfficeContext } from '../../office/context.ts'
import type { Upload } from '../../office/files/attach-files.ts'
import type { StatusView } from '../../office/requests/look-up-status.ts'
import type { StatusQuery } from '../../office/requester/own-case.ts'
import { chooseService } from '../../office/requester/service-choice.ts'
import {
  confirmContact,
  giveFeedback,
  giveReasons,
  submitCorrection,
  tellPayment,
  withdrawOwn,
} from '../../office/requester/write-to-office.ts'
import { type OwnDeed, USEFULNESS, USEFULNESS_WORDS } from '../../record/requests/requester-side.ts'
import type { AgencyVisit } from './agency-route.ts'
import { checkField, choiceField, type FormState, textField, uploadsField, type Values } from './form-parts.ts'
import type { Markup } from './visit.ts'

export interface Given {
  commandId: string
  values: Values
  files: Upload[]
}

export interface DeedPage {
  title: string
  /** What stands behind the link to it on the status page. */
  about: string
  button: string
  /** `done` on the status page after it. */
  done: string
  names: readonly string[]
  files: boolean
  /** null: the reader's query has run out, and nothing is known of the request. */
  intro(view: StatusView | null, at: Pick<AgencyVisit, 'agency' | 'home'>): Markup
  fields(state: FormState): Markup
  carryOut(office: OfficeContext, own: StatusQuery, given: Given): Promise<Result<unknown>>
}

const MOST = 5000
const FILES = {
  label: '附件',
  hint: '最多 3 个，每个不超过 10 MB；可以是 PDF、图片、Word 或 Excel。',
}
const text = ({ values }: Given) => values.text ?? ''
const written = (given: Given) => ({ commandId: given.commandId, text: text(given), files: given.files })

/** The letter that asked for it, by its code. */
function askedIn(view: StatusView | null, home: string, code: string): Markup {
  const letter = view?.letters.findLast((one) => one.code === code && !one.void)
  return letter ? html`<a href="${home}/status/letters/${letter.id}">${letter.title}</a>` : html`告知书`
}

/** What has to be corrected, item by item, so that nobody has to open the letter to know. */
export function correctionAsked(view: StatusView | null): Markup {
  const asked = view?.correction?.asked ?? []
  if (asked.length === 0) return html``
  return html`<p>需要补正的内容：</p><ul class="asked">${asked.map(
    (item) => html`<li>${item}</li>
`,
  )}</ul>`
}

function until(view: StatusView | null, what: 'correction' | 'reasons' | 'feePayment'): Markup {
  const due = view?.clock.limits.find((limit) => limit.what === what)?.due
  return due ? html`最迟<strong>${chineseDateWithWeekday(due)}</strong>。` : html``
}

const NOT_CHOSEN = (field: string): Refusal => ({ code: 'field-missing', say: '没有选择。', then: '请选择一项。', field })

const ELECTRONIC = SERVICE_METHOD_WORDS.electronic

function serviceNow({ electronic, authorityOpen }: StatusView): string {
  if (authorityOpen) return '代理人代收文书的权限还没有核对，文书邮寄给申请人本人；请提交写明可以代收文书的委托书。'
  return electronic ? `您现在同意${ELECTRONIC}。` : `您现在没有选择${ELECTRONIC}，文书按申请中的方式送达。`
}

export const DEED_PAGES: Record<OwnDeed, DeedPage> = {
  contact: {
    title: '确认提交和联系方式',
    about: '确认这份申请是您提出的，留下的联系方式能找到您。',
    button: '我确认',
    done: '您已确认。工作人员确认后，从次日起计算答复期限。',
    names: ['text'],
    files: false,
    intro: (view) =>
      html`<p>请确认这份申请是您提出的，留下的电话、地址或者邮箱能找到您。</p>
<p>这份申请以双方确认之日为收到申请之日（${cite(view?.receiptBy ?? reg('31'))}）。您确认后，工作人员还要确认；双方都确认的次日起计算答复期限。</p>`,
    fields: (state) =>
      textField(state, {
        name: 'text',
        label: '方便联系的时间，或者要改正的联系方式',
        hint: '没有的不用填。',
        most: 500,
        rows: 3,
        optional: true,
      }),
    carryOut: (office, own, given) => confirmContact(office, own, written(given)),
  },
  correction: {
    title: '提交补正',
    about: '按告知书的要求，把申请内容补充清楚。',
    button: '提交补正',
    done: '已收到您提交的内容。',
    names: ['text'],
    files: true,
    intro: (view, { home }) =>
      html`<p>请按${askedIn(view, home, 'D02')}的要求补充。${!view?.correctionIsLate && until(view, 'correction')}</p>
${correctionAsked(view)}
${
  view?.correctionIsLate
    ? html`<div class="notice" role="note"><p><strong>补正期限已过。</strong>仍然可以提交，请同时写明逾期的理由；是否属于正当理由由本机关审查（${cite(reg('30'))}），结果会告诉您。</p></div>`
    : html`<p>提交的当天记为收到补正之日，${view?.dueOn ? '本机关仍在原来的答复期限内答复' : `答复期限从次日起重新计算（${cite(reg('30'))}）`}。补正只要求一次，请尽量写全。</p>`
}`,
    fields: (state) =>
      html`${textField(state, {
        name: 'text',
        label: '补正内容',
        hint: '信息的名称、文号，或者时间、地点、事由等特征；用汉语、藏语写都可以。',
        most: MOST,
        rows: 8,
      })}${uploadsField(state, FILES)}`,
    carryOut: (office, own, given) => submitCorrection(office, own, written(given)),
  },
  reasons: {
    title: '说明申请理由',
    about: '说明为什么需要提出这样数量、频次的申请。',
    button: '提交说明',
    done: '已收到您的说明，答复期限继续计算。',
    names: ['text'],
    files: true,
    intro: (view, { home }) =>
      html`<p>申请的数量、频次明显超过合理范围的，行政机关可以要求说明理由（${cite(reg('35'))}），详见${askedIn(view, home, 'D03')}。${until(view, 'reasons')}</p>
<p>除此以外，申请公开政府信息不需要说明用途。</p>`,
    fields: (state) =>
      html`${textField(state, { name: 'text', label: '理由', most: MOST, rows: 8 })}${uploadsField(state, FILES)}`,
    carryOut: (office, own, given) => giveReasons(office, own, written(given)),
  },
  payment: {
    title: '缴纳信息处理费',
    about: '应缴多少、怎样算出、怎样缴纳；缴费后在此告诉工作人员。',
    button: '告知已缴费',
    done: '已收到。工作人员核对到账后登记，答复期限从缴清次日起重新计算。',
    names: ['text'],
    files: true,
    intro: (view, { agency, home }) =>
      html`${
        view?.fee &&
        html`<p>应缴 <strong>${view.fee.yuan} 元</strong>。${view.fee.until ? html`最迟<strong>${chineseDateWithWeekday(view.fee.until)}</strong>。` : '缴纳期限从您收到通知书的次日起计算。'}</p>
<ul>${view.fee.arithmetic.map(
          (line) => html`<li>${line}</li>
`,
        )}</ul>`
      }<p>怎样缴纳，见${askedIn(view, home, 'D10')}；也可以拨打${agency.details.phone}。逾期未缴纳的，视为放弃申请。</p>
<p>缴费后请在这里告诉工作人员，有凭证的上传照片或者扫描件。</p>`,
    fields: (state) =>
      html`${textField(state, { name: 'text', label: '缴费情况', hint: '什么时候、用什么方式缴纳。', most: 500, rows: 3 })}${uploadsField(state, { ...FILES, label: '缴费凭证' })}`,
    carryOut: (office, own, given) => tellPayment(office, own, written(given)),
  },
  feedback: {
    title: '评价答复',
    about: '答复对您有没有用，有什么意见。',
    button: '提交评价',
    done: '谢谢，您的评价已收到。',
    names: ['useful', 'text'],
    files: false,
    intro: () => html`<p>评价只用来改进工作，不影响您的任何权利；它不是投诉，也不是行政复议申请。</p>`,
    fields: (state) =>
      html`${choiceField(state, {
        name: 'useful',
        label: '答复对您有用吗',
        choices: USEFULNESS.map((value) => ({ value, text: USEFULNESS_WORDS[value] })),
      })}${textField(state, { name: 'text', label: '意见或者建议', most: 2000, rows: 4, optional: true })}`,
    carryOut: (office, own, given) => {
      const useful = USEFULNESS.find((value) => value === given.values.useful)
      return useful ? giveFeedback(office, own, { ...written(given), useful }) : Promise.resolve(refused(NOT_CHOSEN('useful')))
    },
  },
  service: {
    title: '送达方式',
    about: `同意或者撤销${ELECTRONIC}。`,
    button: '保存',
    done: '送达方式已保存。',
    names: ['agreed'],
    files: false,
    intro: (view) =>
      html`<p>${view && serviceNow(view)}</p>
<p>同意${ELECTRONIC}的，文书在本页提供，您凭编号和查询码打开；打开之日记为收到之日，申请行政复议、提起行政诉讼的期限从这天计算。长时间没有打开的，工作人员会改用其他方式送达。</p>`,
    fields: (state) =>
      choiceField(state, {
        name: 'agreed',
        label: '怎样送达',
        choices: [
          { value: 'yes', text: `同意${ELECTRONIC}` },
          { value: 'no', text: `不同意，或者撤销同意：按申请中的其他方式送达，没有的邮寄到通信地址` },
        ],
      }),
    carryOut: (office, own, { commandId, values }) =>
      values.agreed === 'yes' || values.agreed === 'no'
        ? chooseService(office, own, { commandId, agreed: values.agreed === 'yes' })
        : Promise.resolve(refused(NOT_CHOSEN('agreed'))),
  },
  mail: {
    title: '邮件提醒',
    about: '有进展或者期限将到时，发一封只写编号的邮件。',
    button: '保存',
    done: '邮件提醒的选择已保存。',
    names: ['wish', 'email'],
    files: false,
    intro: (view) =>
      html`<p>${view && (view.mailSince ? `您从${chineseDate(view.mailSince)}起接收邮件提醒。` : '您现在不接收邮件提醒。')}</p>
<p>确认收到、需要补正、期限将到、作出答复时，发一封邮件提醒您来查看。邮件里只有编号，没有申请内容和您的个人信息；邮箱加密保存，只用于提醒。邮件不是文书送达，期限以本页为准。</p>`,
    fields: (state) =>
      html`${choiceField(state, {
        name: 'wish',
        label: '要不要邮件提醒',
        choices: [
          { value: 'yes', text: '要，发到下面的邮箱' },
          { value: 'no', text: '不要，或者取消' },
        ],
      })}${textField(state, { name: 'email', label: '电子邮箱', hint: '要提醒的必填。', most: 120, type: 'email', optional: true, autocomplete: 'email' })}`,
    carryOut: (office, own, { commandId, values }) =>
      values.wish === 'yes' || values.wish === 'no'
        ? wishMail(office, own, { commandId, email: values.wish === 'yes' ? (values.email ?? '') : null })
        : Promise.resolve(refused(NOT_CHOSEN('wish'))),
  },
  withdraw: {
    title: '撤回申请',
    about: '不再需要这些信息，撤回全部申请事项。',
    button: '撤回申请',
    done: '申请已撤回，撤回确认书在下面的文书里。',
    names: ['confirmed'],
    files: false,
    intro: (view) =>
      html`<p>撤回后，本机关不再继续办理${view && html`（${view.number}）`}，也不能再恢复；需要时可以另行提出申请。撤回不需要理由。</p>
${
  view?.closedOn &&
  html`<div class="notice" role="note"><p>本件已于${chineseDate(view.closedOn)}作出答复。撤回后，办理结果改为“${PHASE_WORDS.withdrawn}”。</p></div>`
}`,
    fields: (state) => checkField(state, { name: 'confirmed', label: '我确定撤回全部申请事项' }),
    carryOut: (office, own, { commandId, values }) =>
      withdrawOwn(office, own, { commandId, confirmed: values.confirmed === 'yes' }),
  },
}
