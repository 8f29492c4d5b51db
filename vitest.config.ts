import { defineConfig } from 'vitest/config'

/** Without saying so, a machine of two processors would get one. */
const maxWorkers = 2

/**
 * The files of a project that needs the whole product share their workers: loading it anew for each of a hundred and forty files
 * took minutes. A file leaves nothing behind, therefore: it closes what it opened and puts back what it replaced. One such project
 * runs after the other, or the workers would be given up at each change between them.
 */
const shared = (groupOrder: number) => ({ isolate: false, sequence: { groupOrder } })

/** One project per kind of test, so that each can be run alone: `npm run unit -- --project stories`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/architecture/**/*.test.ts', 'tests/outgoing/**/*.test.ts', 'fuzz/**/*.test.ts'],
          testTimeout: 30_000,
          maxWorkers,
        },
      },
      { test: { name: 'stories', include: ['stories/**/*.stories.ts'], maxWorkers } },
      {
        test: {
          name: 'http',
          include: ['tests/http/**/*.test.ts'],
          globalSetup: ['tests/http/postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers,
          ...shared(1),
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/http/postgres.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          maxWorkers,
          ...shared(2),
          // What comes, comes when it comes: the machine may be busy with other things.
          expect: { poll: { timeout: 20_000, interval: 200 } },
        },
      },
    ],
  },
})
