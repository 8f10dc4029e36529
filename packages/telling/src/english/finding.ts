/** What there is to be said of one act, in an author's words. */
import { type Chance, type Finding, type Ignorance, type Lack, type Reading } from "@dramaturg/model"
import { believed, counted, hasBeenSo, inMind, isSo, list, place, sentence, type Setting, since, worth } from "./words.js"

/** Longer conditions are not shown: what makes them false says enough. */
const LONGEST = 60

/** Acts that lead on to others: `a, then b`. */
function chain(acts: readonly string[]): string {
  return acts.join(", then ")
}

/** Where an act is impossible, that those who know it see no way to do it goes without saying. */
export function findingSentences(setting: Setting, findings: readonly Finding[]): readonly string[] {
  const isImpossible = findings.some((each) => each.kind === "impossible")
  const isPlain = (each: Finding): boolean => isImpossible && (each.kind === "unmotivated" || each.kind === "does-not-know") && each.disbelief.length > 0
  return findings.filter((each) => !isPlain(each)).map((each) => findingSentence(setting, each))
}

function findingSentence(setting: Setting, finding: Finding): string {
  switch (finding.kind) {
    case "impossible":
      return impossible(setting, finding.lacks)
    case "unmotivated":
      return unmotivated(setting, finding)
    case "does-not-know":
      return doesNotKnow(setting, finding)
    case "needless":
      return finding.instead.length === 0
        ? "The story ends as well without it and all that follows."
        : `The story ends as well without it: ${chain(finding.instead)} would do.`
    case "limited":
      return limited(finding)
  }
}

function impossible(setting: Setting, lacks: readonly Lack[]): string {
  if (lacks.length === 0) return "It cannot happen: the rules that it sets off would set one another off without end."
  return lacks.map((each) => sentence(lacking(setting, each))).join(" ")
}

/** Why a condition does not hold. */
function lacking(setting: Setting, { condition, origin, reads }: Lack): string {
  const at = place(origin)
  const short = condition.length <= LONGEST && condition !== "False"
  if (reads.length === 0) return `it needs ${short ? `${condition}${at}, which` : `something${at} that`} can never be in this world`
  const facts = list(reads.map((each) => standing(setting, each)))
  return short ? `it needs ${condition}${at}, but ${facts}` : `it cannot be${at}, because ${facts}`
}

/** What is read in a mind is said of that mind; and if it is not so, that, too. */
function standing(setting: Setting, { believers, fluent, value, since: number, actual }: Reading): string {
  const though = actual === undefined ? "" : `, though ${believers.length > 1 ? inMind(believers.slice(1)) : ""}${isSo(fluent, actual)}`
  return `${inMind(believers)}${hasBeenSo(fluent, value, since(setting, number))}${though}`
}

function unmotivated(setting: Setting, finding: Finding & { kind: "unmotivated" }): string {
  const { character, utility, disbelief, nearest, origin, wider, unasked } = finding
  if (unasked !== undefined) return `${disbelief.length > 0 ? disbelieves(setting, character, disbelief) : `${character} has no reason for it.`} What would give ${character} one could not be told: ${stopped[unasked]}.`
  const wish = `what ${character} wants${place(origin)}`
  if (wider !== undefined) return byLimits(character, wider)
  if (disbelief.length > 0) return `${disbelieves(setting, character, disbelief)} And nothing else that ${character} could learn would be a reason for it.`
  if (finding.chance !== undefined) return `${character} has no reason for it. ${byChance(finding.chance, wish)}${instead(finding)}`
  if (nearest === null) return `${character} has no reason for it: it leads nowhere that is better by ${wish}.${instead(finding)}`
  const { flaw, plan } = nearest
  const next = plan.length === 0 ? "" : ` through ${chain(plan)}`
  if (flaw.kind === "worthless") return `${character} has no reason for it: nothing in reach after this act is better than things are (${worth(utility)}) by ${wish}.${instead(finding)}`
  const hope = `${character} has no reason for it. ${character} could hope for better (${worth(nearest.utility)} instead of ${worth(utility)}, by ${wish})${next}`
  if (flaw.kind === "consent") return `${hope}, but ${flaw.character} would have no reason for ${flaw.act}.`
  return `${hope}, but would not need this act for it.`
}

