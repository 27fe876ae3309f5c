import { defineConfig } from 'vitest/config'

const servers = './test/setup/servers.ts'
const workflowBundle = './test/setup/workflow-bundle.ts'

/** Folders of `test/` whose files talk to a real MongoDB and Temporal. */
const withServers = [
  'rehearsal',
  'activities',
  'api',
  'bin',
  'flow',
  'importer',
  'infra',
  'migrations',
  'models',
  'workflows',
]
/** Files that change what a process carries for its whole life: a replay hooks every promise of it, another needs it unconnected. */
const apart = [
  'test/api/health.test.ts',
  'test/flow/histories.test.ts',
  'test/flow/oss-clock.test.ts',
  'test/flow/register-histories.test.ts',
]
const named = (folders: string[]) => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)

export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: named([...withServers, 'replay', 'browser', 'faults']),
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'flow',
          include: named(withServers),
          exclude: apart,
          globalSetup: [servers, workflowBundle],
          setupFiles: ['./test/setup/fresh-file.ts'],
          // Each on its own reads the same modules once more: two fifths of the run (docs/performance.md).
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 3,
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: apart,
          globalSetup: [servers, workflowBundle],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'replay',
          include: named(['replay']),
          globalSetup: [workflowBundle],
          testTimeout: 60_000,
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: named(['browser']),
          globalSetup: [servers, workflowBundle],
          setupFiles: ['./test/setup/fresh-file.ts'],
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 180_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: named(['faults']),
          globalSetup: [servers, workflowBundle],
          testTimeout: 600_000,
          hookTimeout: 300_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
