/** Comma-separated values without quotes, which is all the benchmark tables need. */
import { readFileSync } from "node:fs"

/** One record for each row, its keys taken from the first line. */
export function readCsv(path) {
  const [head, ...rows] = readFileSync(path, "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","))
  return rows.map((row) => Object.fromEntries(head.map((key, i) => [key, row[i]])))
}
