/**
 * Checks a telling: compares every claim of every sentence with the fabula. It shares no code with what made
 * the sentences.
 *
 * A telling may claim only what happened and was so; one told through a character only what they saw happen
 * and what they believe.
 */
import { type Claim, type Fabula, type Telling, standingAt } from "@dramaturg/model"

/** A false or unknowable claim: paragraph and sentence from 0, the sentence, and what is wrong with it. */
export interface FalseClaim {
  readonly paragraph: number
  readonly sentence: number
  readonly text: string
  readonly message: string
}

/** All breaches of a telling, in the order of its sentences; empty: the telling is right. */
export function checkTelling(fabula: Fabula, { paragraphs, manner }: Telling): readonly FalseClaim[] {
  const eyes = manner.focalisation === "internal" ? manner.focaliser : undefined
  const breaches: FalseClaim[] = []
  paragraphs.forEach(({ sentences }, paragraph) =>
    sentences.forEach(({ text, claims, occurrences }, sentence) => {
      const remark = (message: string | undefined): void => {
        if (message !== undefined) breaches.push({ paragraph, sentence, text, message })
      }
      for (const each of claims) {
        remark(untrue(fabula, each))
        if (eyes !== undefined) remark(unknowable(fabula, each, eyes))
        if (manner.focalisation === "external" && isInside(each)) remark("An onlooker sees nobody's mind.")
      }
      for (const each of claims)
        if (each.kind === "occurred" && !occurrences.includes(each.occurrence))
          remark(`It tells of occurrence ${each.occurrence} and does not say so.`)
    }),
  )
  return breaches
}

function isInside(claim: Claim): boolean {
  return (
    claim.kind === "means" ||
    claim.kind === "hopes" ||
    claim.kind === "fears" ||
    claim.kind === "unmet" ||
    claim.kind === "wants" ||
    claim.kind === "surprised" ||
    (claim.kind === "so" && claim.believers.length > 0)
  )
}

function untrue({ occurrences, characters, ...fabula }: Fabula, claim: Claim): string | undefined {
  switch (claim.kind) {
    case "occurred":
      return occurrences.some((each) => each.number === claim.occurrence)
        ? undefined
        : `There is no occurrence ${claim.occurrence}.`
    case "so": {
      const standing = standingAt(
        { ...fabula, occurrences, characters },
        claim.moment,
        claim.believers,
        claim.fluent,
      )
      if (standing?.value === claim.value) return undefined
      return `${claim.fluent} is ${String(standing?.value)} to ${claim.believers.join(", ") || "the world"} at moment ${claim.moment}, not ${String(claim.value)}.`
    }
    case "means": {
      const motive = occurrences[claim.occurrence - 1]?.motives.find(
        (each) => each.character === claim.character,
      )
      const plan = motive?.plan?.map((each) => each.act) ?? []
      return isWithin(claim.acts, plan)
        ? undefined
        : `${claim.character} does not mean that at occurrence ${claim.occurrence}.`
    }
    case "hopes": {
      const motive = occurrences[claim.occurrence - 1]?.motives.find(
        (each) => each.character === claim.character,
      )
      return motive?.supposing?.some((each) => each.fluent === claim.fluent && each.value === claim.value)
        ? undefined
        : `${claim.character} does not hope at occurrence ${claim.occurrence} that ${claim.fluent} is ${String(claim.value)}.`
    }
    case "fears": {
      const motive = occurrences[claim.occurrence - 1]?.motives.find(
        (each) => each.character === claim.character,
      )
      const { fear, supposing = [], plan } = motive ?? {}
      const isFeared = fear?.feared.some((each) => each.fluent === claim.fluent && each.value === claim.value)
      const isAhead = plan?.some((each) => each.act === fear?.act) === true
      return isFeared && isAhead && supposing.some((each) => each.fluent === claim.fluent)
        ? undefined
        : `${claim.character} does not fear at occurrence ${claim.occurrence} that ${claim.fluent} is ${String(claim.value)}.`
    }
    case "unmet": {
      const before = occurrences.filter((each) => each.number <= claim.occurrence)
      const counted = before.some((each) =>
        each.motives.some(
          ({ character, plan }) =>
            character === claim.character && plan?.some((step) => step.act === claim.act),
        ),
      )
      if (!counted) return `${claim.character} never counted on ${claim.act}.`
      return before.some((each) => each.label === claim.act) ? `${claim.act} has happened.` : undefined
    }
    case "surprised":
      return occurrences[claim.occurrence - 1]?.surprised.includes(claim.character)
        ? undefined
        : `${claim.character} is not surprised at occurrence ${claim.occurrence}.`
    case "wants":
      return characters.includes(claim.character) ? undefined : `There is no ${claim.character}.`
  }
}

/** Whether all of these acts stand in the plan, in this order. */
function isWithin(acts: readonly string[], plan: readonly string[]): boolean {
  let at = 0
  for (const each of plan) if (each === acts[at]) at++
  return at === acts.length
}

/** Why the focaliser could not have known what is claimed; undefined if they could. */
function unknowable({ occurrences }: Fabula, claim: Claim, eyes: string): string | undefined {
  switch (claim.kind) {
    case "occurred": {
      const occurrence = occurrences[claim.occurrence - 1]
      return occurrence === undefined || occurrence.observers.includes(eyes)
        ? undefined
        : `${eyes} did not see occurrence ${claim.occurrence}.`
    }
    case "so":
      return claim.believers[0] === eyes ? undefined : `It is told as so, not as ${eyes} believes it.`
    case "means":
    case "hopes":
    case "fears":
    case "unmet":
    case "surprised":
    case "wants":
      return claim.character === eyes ? undefined : `${eyes} cannot know ${claim.character}’s mind.`
  }
}
