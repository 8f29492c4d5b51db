/** 编检索词: what is published is found as soon as it stands; what was published before this, or changed besides, in the night. */
import { maskInText } from '../../record/people/requester.ts'
import {
  aboutOf,
  type Cutting,
  lexemesOf,
  namesOf,
  quarterOf,
  type SearchedDocument,
} from '../../record/publication/search-words.ts'
import { documentsUncut, documentToCut, putDocumentWords, type ToCut } from '../../store/document-search.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { cutting } from './cutting.ts'

/** In the transaction that publishes it. */
export async function indexDocument(tx: Tx, agencyId: string, id: string): Promise<void> {
  const row = await documentToCut(tx, agencyId, id)
  if (row) await putWords(tx, row, await cutting())
}

const AT_A_TIME = 200

/** Whatever is published and has no words; goes on where it was stopped. */
export async function indexMissing(ctx: OfficeContext): Promise<number> {
  const cut = await cutting()
  const batch = async (): Promise<number> => {
    const rows = await documentsUncut(ctx.db, AT_A_TIME)
    await ctx.transact(async (tx) => {
      // Each anew: meanwhile it may have been taken back.
      for (const { agency_id, id } of rows) {
        const row = await documentToCut(tx, agency_id, id)
        if (row) await putWords(tx, row, cut)
      }
    })
    return rows.length === AT_A_TIME ? rows.length + (await batch()) : rows.length
  }
  return batch()
}

function putWords(tx: Tx, row: ToCut, cut: Cutting): Promise<void> {
  const document = searched(row)
  return putDocumentWords(tx, {
    agencyId: row.agency_id,
    id: row.id,
    column: row.column_key,
    publishedOn: row.published_on,
    shownUntil: row.shown_until,
    names: namesOf(document),
    about: aboutOf(document),
    lexemes: lexemesOf(document, cut),
    quarter: quarterOf(row.published_on),
  })
}

/** A number of a person that stands in it is never found by. */
function searched(row: ToCut): SearchedDocument {
  return {
    agencyId: row.agency_id,
    column: row.column_key,
    title: row.title,
    number: row.number,
    indexNumber: row.index_number,
    keywords: row.keywords,
    summary: maskInText(row.summary),
    text: maskInText(row.text),
    publishedOn: row.published_on,
    stage: row.stage,
    validity: row.validity,
    kind: kindOf(row),
  }
}

function kindOf({ normative, interprets, shown_until }: ToCut): SearchedDocument['kind'] {
  if (normative) return 'normative'
  if (interprets) return 'interpretation'
  return shown_until ? 'publicity' : null
}
