/** Where the tests are and how much of the machine they may take. `LONG=1` lets the long ones run and gives them time. */
import { defineConfig } from "vitest/config"

const long = process.env.LONG === "1"

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts", "apps/*/test/**/*.test.ts", "stories/**/*.test.ts"],
    // The browser tests wait more than they work.
    maxWorkers: 3,
    testTimeout: long ? 1_800_000 : 180_000,
    hookTimeout: 120_000,
  },
})
