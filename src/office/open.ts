import { existsSync } from 'node:fs'
import type { Kysely } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import { transact } from '../store/database.ts'
import { fileStore } from '../store/files.ts'
import { setStoreFact, storeFact } from '../store/people.sql.ts'
import type { Queue } from '../store/queue.ts'
import type { Database } from '../store/schema.ts'
import { secretFrom, vaultOf } from '../store/vault.ts'
import { CannotStart } from '../store/cannot-start.ts'
import type { OfficeContext } from './context.ts'
import type { Workshop } from './files/workshop.ts'

export interface OfficeParts {
  db: Kysely<Database>
  queue: Pick<Queue, 'send'>
  keyFile: string
  filesFolder: string
  workshop: Workshop
  today(): LocalDate
  dayIsSet: boolean
  mail: OfficeContext['mail']
}

const KEY_CHECK = 'key check'

/** Puts the office together. Refuses to open with a key that is not the store's: nothing sealed could be read again. */
export async function openOffice(parts: OfficeParts): Promise<OfficeContext> {
  const known = await storeFact(parts.db, KEY_CHECK)
  // A key made now would open nothing, and could be taken for the lost one.
  if (known !== null && !existsSync(parts.keyFile))
    throw new CannotStart(
      `没有找到密钥文件：${parts.keyFile}。数据库已有内容，请恢复备份的密钥文件，或用 GONGKAI_KEY_FILE 指向它，否则个人信息无法读取`,
    )
  const vault = vaultOf(secretFrom(parts.keyFile))
  const check = vault.fingerprint(KEY_CHECK, KEY_CHECK)
  if (known === null) await setStoreFact(parts.db, KEY_CHECK, check)
  else if (known !== check)
    throw new CannotStart(
      `密钥与数据库不符：${parts.keyFile}。请用 GONGKAI_KEY_FILE 指向建库时的密钥文件（应有备份），否则个人信息无法读取`,
    )
  return {
    db: parts.db,
    transact: (work) => transact(parts.db, work),
    vault,
    files: fileStore(parts.filesFolder, vault),
    workshop: parts.workshop,
    today: () => parts.today(),
    dayIsSet: parts.dayIsSet,
    now: () => new Date(),
    mail: parts.mail,
    enqueue: (tx, name, data, on) => parts.queue.send(tx, name, data, on ? new Date(`${on}T08:00:00+08:00`) : undefined),
  }
}
