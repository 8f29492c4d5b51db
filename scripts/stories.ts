/** `npm run stories`: prints the cases at law as one page for lawyers, dist/stories.html. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { storyBook } from './stories/book.ts'

const FILE = join(import.meta.dirname, '../dist/stories.html')

mkdirSync(join(FILE, '..'), { recursive: true })
writeFileSync(FILE, storyBook())
console.log(`案例集已写入 ${FILE}；用浏览器打开，可打印为 A4`)