type Wider = NonNullable<(Finding & { kind: "unmotivated" })["wider"]>

/** A reason that is only out of reach: so much foresight more, and there is one. */
function byLimits(character: string, { limits, character: ahead, belief, plan }: Wider): string {
  const plans = plan.length === 0 ? "for its own sake" : `so that it leads on to ${chain(plan)}`
  return `${character} has no reason for it, planning ${counted(limits.character, "act")} ahead, ${counted(limits.belief, "mind")} deep; with ${ahead} and ${belief} there is one: ${plans}.`
}

/** Something better, but only by what nobody does. */
function byChance({ acts, plan }: Chance, wish: string): string {
  const them = acts.length === 1 ? "it" : "them"
  const means = acts.join() === plan.join() ? "" : ` (through ${chain(plan)})`
  return `Better by ${wish} could come of ${list(acts)}${means}, but nobody plans on what nobody does: give ${them} a doer (consenting), or make ${them === "it" ? "it a trigger" : "them triggers"}.`
}

/** What they have a reason for in its place. */
function instead({ character, utility, rather }: Finding & { kind: "unmotivated" }): string {
  if (rather === undefined) return ""
  const then = rather.plan.length === 0 ? "" : `, then ${chain(rather.plan)}`
  return ` ${character} would rather do ${rather.act}${then}${rather.utility === null ? "" : ` (${worth(rather.utility)} instead of ${worth(utility)})`}.`
}

function disbelieves(setting: Setting, character: string, lacks: readonly Lack[]): string {
  const reads = lacks.flatMap((each) => each.reads)
  const facts = reads.map(({ believers, fluent, value, since: number }) => {
    return `${inMind(believers.slice(1))}${hasBeenSo(fluent, value, since(setting, number))}`
  })
  return facts.length === 0
    ? `${character} does not believe that it can be done.`
    : `${character} does not believe that it can be done: to ${character}'s mind, ${list(facts)}.`
}

function doesNotKnow(setting: Setting, { character, ignorance, disbelief, tellers }: Finding & { kind: "does-not-know" }): string {
  const lead = disbelief.length > 0 ? `${disbelieves(setting, character, disbelief)} ` : ""
  if (ignorance.length === 0) return `${lead}${character} would have a reason, knowing what the others believe.`
  const needed = list(ignorance.map(({ believers, fluent, value }) => believed(believers.slice(1), fluent, value)))
  const told = new Set(disbelief.flatMap((each) => each.reads.map(({ fluent }) => fluent)))
  const instead = ignorance.filter(({ fluent }) => !told.has(fluent)).map((each) => thoughtInstead(setting, each))
  const but = instead.length === 0 ? "" : `; but as far as ${character} knows, ${list(instead)}`
  return `${lead}Knowing that ${needed}, ${character} would have a reason${but}. ${whoSays(character, ignorance, tellers)}`
}

/** What they think instead; of what others believe, without since when. */
function thoughtInstead(setting: Setting, { believers, fluent, believed: value, since: number }: Ignorance): string {
  return number === undefined ? believed(believers.slice(1), fluent, value) : hasBeenSo(fluent, value, since(setting, number))
}

/** By an act of the world, where there is one. */
function whoSays(character: string, ignorance: readonly Ignorance[], tellers: readonly string[]): string {
  if (tellers.length > 0) return `${list(tellers, "or")} would tell ${character}.`
  const knowing = ignorance[0].knownTo.filter((each) => ignorance.every(({ knownTo }) => knownTo.includes(each)))
  return knowing.length === 0 ? "Nobody else knows it." : `${list(knowing, "or")} could say so.`
}

const stopped = {
  time: "the time was over", visits: "as much had been looked at as was allowed", memory: "the memory was full", effort: "as much effort was spent as was allowed",
  belief: "it depends on minds deeper than we follow", past: "it hangs on an act before it that can never happen", interrupted: "the work was interrupted",
}

function limited({ character, limit, visited }: Finding & { kind: "limited" }): string {
  const what = character !== null ? `Whether ${character} has a reason for it` : limit === "belief" ? "Whether it can happen" : "Whether the story needs it"
  const after = visited === undefined || visited === 0 ? "" : `, after ${visited} ${visited === 1 ? "visit" : "visits"}`
  return `${what} could not be told: ${stopped[limit]}${after}.`
}
