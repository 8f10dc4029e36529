/**
 * Who knows what, told to a person: what happens, and then fact by fact what is so and what each believes.
 */
import { asItIs, type Fabula, type Occurrence } from "@dramaturg/model"
import { believing, type Diction } from "@dramaturg/telling"
import type { Colours } from "../colours.js"
import { plural } from "../diagnostics.js"
import { printable } from "../printing.js"
import type { Fact, Mind, Row } from "@dramaturg/analysis"
import type { Chosen } from "./knows-choice.js"
import { tableText } from "./knows-table.js"
import {
  actOf,
  broken,
  isWrong,
  rightly,
  sayAct,
  sayAll,
  sayOrigin,
  sayValue,
  sayWho,
  type Told,
  tied,
  widthOf,
} from "./knows-words.js"

export interface Page extends Told {
  readonly chosen: Chosen
  /** How many letters fit on a line. */
  readonly width: number
  /** Shown is how things stand at the end of the last act told of, not how they came to. */
  readonly isMoment: boolean
}

export function knowsText(page: Page, colours: Colours): string {
  const parts = [
    happenings(page),
    ...(page.chosen.facts.length > 0 ? [legend(page), factsText(page)] : []),
    closing(page),
  ]
  return painted(printable(parts.filter((each) => each !== "").join("\n\n") + "\n"), colours)
}

function factsText(page: Page): string {
  if (page.isMoment) return tableText(page)
  return page.chosen.facts.map((each) => [each.fluent.label, ...linesOf(page, each)].join("\n")).join("\n\n")
}

/** Headlines, and what is wrong, stand out. */
function painted(text: string, colours: Colours): string {
  return text.replaceAll("✗", colours.red("✗")).replace(/^[^\s\d].*\)$/gm, (line) => colours.bold(line))
}

// What happens

function happenings({
  fabula,
  chosen: {
    history: { last },
  },
}: Page): string {
  const told = fabula.occurrences.filter((each) => each.act <= last)
  if (told.length === 0) return `${fabula.world}: the start, before anything happens.`
  const width = Math.max(...told.map(({ act, item = String(act) }) => item.length))
  return [`${fabula.world}: what happens`, "", ...told.map((each) => happening(each, width))].join("\n")
}

function happening({ kind, act, item = String(act), label, isForced }: Occurrence, width: number): string {
  const text = label + (isForced ? " (not possible; told as if it were)" : "")
  return kind === "act" ? `${item.padStart(width + 1)}. ${text}` : `${" ".repeat(width + 5)}${text}`
}

function legend({ fabula: { depth }, chosen: { facts }, isMoment, width }: Page): string {
  const rows = facts.flatMap(({ truth, minds }) => [truth, ...minds.map((each) => each.rows)]).flat()
  const beyond = rows.some((each) => each.isBeyond)
    ? " – marks what cannot be told: it depends on minds within minds deeper than we follow."
    : ""
  const numbers = isMoment
    ? "The numbers after since, from and in are acts. Where none is named it has been so since the start."
    : "What comes first holds at the start; the numbers in brackets are acts."
  const others =
    depth > 1 ? " Somebody is also wrong who believes that another believes what that other does not." : ""
  const right = rows.some((each) => each.value === asItIs)
    ? ` Who believes that another believes ${rightly}, takes the other to know it, without knowing it.`
    : ""
  return broken(
    `${numbers} ✗ marks what is wrong, ? what is not known.${others}${right}${beyond}`,
    width,
  ).join("\n")
}

function closing({
  chosen: { facts, leftOut, people, history },
  fabula,
  diction,
  isMoment,
  width,
}: Page): string {
  const whom =
    people.length > fabula.characters.length
      ? "nobody"
      : `none of those asked for (${sayAll(people.map((each) => sayWho(diction, each)))})`
  const when = !isMoment
    ? "in this story"
    : history.last === 0
      ? undefined
      : `up to act ${sayAct(fabula, history.last)}`
  return broken(
    facts.length === 0 ? nothingText(leftOut, whom, when) : leftOutText(leftOut, whom, when),
    width,
  ).join("\n")
}

function nothingText(count: number, whom: string, when: string | undefined): string {
  const about = count === 0 ? "" : ` --about PROPERTY shows how things stand (${plural(count, "fact")}).`
  const nothing = when === undefined ? "At the start" : `Nothing changes ${when}, and`
  return `${nothing} ${whom} is wrong about anything.${about}`
}

