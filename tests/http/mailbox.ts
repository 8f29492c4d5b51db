/** A real mail server in the test's own process, which can be told to fail. */
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface Mailbox {
  url: string
  /** What arrived, oldest first. */
  mails: ParsedMail[]
  /** The next `times` mails are answered with this SMTP code. */
  fail(times: number, code: number): void
  /** The next mail is taken, and the line breaks before the server has said so. */
  cutAfterTaking(): void
  close(): Promise<void>
}

async function keep(stream: Readable, mails: ParsedMail[], done: () => void): Promise<void> {
  mails.push(await simpleParser(stream))
  done()
}

export async function mailbox(): Promise<Mailbox> {
  const mails: ParsedMail[] = []
  let failing = { times: 0, code: 0 }
  let cutting = false
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo(_address, _session, done) {
      if (failing.times === 0) return done()
      failing = { ...failing, times: failing.times - 1 }
      return done(Object.assign(new Error('not now'), { responseCode: failing.code }))
    },
    onData(stream, _session, done) {
      const cut = cutting
      cutting = false
      void keep(stream, mails, cut ? breakLines : done)
    },
  })
  function breakLines(): void {
    for (const line of (server as unknown as { connections: Set<{ close(): void }> }).connections) line.close()
  }
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    fail: (times, code) => {
      failing = { times, code }
    },
    cutAfterTaking: () => {
      cutting = true
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
      }),
  }
}
