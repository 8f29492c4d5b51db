import type { OfficeContext } from '../../office/context.ts'

/** One command of `gongkai`: its module stands in commands/, its line in index.ts. */
export interface CommandIo {
  /** Machine-readable results only. */
  out(line: string): void
  /** Progress and messages. */
  err(line: string): void
  readStdin(): Promise<string>
  /** Opens the store for the time of the work (starts the embedded database, or uses the one that serves already). */
  withOffice<T>(work: (office: OfficeContext) => Promise<T>): Promise<T>
}

export interface Command {
  name: string
  summary: string
  /** Shown by `gongkai NAME --help`; ends with an example. */
  help: string
  /** Returns the exit code: 0 done, 1 done but errors were found in what was read, 2 could not be done. */
  run(args: string[], io: CommandIo): Promise<0 | 1 | 2>
}
