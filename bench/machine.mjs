/** On what, of what and when: without these a figure says nothing. */
import { execFileSync } from "node:child_process"
import { cpus, loadavg, totalmem } from "node:os"
import { root } from "../scripts/steps.mjs"

/**
 * `load` is how many processes wanted to run in the last minute: more than there are processors, and times
 * are too long.
 */
export function circumstances(snapshot) {
  const processors = cpus()
  return {
    date: new Date().toISOString(),
    node: process.versions.node,
    processor: processors[0]?.model.trim() ?? "unknown",
    processors: processors.length,
    memoryMiB: Math.round(totalmem() / 1048576),
    load: Number(loadavg()[0].toFixed(2)),
    commit: commit(),
    build: snapshot.hash,
  }
}

function commit() {
  try {
    const ask = (...words) =>
      execFileSync("git", words, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim()
    return (
      ask("rev-parse", "--short", "HEAD") +
      (ask("status", "--porcelain", "packages") === "" ? "" : " with changes")
    )
  } catch {
    return "unknown"
  }
}
