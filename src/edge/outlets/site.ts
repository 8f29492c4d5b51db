/**
 * 政府网站静态栏目: what is released for the first time is written into the folder at once, its page and the lists it stands in.
 * Whatever takes something away (a later edition, a withdrawal, the end of a 公示期) writes the whole column anew, and so does every
 * night: what no page of the portal says any more is in no file either.
 */
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { OfficeContext } from '../../office/context.ts'
import { oneColumnAtATime, sitesInUse } from '../../office/publication/sites.ts'
import type { Brought, OutletAdapter, OutletMatter } from '../../office/publication/send-outlets.ts'
import { filePath } from '../../record/publication/edition-files.ts'
import { fileIn, filesIn, putFile, takeFile } from './site-folder.ts'
import { fileOf, siteFile, siteFiles, type SiteOptions } from './site-pages.ts'

export interface SiteSettings {
  /** GONGKAI_SITE_FOLDER; null: not set up. Each agency has a folder of its slug in it. */
  readonly siteFolder: string | null
  readonly site: string | null
}

type Portal = () => Promise<FastifyInstance>

interface Place {
  folder: string
  options: SiteOptions
}

export function siteOutlet(office: OfficeContext, settings: SiteSettings, portal: Portal): OutletAdapter {
  const at = ({ agency, settings: { address = '' } }: OutletMatter): Place | null =>
    placeOf(settings, { slug: agency.slug, address })

  const write = (matter: OutletMatter, how: (app: FastifyInstance, place: Place) => Promise<void>): Promise<Brought> => {
    const place = at(matter)
    if (!place) return Promise.resolve({ ok: false, code: 'FOLDER_NOT_SET', permanent: true })
    return oneColumnAtATime(office, place.options.slug, async () => {
      try {
        await how(await portal(), place)
      } catch {
        return { ok: false, code: 'FOLDER_NOT_WRITABLE', permanent: false }
      }
      const address = `${place.options.address}/${fileOf(pageOf(matter), place.options.slug) ?? ''}`
      return { ok: true, state: 'confirmed', proof: { edition: matter.editionId, address } }
    })
  }

  /** Whether what lies there is what the portal shows: nothing, a tombstone, or the document. */
  const same = async (matter: OutletMatter, { folder, options }: Place): Promise<'same' | 'gone' | 'differs'> => {
    const wanted = await siteFile(await portal(), pageOf(matter), options)
    const lies = await fileIn(folder, fileOf(pageOf(matter), options.slug) ?? '')
    if (!lies) return wanted ? 'gone' : 'same'
    return wanted && lies.equals(wanted.bytes) ? 'same' : 'differs'
  }

  return {
    deliver: (matter) =>
      write(matter, async (app, place) => {
        const { column, interprets, interpretations } = matter.document
        const isNew = !matter.proof.edition && (await fileIn(place.folder, 'index.html')) !== null
        if (!isNew) return void (await writeColumn(app, place))
        const home = `/${matter.agency.slug}`
        const lists = [home, `${home}/content`, `${home}/content/${column}`, `${home}/system`]
        const linked = [...(interprets ? [interprets] : []), ...interpretations].map(({ id }) => `${home}/doc/${id}`)
        const files = matter.document.files.map((file) => `${pageOf(matter)}/${filePath(file)}`)
        for (const url of [pageOf(matter), ...lists, ...linked]) await writePages(app, place, url)
        for (const url of files) {
          const file = await siteFile(app, url, place.options)
          if (file) await putFile(place.folder, file)
        }
      }),
    async verify(matter) {
      const place = at(matter)
      if (!place) return { ok: false, code: 'FOLDER_NOT_SET', permanent: true }
      const found = await same(matter, place)
      if (found === 'same') return { ok: true, state: 'confirmed', proof: {} }
      return { ok: false, code: found === 'gone' ? 'GONE' : 'DIFFERS', permanent: true }
    },
    async withdraw(matter) {
      const written = await write(matter, async (app, place) => void (await writeColumn(app, place)))
      const place = at(matter)
      if (!written.ok || !place) return written
      return (await same(matter, place)) === 'same' ? written : { ok: false, code: 'STILL_THERE', permanent: false }
    },
  }
}

function placeOf({ siteFolder, site }: SiteSettings, { slug, address }: { slug: string; address: string }): Place | null {
  return siteFolder === null
    ? null
    : { folder: join(siteFolder, slug), options: { slug, address: address.replace(/\/+$/, ''), live: site } }
}

const pageOf = ({ agency, documentId }: OutletMatter): string => `/${agency.slug}/doc/${documentId}`

/** A page, and where it is a list the pages behind it: what is added on the first moves what stands on all. */
async function writePages(app: FastifyInstance, { folder, options }: Place, url: string): Promise<void> {
  for (let number = 1; ; number += 1) {
    const file = await siteFile(app, number === 1 ? url : `${url}?page=${number}`, options)
    if (!file) return
    await putFile(folder, file)
    if (!file.bytes.includes(`index_page-${number + 1}.html`)) return
  }
}

/** All of it; what lay there and is no page any more goes, a withdrawn item's page becomes its tombstone. How many files. */
async function writeColumn(app: FastifyInstance, { folder, options }: Place): Promise<number> {
  const written = new Set<string>()
  for await (const file of siteFiles(app, options)) {
    await putFile(folder, file)
    written.add(file.path)
  }
  for (const path of (await filesIn(folder)).filter((one) => !written.has(one))) {
    const [, id] = /^doc\/([0-9a-f-]{36})\.html$/.exec(path) ?? []
    const tombstone = id ? await siteFile(app, `/${options.slug}/doc/${id}`, options) : null
    if (tombstone) await putFile(folder, tombstone)
    else await takeFile(folder, path)
  }
  return written.size
}

/** Every column that an agency keeps as a site, written anew; how many files, and of whose columns that failed. */
export async function refreshSites(
  office: OfficeContext,
  settings: SiteSettings,
  portal: Portal,
): Promise<{ files: number; failed: string[] }> {
  const result = { files: 0, failed: [] as string[] }
  for (const site of await sitesInUse(office)) {
    const place = placeOf(settings, site)
    if (!place) continue
    try {
      result.files += await oneColumnAtATime(office, site.slug, async () => writeColumn(await portal(), place))
    } catch {
      result.failed.push(site.slug)
    }
  }
  return result
}