function leftOutText(count: number, whom: string, when: string | undefined): string {
  if (count === 0) return ""
  const [never, them] = count === 1 ? ["does not change", "it"] : ["do not change", "them"]
  const dull = when === undefined ? "" : `that ${never} ${when} and `
  return `Left out: ${plural(count, "fact")} ${dull}that ${whom} is wrong about; --about PROPERTY shows ${them}.`
}

// One fact

/** Names up to this width stand before what they believe; longer ones above it. */
const widestName = 16

function linesOf(page: Page, { truth, minds }: Fact): readonly string[] {
  const groups = groupsOf(page, minds)
  const told = [{ name: "in truth", story: storyOf(page, truth) }, ...groups]
  const margin = 4 + Math.max(...told.map(({ name }) => widthOf(name)).filter((each) => each <= widestName))
  return told.flatMap(({ name, story }) => {
    const lines = broken(story, page.width - margin).map((each) => " ".repeat(margin) + each)
    if (widthOf(name) > widestName)
      return [...broken(name, page.width - 2).map((each) => "  " + each), ...lines]
    return [`  ${name}`.padEnd(margin) + lines[0].slice(margin), ...lines.slice(1)]
  })
}

interface Group {
  readonly name: string
  readonly story: string
}

/** Those of whom the same is to be said share a line. */
function groupsOf(page: Page, minds: readonly Mind[]): readonly Group[] {
  const { diction } = page
  const groups = new Map<string, { outer: string | undefined; people: string[]; story: string }>()
  for (const { believers, rows } of minds) {
    const outer = believers.length > 1 ? believing(diction, believers.slice(0, -1)) : undefined
    const story = storyOf(page, rows)
    const who = believers[believers.length - 1]
    const key = `${outer ?? ""}\n${story}`
    const group = groups.get(key)
    if (group) group.people.push(who)
    else groups.set(key, { outer, people: [who], story })
  }
  return [...groups.values()].map(({ outer, people, story }) => ({
    name:
      outer === undefined
        ? people.map((each) => sayWho(diction, each)).join(", ")
        : within(diction, outer, people),
    story,
  }))
}

function within(diction: Diction, outer: string, people: readonly string[]): string {
  return `${outer} that ${people.length === 1 ? believing(diction, people) : `${sayAll(people.map((each) => sayWho(diction, each)))} believe`}`
}

/** One value after another, each with its origin and with when it was wrong. */
function storyOf(page: Page, rows: readonly Row[]): string {
  const pieces = piecesOf(rows)
  const { fabula, diction } = page
  return pieces
    .map((piece, i) => {
      const origin = i > 0 ? sayOrigin(page, piece[0]) : sayStart(piece, pieces.length === 1)
      const value = sayValue(diction, piece[0]) + (origin === "" ? "" : ` (${origin})`)
      return [(i > 0 ? "→ " : "") + value, ...faults(fabula, piece)].map(tied).join(" ")
    })
    .join(" ")
}

/** Rows of one and the same value stand together. */
function piecesOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const starts = rows.filter((each, i) => i === 0 || each.since !== rows[i - 1].since)
  return starts.map(({ since }) => rows.filter((each) => each.since === since))
}

function sayStart([row, ...others]: readonly Row[], isAll: boolean): string {
  if (row.believers.length > 0 && isWrong(row)) return "assumed at the start"
  if (!isAll) return ""
  if (row.how === null && row.value === null && row.isSo === false && others.length === 0)
    return "never learns"
  return row.believers.length === 0 ? "never changes" : "never changed"
}

/** When a belief was wrong, which it may become and cease to be without changing. */
function faults(fabula: Fabula, piece: readonly Row[]): readonly string[] {
  const spans = piece.flatMap((row, i) => {
    if (!isWrong(row)) return []
    const from = row.act === actOf(fabula, row) ? "" : ` from ${sayAct(fabula, row.act)}`
    const until = i + 1 < piece.length ? ` until ${sayAct(fabula, piece[i + 1].act)}` : ""
    return [from + until]
  })
  return spans.length === 0 ? [] : [`✗ wrong${spans.join(" and")}`]
}
