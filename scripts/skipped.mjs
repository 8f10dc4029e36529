/** What a run of the tests did not run, and why, in a few lines: from vitest's JSON report. */
import { readFileSync } from "node:fs"
import { relative } from "node:path"
import { root } from "./steps.mjs"

/** Undefined: everything was run. */
export function skippedIn(report) {
  const skipped = JSON.parse(readFileSync(report, "utf8")).testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(isSkipped)
      .map(({ fullName }) => ({ file: relative(root, name), reason: reasonIn(fullName) })),
  )
  if (skipped.length === 0) return undefined
  const reasons = [...new Set(skipped.map(({ reason }) => reason))]
  const lines = reasons.map((reason) =>
    lineOf(
      reason,
      skipped.filter((each) => each.reason === reason),
    ),
  )
  return [`${skipped.length} TESTS WERE NOT RUN:`, ...lines].join("\n")
}

function isSkipped({ status }) {
  return status !== "passed" && status !== "failed"
}

/** The titles of tests that may be skipped say when: "(skipped where … is absent)", "(skipped: no …)". */
function reasonIn(title) {
  if (/\(with the long tests\)|without LONG=1/.test(title)) return "long tests"
  const why = /\bskipped:? ([^)]+)/.exec(title)?.[1]
  if (why === undefined) return "asked to be left out, or what they need is not here"
  return /\babsent\b|shared material/.test(why)
    ? "../shared, or a part of it, does not stand beside this checkout"
    : why
}

function lineOf(reason, tests) {
  const files = [...new Set(tests.map(({ file }) => file))]
  return `  ${String(tests.length).padStart(4)}  ${reason}\n        ${files.join(" ")}`
}
