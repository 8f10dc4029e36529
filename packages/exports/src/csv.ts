/** Events, one a row, for spreadsheets and statistics (RFC 4180). */
import { exporter } from "./exporter.js"

export const csv = exporter({
  name: "csv",
  extension: ".csv",
  from: "story",
  label: "CSV, for spreadsheets",
  about: "every event of the story as a row: who, where, seen by whom, made possible by what",
  write: ({ fabula, places }) => {
    const rows = fabula.occurrences.map((each, i) => [
      each.number,
      each.act,
      each.kind,
      each.label,
      places[i] ?? "",
      each.consenting.join("; "),
      each.observers.join("; "),
      each.surprised.join("; "),
      [...new Set(each.causes.map((one) => one.since))].filter((one) => one > 0).join("; "),
      each.motives
        .map(
          ({ character, plan }) =>
            `${character}: ${plan === null ? "?" : plan.length === 0 ? "for its own sake" : plan.map((one) => one.act).join(", ")}`,
        )
        .join("; "),
    ])
    const head = [
      "number",
      "act",
      "kind",
      "event",
      "place",
      "decided by",
      "seen by",
      "surprised",
      "made possible by",
      "meant to lead to",
    ]
    return [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n"
  },
})

/** Quotes a cell, and prefixes text that a spreadsheet would read as a formula. */
function cell(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}
