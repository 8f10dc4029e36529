/** Rows as a spreadsheet reads them: RFC 4180, with a line of headings. */
import { asItIs, printValue } from "@dramaturg/model"
import type { Row } from "@dramaturg/analysis"
import { rightly } from "./knows-words.js"

const headings = ["fluent", "believers", "moment", "act", "value", "isSo", "since", "how", "rule", "by"]

export function rowsCsv(rows: readonly Row[]): string {
  return [headings, ...rows.map(fieldsOf)].map((each) => each.map(quoted).join(",") + "\r\n").join("")
}

function fieldsOf({
  fluent,
  believers,
  moment,
  act,
  value,
  isBeyond,
  isSo,
  since,
  how,
  by,
  rule,
}: Row): readonly string[] {
  return [
    fluent.label,
    believers.join(" > "),
    String(moment),
    String(act),
    isBeyond ? "" : value === asItIs ? rightly : printValue(value),
    String(isSo ?? ""),
    String(since),
    how ?? "",
    rule?.label ?? "",
    by ?? "",
  ]
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
