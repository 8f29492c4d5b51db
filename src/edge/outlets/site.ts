/**
 * 政府网站静态栏目: what changes with a document is written into the folder at once: its page, the lists it stands in, what it
 * explains or what explains it. The whole column is written anew every night, and whenever the folder has none yet: reports and
 * the catalogue change without a document.
 */
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { OfficeContext } from '../../office/context.ts'
import { sitesInUse } from '../../office/publication/outlets.ts'
import type { Brought, OutletAdapter, OutletMatter } from '../../office/publication/send-outlets.ts'
import { fileIn, putFile } from './site-folder.ts'
import { fileOf, siteFile, siteFiles, type SiteOptions } from './site-pages.ts'

interface SiteSettings {
  /** GONGKAI_SITE_FOLDER; null: not set up. Each agency has a folder of its slug in it. */
  readonly siteFolder: string | null
  readonly site: string | null
}

export function siteOutlet({ siteFolder, site }: SiteSettings, portal: () => Promise<FastifyInstance>): OutletAdapter {
  const place = ({ agency, settings }: OutletMatter): { folder: string; options: SiteOptions } | null =>
    siteFolder === null
      ? null
      : {
          folder: join(siteFolder, agency.slug),
          options: { slug: agency.slug, address: (settings.address ?? '').replace(/\/+$/, ''), live: site },
        }

  const write = async (matter: OutletMatter, also: readonly string[]): Promise<Brought> => {
    const at = place(matter)
    if (!at) return { ok: false, code: 'FOLDER_NOT_SET', permanent: true }
    const { folder, options } = at
    const app = await portal()
    const page = `/${options.slug}/doc/${matter.documentId}`
    try {
      if ((await fileIn(folder, 'index.html')) === null)
        for await (const file of siteFiles(app, options)) await putFile(folder, file)
      for (const url of [page, ...also]) await writePages(app, folder, url, options)
    } catch {
      return { ok: false, code: 'FOLDER_NOT_WRITABLE', permanent: false }
    }
    const address = `${options.address}/${fileOf(page, options.slug) ?? ''}`
    return { ok: true, state: 'confirmed', proof: { edition: matter.editionId, address, column: columnOf(matter) } }
  }

  return {
    deliver: (matter) => {
      const { column, interprets, interpretations } = matter.document
      const others = [...(interprets ? [interprets] : []), ...interpretations].map(({ id }) => `/${matter.agency.slug}/doc/${id}`)
      return write({ ...matter, proof: { ...matter.proof, column } }, [...listsWith(matter.agency.slug, column), ...others])
    },
    async verify(matter) {
      const at = place(matter)
      if (!at) return { ok: false, code: 'FOLDER_NOT_SET', permanent: true }
      const wanted = await siteFile(await portal(), `/${matter.agency.slug}/doc/${matter.documentId}`, at.options)
      const lies = wanted && (await fileIn(at.folder, wanted.path))
      if (!lies) return { ok: false, code: 'GONE', permanent: true }
      return lies.equals(wanted.bytes)
        ? { ok: true, state: 'confirmed', proof: {} }
        : { ok: false, code: 'DIFFERS', permanent: true }
    },
    // The page becomes its tombstone, and no list has it any more.
    withdraw: (matter) => write(matter, listsWith(matter.agency.slug, columnOf(matter))),
  }
}

/** A page, and where it is a list the pages behind it: what is added on the first moves what stands on all. */
async function writePages(app: FastifyInstance, folder: string, url: string, options: SiteOptions): Promise<void> {
  for (let number = 1; ; number += 1) {
    const file = await siteFile(app, number === 1 ? url : `${url}?page=${number}`, options)
    if (!file) return
    await putFile(folder, file)
    if (!file.bytes.includes(`index_page-${number + 1}.html`)) return
  }
}

/** Every column that an agency keeps as a site, written anew; how many files. */
export async function refreshSites(
  office: OfficeContext,
  { siteFolder, site }: SiteSettings,
  portal: () => Promise<FastifyInstance>,
): Promise<number> {
  if (siteFolder === null) return 0
  let files = 0
  for (const { slug, address } of await sitesInUse(office))
    for await (const file of siteFiles(await portal(), { slug, address: address.replace(/\/+$/, ''), live: site })) {
      await putFile(join(siteFolder, slug), file)
      files += 1
    }
  return files
}

const columnOf = ({ proof }: OutletMatter): string => proof.column ?? ''

function listsWith(slug: string, column: string): string[] {
  return [`/${slug}`, `/${slug}/content`, ...(column ? [`/${slug}/content/${column}`] : []), `/${slug}/system`]
}
