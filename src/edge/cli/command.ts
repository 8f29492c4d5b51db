/** One command of `gongkai`: its module stands in commands/, its line in index.ts. */
export interface CommandIo {
  /** Machine-readable results only. */
  out(line: string): void
  /** Progress and messages. */
  err(line: string): void
  readStdin(): Promise<string>
}

export interface Command {
  name: string
  summary: string
  /** Shown by `gongkai NAME --help`; ends with an example. */
  help: string
  /** Returns the exit code: 0 done, 1 done but errors were found in what was read, 2 could not be done. */
  run(args: string[], io: CommandIo): Promise<0 | 1 | 2>
}
