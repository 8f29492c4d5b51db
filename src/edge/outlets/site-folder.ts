/** The folder that the site's own server, or whoever uploads for it, takes files from: each file whole or not there. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SiteFile } from './site-pages.ts'

/** What lies there already is left alone, so that whoever uploads has only what changed. Aside first, then renamed: nobody takes half a page. */
export async function putFile(folder: string, { path, bytes }: SiteFile): Promise<void> {
  if ((await fileIn(folder, path))?.equals(bytes)) return
  const at = join(folder, path)
  await mkdir(dirname(at), { recursive: true })
  const aside = `${at}.${randomBytes(4).toString('hex')}.part`
  try {
    await writeFile(aside, bytes)
    await rename(aside, at)
  } finally {
    await rm(aside, { force: true })
  }
}

/** Null where it is not there. */
export async function fileIn(folder: string, path: string): Promise<Buffer | null> {
  try {
    return await readFile(join(folder, path))
  } catch {
    return null
  }
}
