/** `npm run reference`: writes docs/reference anew from the code's own tables. A test holds the committed pages to this. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { referencePages } from './reference/pages.ts'

const FOLDER = join(import.meta.dirname, '../docs/reference')

mkdirSync(FOLDER, { recursive: true })
for (const [name, text] of referencePages()) writeFileSync(join(FOLDER, name), text)
