import type { Command } from './command.ts'

/** Every command of `gongkai`, by name. Loaded only when called, so that one command does not wait for the libraries of another. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  report: async () => (await import('./commands/report.ts')).reportCommand,
  clock: async () => (await import('./commands/clock.ts')).clockCommand,
  rollup: async () => (await import('./commands/rollup.ts')).rollupCommand,
  setup: async () => (await import('./commands/setup.ts')).setupCommand,
  password: async () => (await import('./commands/password.ts')).passwordCommand,
  audit: async () => (await import('./commands/audit.ts')).auditCommand,
  'export-site': async () => (await import('./commands/export-site.ts')).exportSiteCommand,
  refold: async () => (await import('./commands/refold.ts')).refoldCommand,
}
