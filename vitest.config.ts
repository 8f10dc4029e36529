/** Where the tests are and how much of the machine they may take. `LONG=1` lets the long ones run and gives them time. */
import { defineConfig } from "vitest/config"
import { LongestFirst } from "./scripts/longest-first.mjs"

const long = process.env.LONG === "1"

export default defineConfig({
  test: {
    // The browser tests wait more than they work.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: long ? 1_800_000 : 180_000,
    hookTimeout: 120_000,
    // What is compiled is loaded by Node itself: vitest's own way of loading makes every call from one file to another slower.
    server: { deps: { external: [/\/dist\//] } },
    projects: [
      // To load the language anew for every file would take longer than most of them.
      {
        extends: true,
        test: {
          name: "packages",
          include: ["packages/*/test/**/*.test.ts", "stories/**/*.test.ts"],
          isolate: false,
        },
      },
      { extends: true, test: { name: "command", include: ["apps/cli/test/**/*.test.ts"], isolate: false } },
      {
        extends: true,
        test: {
          name: "editors",
          include: ["apps/lsp/test/**/*.test.ts", "editors/**/*.test.ts"],
        },
      },
      { extends: true, test: { name: "release", include: ["release/test/**/*.test.ts"], isolate: false } },
      // A browser on a busy machine may keep a click waiting: what fails is tried once more, and said to have been.
      {
        extends: true,
        test: {
          name: "studio",
          include: ["apps/{studio,embed}/test/**/*.test.ts", "docs-site/test/**/*.test.ts"],
          // One browser for all files of a worker.
          isolate: false,
          retry: 1,
          testTimeout: long ? 1_800_000 : 300_000,
        },
      },
    ],
  },
})
