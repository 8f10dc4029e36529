/** The findings of a review about one act, as sentences. */
import { type Chance, type Finding, type Ignorance, type Lack, type Reading } from "@dramaturg/model"
import {
  actIn,
  aimIn,
  chainIn,
  codeIn,
  doing,
  headIn,
  nameIn,
  notDoing,
  notVerbOf,
  ownerIn,
  typedActIn,
} from "./diction.js"
import { fearedIn, fearIn } from "./fearing.js"
import { wondering } from "./wondering.js"
import {
  believed,
  caseIn,
  counted,
  hasBeenSo,
  hasBeenSoIn,
  isSoIn,
  list,
  place,
  sentence,
  type Setting,
  since,
  worth,
} from "./answer-parts.js"

/** The longest condition that is quoted; of a longer one only the values that make it false are told. */
const LONGEST = 60

/**
 * One sentence for each finding. If the act is impossible, findings about characters who believe so, too,
 * are left out.
 */
export function findingSentences(setting: Setting, findings: readonly Finding[]): readonly string[] {
  const isImpossible = findings.some((each) => each.kind === "impossible")
  const isPlain = (each: Finding): boolean =>
    isImpossible &&
    (each.kind === "unmotivated" || each.kind === "does-not-know") &&
    each.disbelief.length > 0
  return findings
    .filter((each) => !isPlain(each))
    .map((each) => headIn(setting.diction, findingSentence(setting, each)))
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
        : `The story ends as well without it: ${chainIn(setting.diction, finding.instead)} would do.`
    case "limited":
      return limited(setting, finding)
  }
}

function impossible(setting: Setting, lacks: readonly Lack[]): string {
  if (lacks.length === 0)
    return "It cannot happen: the rules that it sets off would set one another off without end."
  return lacks.map((each) => sentence(lacking(setting, each))).join(" ")
}

/** Why a condition does not hold. */
function lacking(setting: Setting, { condition, origin, reads }: Lack): string {
  const at = place(origin)
  const short = condition.length <= LONGEST && condition !== "False"
  const code = codeIn(setting.diction, condition)
  if (reads.length === 0)
    return `it needs ${short ? `${code}${at}, which` : `something${at} that`} can never be in this world`
  const facts = list(reads.map((each) => standing(setting, each)))
  return short ? `it needs ${code}${at}, but ${facts}` : `it cannot be${at}, because ${facts}`
}

/** A value read in a mind, said of that mind; if it is wrong, with the truth. */
function standing(setting: Setting, { believers, fluent, value, since: number, actual }: Reading): string {
  const { diction } = setting
  const though =
    actual === undefined ? "" : `, though ${isSoIn(diction, believers.slice(1), fluent, actual, undefined)}`
  return `${hasBeenSoIn(diction, believers, fluent, value, since(setting, number))}${though}`
}

function unmotivated(setting: Setting, finding: Finding & { kind: "unmotivated" }): string {
  const { character, utility, disbelief, nearest, origin, wider, unasked, supposing, fear } = finding
  const { diction } = setting
  const wish = `what ${doing(diction, character, "want")}${place(origin)}`
  const lead = `${doing(diction, character, "have")} no reason for it`
  if (unasked !== undefined)
    return `${disbelief.length > 0 ? disbelieves(setting, character, disbelief) : `${lead}.`} What would give ${nameIn(diction, character)} one could not be told: ${stopped[unasked]}.`
  if (wider !== undefined) return byLimits(setting, lead, wider)
  if (supposing !== undefined) return bySupposing(setting, lead, supposing)
  if (disbelief.length > 0)
    return `${disbelieves(setting, character, disbelief)} And nothing else that ${nameIn(diction, character)} could learn would be a reason for it.`
  if (fear !== undefined)
    return `${headIn(diction, nameIn(diction, character))} could hope that ${caseIn(diction, fear.hoped)}, but ${notVerbOf(diction, character, "do")} it ${fearedIn(diction, character, fear)}.`
  if (finding.chance !== undefined)
    return `${lead}. ${byChance(setting, finding.chance, wish)}${instead(setting, finding)}`
  if (nearest === null)
    return `${lead}: it leads nowhere that is better by ${wish}.${instead(setting, finding)}`
  const { flaw, plan } = nearest
  const next = plan.length === 0 ? "" : ` through ${chainIn(diction, plan)}`
  if (flaw.kind === "worthless")
    return `${lead}: nothing in reach after this act is better than things are (${worth(utility)}) by ${wish}.${instead(setting, finding)}`
  const hope = `${lead}. ${headIn(diction, nameIn(diction, character))} could hope for better (${worth(nearest.utility)} instead of ${worth(utility)}, by ${wish})${next}`
  if (flaw.kind === "consent")
    return `${hope}, but ${nameIn(diction, flaw.character)} would have no reason ${aimIn(diction, flaw.character, flaw.act)}.`
  return `${hope}, but would not need this act for it.`
}

type Wider = NonNullable<(Finding & { kind: "unmotivated" })["wider"]>

/** A reason beyond the limits: with so much more foresight there is one. */
function byLimits(
  { diction }: Setting,
  lead: string,
  { limits, character: ahead, belief, plan }: Wider,
): string {
  const plans = plan.length === 0 ? "for its own sake" : `so that it leads on to ${chainIn(diction, plan)}`
  return `${lead}, planning ${counted(limits.character, "act")} ahead, ${counted(limits.belief, "mind")} deep; with ${ahead} and ${belief} there is one: ${plans}.`
}

