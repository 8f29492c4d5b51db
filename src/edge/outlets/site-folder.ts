/** The folder that the site's own server, or whoever uploads for it, takes files from: each file whole or not there. */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { SiteFile } from './site-pages.ts'

/** Never outside of the folder, whatever a path says. */
function inside(folder: string, path: string): string {
  const at = resolve(folder, path)
  if (!at.startsWith(resolve(folder) + sep)) throw new Error('a path outside of its folder')
  return at
}

/**
 * What lies there already is left alone, so that whoever uploads has only what changed. Aside first, then renamed: nobody takes
 * half a page.
 */
export async function putFile(folder: string, { path, bytes }: SiteFile): Promise<void> {
  if ((await fileIn(folder, path))?.equals(bytes)) return
  const at = inside(folder, path)
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
    return await readFile(inside(folder, path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

export async function takeFile(folder: string, path: string): Promise<void> {
  await rm(inside(folder, path), { force: true })
}

/** Paths of all files, with slashes; none where there is no folder yet. */
export async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
