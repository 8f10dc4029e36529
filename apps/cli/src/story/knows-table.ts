/**
 * How things stand at one moment: a table of facts and people, in as many parts as the width of the page asks
 * for.
 */
import { believing } from "@dramaturg/telling"
import type { Fact, Row } from "@dramaturg/analysis"
import type { Page } from "./knows-text.js"
import {
  actOf,
  broken,
  isWrong,
  sayAct,
  sayOriginInWords,
  sayValue,
  sayWho,
  type Told,
  widthOf,
} from "./knows-words.js"

/** The widest that a column gets for words that can be broken. */
const widest = 16
const widestFact = 24
const gap = 2

type Cell = readonly string[]

interface Column {
  readonly cells: readonly Cell[]
  readonly width: number
}

export function tableText(page: Page): string {
  const {
    diction,
    chosen: { facts, people },
    width,
  } = page
  const names = column([[""], ...facts.map(({ fluent }) => broken(fluent.label, widestFact))])
  const truth = column([["in truth"], ...facts.map(({ truth }) => cellOf(page, truth))])
  const minds = people.map((each, i) =>
    column([[sayWho(diction, each)], ...facts.map(({ minds }) => cellOf(page, minds[i].rows))]),
  )
  const tables = inParts(minds, width - names.width - truth.width - gap).map((part) =>
    laidOut([names, truth, ...part]),
  )
  return [...tables, ...beliefsAboutMinds(page, facts, width)].join("\n\n")
}

function column(cells: readonly Cell[]): Column {
  return { cells, width: Math.max(...cells.flat().map(widthOf)) }
}

function cellOf(told: Told, rows: readonly Row[]): Cell {
  const row = rows[rows.length - 1]
  const value = sayValue(told.diction, row)
  const lines = value.includes(" ") ? broken(value, widest) : [value]
  const wrong = isWrong(row) ? " ✗" : ""
  return [
    ...lines.slice(0, -1),
    `${lines.at(-1)}${wrong}`,
    ...remarksOn(told, row).flatMap((each) => broken(each, widest)),
  ]
}

function remarksOn(told: Told, row: Row): readonly string[] {
  const origin = sayOriginInWords(told, row)
  const wrong = !isWrong(row)
    ? ""
    : row.act === actOf(told.fabula, row)
      ? "wrong"
      : `wrong from ${sayAct(told.fabula, row.act)}`
  return [wrong, origin].filter((each) => each !== "")
}

/** As many columns beside one another as fit, and at least one. */
function inParts(columns: readonly Column[], width: number): readonly (readonly Column[])[] {
  const parts: Column[][] = []
  let left = 0
  for (const each of columns) {
    const needed = gap + each.width
    const last = parts.at(-1)
    if (last && needed <= left) last.push(each)
    else parts.push([each])
    left = (last === parts.at(-1) ? left : width) - needed
  }
  return parts.length === 0 ? [[]] : parts
}

function laidOut(columns: readonly Column[]): string {
  const rows = columns[0].cells.map((_, i) =>
    lineUp(columns.map(({ cells, width }) => ({ cell: cells[i], width }))),
  )
  return rows.join(rows.some((each) => each.includes("\n")) ? "\n\n" : "\n")
}

function lineUp(cells: readonly { readonly cell: Cell; readonly width: number }[]): string {
  const height = Math.max(...cells.map(({ cell }) => cell.length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map(({ cell, width }) => (cell[line] ?? "") + " ".repeat(width - widthOf(cell[line] ?? "")))
      .join(" ".repeat(gap))
      .trimEnd(),
  ).join("\n")
}

/** Minds within minds would need a column for each pair of people: they are told in lines. */
function beliefsAboutMinds(told: Told, facts: readonly Fact[], width: number): readonly string[] {
  return facts.flatMap(({ fluent, minds }) => {
    const deep = minds.filter((each) => each.believers.length > 1)
    if (deep.length === 0) return []
    const lines = deep.flatMap(({ believers, rows }) => {
      const row = rows[rows.length - 1]
      const said = [
        `${sayValue(told.diction, row)}${isWrong(row) ? " ✗" : ""}`,
        ...remarksOn(told, row),
      ].join(", ")
      return broken(`${believing(told.diction, believers)}: ${said}`, width - 2).map(
        (each, i) => (i === 0 ? "  " : "    ") + each,
      )
    })
    return [[fluent.label, ...lines].join("\n")]
  })
}
