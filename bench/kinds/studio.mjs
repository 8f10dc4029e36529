/**
 * The studio in a browser: what a first visit loads and how long it takes, and what each letter costs in a
 * large world.
 */
import { median } from "../measure.mjs"
import { printLine, showProgress } from "../progress.mjs"
import { count } from "../table.mjs"
import { buildStudio } from "../../scripts/steps.mjs"
import { firstVisit } from "../studio/first-visit.mjs"
import { typing } from "../studio/typing.mjs"

/**
 * Asked for: gzip bytes of a first visit, milliseconds to the lair's story, milliseconds of the main thread
 * for one letter.
 */
const asked = { gzip: 1_000_000, storyMs: 2000, letterMs: 50 }

const lines = 2000

/** What a first visit loads, file by file. */
export const fileColumns = [
  { title: "file", cell: (each) => each.name.replace("assets/", ""), isLeft: true, width: 44 },
  { title: "bytes", cell: (each) => count(each.raw), width: 9 },
  { title: "gzip", cell: (each) => count(each.gzip), width: 9 },
]

export async function run({ runs }) {
  buildStudio()
  const visits = []
  for (let each = 1; each <= runs; each++) {
    showProgress(`a first visit, ${each} of ${runs}`)
    visits.push(await firstVisit())
  }
  showProgress(`typing in a world of ${lines} lines`)
  const figures = { asked, firstVisit: visitOf(visits), typing: typingOf(await typing(lines)) }
  const verdict = verdictOf(figures)
  printLine(verdict.join("\n"))
  return { ...figures, verdict }
}

/** The middle one of several; what is loaded is the same in all. */
function visitOf(visits) {
  const middle = (choose) => Math.round(median(visits.map(choose)))
  const [{ raw, gzip, kept, files }] = visits
  return {
    gzip,
    raw,
    keptGzip: kept,
    files,
    paintMs: middle((each) => each.paintMs),
    interactiveMs: middle((each) => each.interactiveMs),
    storyMs: middle((each) => each.storyMs),
    storyMsOfEach: visits.map((each) => Math.round(each.storyMs)),
    longestTaskMs: middle((each) => Math.max(0, ...each.longTasks.map(({ ms }) => ms))),
    memoryMiB: visits.some((each) => each.memoryMiB === null) ? null : middle((each) => each.memoryMiB),
  }
}

function typingOf({ letters, ...rest }) {
  const spread = (key) => {
    const sorted = letters.map((each) => each[key]).sort((a, b) => a - b)
    const at = (part) =>
      Number(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(1))
    return { p50: at(0.5), p99: at(0.99), max: at(1) }
  }
  return {
    ...rest,
    letters: letters.length,
    handlingMs: spread("handlingMs"),
    longestMs: spread("longestMs"),
    busyMs: spread("busyMs"),
    longTasks: letters.filter((each) => each.longestMs > 50).length,
  }
}

function verdictOf({ firstVisit: visit, typing: typed }) {
  const reached = (is) => (is ? "reached" : "not reached")
  return [
    `A first visit loads ${kb(visit.gzip)} KB gzip until its story is there, ${kb(visit.keptGzip)} KB with what is kept for when there is no network (asked: under ${kb(asked.gzip)} KB): ${reached(visit.keptGzip < asked.gzip)}.`,
    `First picture after ${visit.paintMs} ms, ready to type in after ${visit.interactiveMs} ms, the lair's story after ${visit.storyMs} ms (asked: under ${asked.storyMs} ms): ${reached(visit.storyMs < asked.storyMs)}; longest task of the main thread meanwhile ${visit.longestTaskMs} ms; ${visit.memoryMiB ?? "?"} MiB.`,
    `A letter in a world of ${typed.lines} lines: handled in ${typed.handlingMs.p50} ms (the middle one), ${typed.handlingMs.p99} ms (99 of 100), ${typed.handlingMs.max} ms (the slowest); longest task of the main thread until the next letter ${typed.longestMs.p50}, ${typed.longestMs.p99}, ${typed.longestMs.max} ms (asked: under ${asked.letterMs} ms): ${reached(typed.longestMs.max < asked.letterMs)}; ${typed.slowEvents} of ${typed.letters} keys waited over 50 ms for their picture; ${typed.memoryMiB ?? "?"} MiB.`,
  ]
}

const kb = (bytes) => Math.round(bytes / 1000)
