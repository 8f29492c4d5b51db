/** A letter on the own request: read on the page, taken away as PDF or Word. Where opening it serves a decision, a button says so first. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { html } from 'hono/html'
import { arl, cite } from '../../law/cite.ts'
import { chineseDateWithWeekday } from '../../law/date.ts'
import { SERVICE_METHOD_WORDS } from '../../law/requests/vocabulary.ts'
import { openOwnFile, ownFiles } from '../../office/outgoing/own-files.ts'
import { openOwnLetter, type OwnLetter, ownLetter } from '../../office/requester/open-letter.ts'
import type { Letter, LetterBlock } from '../../record/letters/model.ts'
import { TRANSLATION_HEADING } from '../../record/letters/translation.ts'
import { isDecision } from '../../record/requests/service.ts'
import { renderIssuedPdf, renderLetterDocx } from '../paper/index.ts'
import { type AgencyVisit, notFound, param } from './agency-route.ts'
import type { Asked } from './deed-routes.ts'
import { sendFile, sendStored } from './files.ts'
import { FEW_POSTS, isForged, type Token, tokenFor } from './form-guard.ts'
import { hiddenFields } from './form-parts.ts'
import { recallOwn } from './own-request.ts'
import { statusFrame } from './status-pages.ts'
import { type Markup, type PortalOptions, sendPrivate } from './visit.ts'
import { written } from './written.ts'

export function letterRoutes(app: FastifyInstance, options: PortalOptions, asked: Asked): void {
  const { office } = options

  app.get(
    '/:slug/status/letters/:file',
    asked(async (at) => {
      const { request, reply, agency, home } = at
      const own = recallOwn(options, request, agency.id)
      if (!own) return reply.redirect(`${home}/status`, 303)
      const [, letterId, kind] = /^([\w-]+?)(?:\.(pdf|docx))?$/.exec(param(request, 'file')) ?? []
      if (!letterId) return notFound(reply)
      const query = { ...own, letterId }
      const found = await ownLetter(office, query)
      if (!found.ok) return notFound(reply)
      if (found.value.servesDecision)
        return kind
          ? reply.redirect(`${home}/status/letters/${letterId}`, 303)
          : sendPrivate(reply, beforeOpening(at, found.value.letter, letterId, tokenFor(options, request, reply)))
      const letter = await openOwnLetter(office, query)
      if (!letter.ok) return notFound(reply)
      const files = isDecision(letter.value.code) ? await ownFiles(office, own) : []
      if (!kind) return sendPrivate(reply, letterPage(at, letter.value, letterId, { files, supplement: found.value.supplement }))
      reply.header('cache-control', 'no-store')
      return kind === 'pdf'
        ? sendFile(reply, letter.value.title, 'pdf', await renderIssuedPdf(office, agency.id, letter.value))
        : sendFile(reply, letter.value.title, 'docx', await renderLetterDocx(letter.value))
    }),
  )
  app.get(
    '/:slug/status/files/:id',
    asked(async (at) => {
      const { request, reply, agency, home } = at
      const own = recallOwn(options, request, agency.id)
      if (!own) return reply.redirect(`${home}/status`, 303)
      const file = await openOwnFile(office, { ...own, fileId: param(request, 'id') })
      if (!file.ok) return notFound(reply)
      reply.header('cache-control', 'no-store')
      return sendStored(reply, file.value)
    }),
  )
  app.post(
    '/:slug/status/letters/:file',
    FEW_POSTS,
    asked(async (at): Promise<FastifyReply> => {
      const { request, reply, agency, home } = at
      const own = recallOwn(options, request, agency.id)
      const letterId = param(request, 'file')
      if (!own) return reply.redirect(`${home}/status`, 303)
      if (!isForged(options, request)) await openOwnLetter(office, { ...own, letterId })
      return reply.redirect(`${home}/status/letters/${encodeURIComponent(letterId)}`, 303)
    }),
  )

  function beforeOpening(at: AgencyVisit, letter: Letter, id: string, token: Token): Markup {
    return statusFrame(
      at,
      letter.title,
      html`<h1>${letter.title}</h1>
<p class="soft">${letter.number}</p>
<p>您同意了${SERVICE_METHOD_WORDS.electronic}。打开这份文书之日记为您收到之日（今天是${chineseDateWithWeekday(office.today())}），申请行政复议、提起行政诉讼的期限从这天计算。打开的时间会记入案卷。</p>
${online(at)}
<form method="post" action="${at.home}/status/letters/${id}">${hiddenFields({ ...token })}
<p class="actions"><button type="submit">打开文书</button> <a class="button second" href="${at.home}/status/view">以后再打开</a></p></form>`,
    )
  }
}

/** The online way to ask for reconsideration, which a decision served online has to name (ARL 22.2). */
function online({ agency: { details } }: AgencyVisit): Markup {
  const { onlineReconsideration: way, reconsiderationBody: body } = details
  if (!way) return html``
  return html`<div class="notice" role="note"><p>不服本决定的，可以向${body}申请行政复议；网上申请：<a href="${way}" rel="external">${way}</a>（${cite(arl('22.2'))}）。</p></div>`
}