type Supposing = NonNullable<(Finding & { kind: "unmotivated" })["supposing"]>

/** A reason in hope, if they could suppose more at once. */
function bySupposing(
  { diction }: Setting,
  lead: string,
  { limit, cases, case: supposed, plan }: Supposing,
): string {
  const plans = plan.length === 0 ? "it would be worth it" : `it would lead on to ${chainIn(diction, plan)}`
  return `${lead}, supposing ${counted(limit, "thing")} at once; supposing ${cases} (${codeIn(diction, `limits { cases: ${cases}; }`)}) there is one, ${wondering.inHope}: if ${caseIn(diction, supposed)}, ${plans}.`
}

/** A better state that only accidents lead to. */
function byChance({ diction }: Setting, { acts, plan }: Chance, wish: string): string {
  const them = acts.length === 1 ? "it" : "them"
  const means = acts.join() === plan.join() ? "" : ` (through ${chainIn(diction, plan)})`
  return `Better by ${wish} could come of ${list(acts.map((each) => typedActIn(diction, each)))}${means}, but nobody plans on what nobody does: give ${them} a doer (consenting), or make ${them === "it" ? "it a trigger" : "them triggers"}.`
}

/** What the character has a reason to do instead. */
function instead(
  { diction }: Setting,
  { character, utility, rather }: Finding & { kind: "unmotivated" },
): string {
  if (rather === undefined) return ""
  const then = rather.plan.length === 0 ? "" : `, then ${chainIn(diction, rather.plan)}`
  return ` ${headIn(diction, nameIn(diction, character))} would rather do ${actIn(diction, rather.act)}${then}${rather.utility === null ? "" : ` (${worth(rather.utility)} instead of ${worth(utility)})`}.`
}

function disbelieves(setting: Setting, character: string, lacks: readonly Lack[]): string {
  const { diction } = setting
  const reads = lacks.flatMap((each) => each.reads)
  const facts = reads.map(({ believers, fluent, value, since: number }) => {
    return hasBeenSoIn(diction, believers.slice(1), fluent, value, since(setting, number), believers.at(-1))
  })
  const lead = headIn(diction, `${notDoing(diction, character, "believe")} that it can be done`)
  return facts.length === 0 ? `${lead}.` : `${lead}: to ${ownerIn(diction, character)} mind, ${list(facts)}.`
}

function doesNotKnow(
  setting: Setting,
  { character, ignorance, disbelief, tellers, fear }: Finding & { kind: "does-not-know" },
): string {
  const { diction } = setting
  const name = nameIn(diction, character)
  const lead =
    disbelief.length > 0
      ? `${disbelieves(setting, character, disbelief)} `
      : fear !== undefined
        ? `${headIn(diction, fearIn(diction, character, fear))}. `
        : ""
  if (ignorance.length === 0)
    return `${lead}${headIn(diction, name)} would have a reason, knowing what the others believe.`
  const needed = list(
    ignorance.map(({ believers, fluent, value }) => believed(diction, believers.slice(1), fluent, value)),
  )
  const told = new Set(disbelief.flatMap((each) => each.reads.map(({ fluent }) => fluent.label)))
  const instead = ignorance
    .filter(({ fluent }) => !told.has(fluent.label))
    .map((each) => thoughtInstead(setting, character, each))
  const but =
    instead.length === 0 ? "" : `; but as far as ${doing(diction, character, "know")}, ${list(instead)}`
  return `${lead}Knowing that ${needed}, ${name} would have a reason${but}. ${whoSays(setting, character, { ignorance, tellers })}`
}

/** What the character believes instead; about beliefs of others, without since when. */
function thoughtInstead(
  setting: Setting,
  character: string,
  { believers, fluent, believed: value, since: number }: Ignorance,
): string {
  const { diction } = setting
  return number === undefined
    ? believed(diction, believers.slice(1), fluent, value)
    : hasBeenSo(diction, fluent, value, since(setting, number), character)
}

/** The acts of the world that would tell them, or else the characters who know. */
function whoSays(
  { diction }: Setting,
  character: string,
  { ignorance, tellers }: { readonly ignorance: readonly Ignorance[]; readonly tellers: readonly string[] },
): string {
  if (tellers.length > 0)
    return `${list(
      tellers.map((each) => typedActIn(diction, each)),
      "or",
    )} would tell ${nameIn(diction, character)}.`
  const knowing = ignorance[0].knownTo.filter((each) =>
    ignorance.every(({ knownTo }) => knownTo.includes(each)),
  )
  return knowing.length === 0
    ? "Nobody else knows it."
    : headIn(
        diction,
        `${list(
          knowing.map((each) => nameIn(diction, each)),
          "or",
        )} could say so.`,
      )
}

const stopped = {
  time: "the time was over",
  visits: "as much had been looked at as was allowed",
  memory: "the memory was full",
  effort: "as much effort was spent as was allowed",
  belief: "it depends on minds deeper than we follow",
  past: "it hangs on an act before it that can never happen",
  interrupted: "the work was interrupted",
}

function limited({ diction }: Setting, { character, limit, visited }: Finding & { kind: "limited" }): string {
  const what =
    character !== null
      ? `Whether ${doing(diction, character, "have")} a reason for it`
      : limit === "belief"
        ? "Whether it can happen"
        : "Whether the story needs it"
  const after =
    visited === undefined || visited === 0 ? "" : `, after ${visited} ${visited === 1 ? "visit" : "visits"}`
  return `${what} could not be told: ${stopped[limit]}${after}.`
}
