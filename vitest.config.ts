import { defineConfig } from 'vitest/config'

// Tests of one package use the sources of the others: no build in between.
const resolve = { conditions: ['verascope-source', 'module', 'node', 'development|production'] }

/** Data that is too large or not ours to ship; `.ci/run` says where it is. */
const hasSharedData = process.env['VERASCOPE_SHARED_DATA'] !== undefined

export default defineConfig({
  resolve,
  ssr: { resolve },
  test: {
    reporters: ['default', './tools/reporter.mjs'],
    projects: [
      {
        extends: true,
        // Pure code leaves nothing behind that could disturb the next file, and is eight times faster this way.
        test: {
          name: 'core',
          include: ['packages/core/src/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
          // A test takes two seconds at most; a machine that does much else may take many times that.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        // Signing takes most of the time of a story.
        test: { name: 'story', include: ['packages/story/src/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'verascope',
          include: ['packages/verascope/src/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      ...(hasSharedData
        ? [
            {
              extends: true as const,
              test: { name: 'shared-data', include: ['packages/*/src/**/*.shared.ts'], testTimeout: 300_000 },
            },
          ]
        : []),
    ],
  },
})