interface GoesWith {
  files: readonly { fileId: string; name: string }[]
  supplement: OwnLetter['supplement']
}

function letterPage(at: AgencyVisit, letter: Letter, id: string, { files, supplement }: GoesWith): Markup {
  const { title, number, addressee, blocks, attachments, signature } = letter
  const link = `${at.home}/status/letters/${id}`
  return statusFrame(
    at,
    title,
    html`<article class="document"><h1>${title}</h1>
<p class="centred soft">${number}</p>
<ul class="downloads"><li><a href="${link}.pdf">下载 PDF</a></li><li><a href="${link}.docx">下载 Word</a></li></ul>
${supplement && goesAlong(at, supplement)}
<div class="prose">${addressee && html`<p class="addressee">${written(addressee)}：</p>`}${blocks.map(block)}
${attachments.length > 0 && html`<p>附件：${attachments.join('、')}</p>`}</div>
<p class="signature">${signature.agency}<br>${signature.date}</p>${letter.translation && translated(letter.translation)}</article>
${isDecision(letter.code) && online(at)}
${
  files.length > 0 &&
  html`<h2>随本告知书提供的文件</h2><ul class="downloads">${files.map(
    ({ fileId, name }) => html`<li><a href="${at.home}/status/files/${fileId}">${name}</a></li>
`,
  )}</ul>`
}
<p class="actions"><a class="button second" href="${at.home}/status/view">返回办理情况</a></p>`,
  )
}

/** A decision that was composed for paper is taken away together with the notice that completes it. */
function goesAlong({ home }: AgencyVisit, { id, title }: NonNullable<OwnLetter['supplement']>): Markup {
  const link = `${home}/status/letters/${id}`
  return html`<p>与本文书一并送达：<a href="${link}">${title}</a>（<a href="${link}.pdf">PDF</a>、<a href="${link}.docx">Word</a>）</p>`
}

/** The Tibetan text, once it is checked, under the Chinese one, which alone is authoritative. */
function translated(text: string): Markup {
  return html`<section class="prose" aria-labelledby="translation"><h2 id="translation">${TRANSLATION_HEADING}</h2>${text
    .split(/\n+/)
    .map(
      (line) => html`<p>${written(line)}</p>
`,
    )}</section>`
}

function block(part: LetterBlock): Markup {
  switch (part.kind) {
    case 'paragraph':
      return html`<p>${written(part.text)}</p>
`
    case 'heading':
      return html`<h2>${part.text}</h2>
`
    case 'list':
      return html`<ul>${part.items.map(
        (item) => html`<li>${written(item)}</li>
`,
      )}</ul>`
    case 'form':
      return html`<dl class="answers">${part.rows.map(
        ({ label, value }) => html`<div><dt>${label}</dt><dd>${written(value || '—')}</dd></div>
`,
      )}</dl>`
  }
}
