import type { Command } from './command.ts'

/** Every command of `gongkai`, by name. Loaded only when called, so that one command does not wait for the libraries of another. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  clock: async () => (await import('./commands/clock.ts')).clockCommand,
}
