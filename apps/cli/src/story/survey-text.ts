/** What an exploration found, for people. */
import type { EndingGroup, Problem, SpaceFoot, Survey, Way } from "@dramaturg/model"
import { actIn, type Diction, dictionOf, foresight, nameIn, unmetSentences } from "@dramaturg/telling"
import type { Colours } from "../colours.js"
import { plural } from "../diagnostics.js"
import { grouped } from "../thread/progress-line.js"
import { wrapped } from "./wrapped.js"

/** More ways to end than this are counted, not listed. */
const mostGroups = 12

export interface Surveyed {
  readonly survey: Survey
  readonly foot: SpaceFoot
  readonly problem: Problem
}

export function surveyText({ survey, foot, problem }: Surveyed, colours: Colours): string {
  const { endings, as } = survey
  const diction = dictionOf(problem)
  const goals = endings.filter((each) => each.ending === "goal")
  const rests = endings.filter((each) => each.ending === "rest")
  return [
    ...wrapped(extent(diction, survey, foot), 0),
    "",
    colours.bold(
      goals.length > 0
        ? "Where it reaches what the author wants"
        : survey.isWhole
          ? "Nothing reaches what the author wants."
          : "Nothing that was looked at reaches what the author wants.",
    ),
    ...listed(diction, goals, as),
    "",
    ...(rests.length === 0
      ? []
      : [colours.bold("Where it comes to rest without that"), ...listed(diction, rests, as), ""]),
    ...lostText(diction, survey, colours),
    ...unmetSentences(survey).flatMap((each) => [...wrapped(each, 0), ""]),
  ].join("\n")
}

function extent(
  diction: Diction,
  { world, as, states, edges, isWhole, open, limits }: Survey,
  foot: SpaceFoot,
): string {
  const who = as === null ? "by acts that make sense to everybody" : `as ${nameIn(diction, as)} may choose`
  const counts = `${world}: ${grouped(states)} states can be reached ${who}, by ${grouped(edges)} ${as === null ? "acts" : "choices"}.`
  if (isWhole) return `${counts} That is all of it, where people think ${foresight(limits)}.`
  const beyond =
    foot.end === "complete"
      ? `What lies beyond the depth that was asked for was not looked at`
      : `It was stopped ${stops[foot.limit ?? "other"]}`
  return `${counts} ${beyond}: of ${plural(open, "state")} it is open whether the goal can still be reached.`
}

const stops = {
  time: "by the time limit",
  memory: "for want of memory",
  visits: "after as many states as were asked for",
  belief: "where it takes deeper minds than are followed to tell what follows",
  other: "before its end",
}

function listed(diction: Diction, groups: readonly EndingGroup[], as: string | null): readonly string[] {
  const lines = groups
    .slice(0, mostGroups)
    .flatMap((each) => [...wrapped(`- ${groupText(diction, each, as)}`, 2)])
  const rest = groups.slice(mostGroups)
  return rest.length === 0
    ? lines
    : [
        ...lines,
        `  … and ${plural(
          rest.reduce((sum, each) => sum + each.states.length, 0),
          "ending",
        )} more in ${plural(rest.length, "way")}; --json lists them.`,
      ]
}

function groupText(
  diction: Diction,
  { act, by, states, worth, shortest, ending }: EndingGroup,
  as: string | null,
): string {
  const how =
    act === null
      ? "at once"
      : `${actIn(diction, act)}${by.length > 0 ? `, by ${by.map((each) => nameIn(diction, each)).join(" and ")}` : ""}`
  const times = states.length === 1 ? "" : ` (${states.length} endings)`
  const value = ending === "goal" && worth !== null ? `, worth ${worth}` : ""
  return `${how}${times}${value}; at the soonest after ${plural(shortest.length, as === null ? "act" : "choice")}: ${wayText(diction, shortest)}`
}

function wayText(diction: Diction, way: Way): string {
  return way.length === 0 ? "none" : `${way.map((each) => actIn(diction, each)).join("; ")}.`
}

function lostText(diction: Diction, { lost, endings, isWhole }: Survey, colours: Colours): readonly string[] {
  if (!endings.some((each) => each.ending === "goal")) return []
  if (lost.states === 0)
    return [
      isWhole
        ? "Wherever one goes, the goal can still be reached."
        : "As far as was looked, the goal can be reached from everywhere.",
      "",
    ]
  return [
    colours.bold(`The goal is out of reach from ${plural(lost.states, "state")}`),
    "The nearest ways to lose it:",
    ...lost.ways.flatMap((each) => wrapped(`- ${wayText(diction, each.shortest)}`, 2)),
    "",
  ]
}
