/** Tables for the terminal and for Markdown, from the same columns: `{ title, cell(row), isLeft, width }`. */

/** Lines that can be printed one by one while the rows come in, so the widths are given beforehand. */
export function terminalHead(columns) {
  return [
    columns.map(padded((each) => each.title)).join("  "),
    columns.map((each) => "─".repeat(each.width)).join("  "),
  ].join("\n")
}

export function terminalRow(columns, row) {
  return columns
    .map(padded((each) => each.cell(row)))
    .join("  ")
    .trimEnd()
}

function padded(textOf) {
  return (column) => {
    const text = String(textOf(column))
    return column.isLeft ? text.padEnd(column.width) : text.padStart(column.width)
  }
}

export function markdownTable(columns, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`
  const rule = line(columns.map((each) => (each.isLeft ? "---" : "---:")))
  return [
    line(columns.map((each) => each.title)),
    rule,
    ...rows.map((row) => line(columns.map((each) => each.cell(row)))),
  ].join("\n")
}

/** 1234567 as `1 234 567`; nothing as a dash. */
export function count(value) {
  return value === undefined || value === null
    ? "–"
    : String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, " ")
}

/** Milliseconds and ratios: two figures that mean something, no more. */
export function short(value) {
  if (value === undefined || value === null) return "–"
  if (value < 0.1) return value.toPrecision(1)
  return value < 10 ? value.toFixed(1) : count(value)
}
