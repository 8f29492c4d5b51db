import { defineConfig } from 'vitest/config'

/** One project per kind of test, so that each can be run alone: `npm run unit -- --project stories`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/architecture/**/*.test.ts', 'tests/outgoing/**/*.test.ts', 'fuzz/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      { test: { name: 'stories', include: ['stories/**/*.stories.ts'] } },
      {
        test: {
          name: 'http',
          include: ['tests/http/**/*.test.ts'],
          globalSetup: ['tests/http/postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/http/postgres.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
          // What comes, comes when it comes: the machine may be busy with other things.
          expect: { poll: { timeout: 20_000, interval: 200 } },
        },
      },
    ],
  },
})
