/**
 * Finds the act that an author meant, regardless of capitals, spaces and quotation marks. It is used only if
 * no other act fits.
 */
import { type ActionTemplate, choicesFor, type Parameter, printValue, type Problem } from "@dramaturg/model"
import { actNamed, type KnownAct } from "./certificate/acts.js"

/**
 * Why no act has that name, and where the mistake is: in the name, in the values as a whole, or in one of
 * them.
 */
export interface Misnamed {
  readonly message: string
  readonly hint?: string
  readonly wrong: "name" | "values" | number
}

/** Undefined: no value fits. */
type Guess = string | undefined

export function actMeant(problem: Problem, name: string, values: readonly string[]): KnownAct | Misnamed {
  const exact = actNamed(problem, `${name}(${values.join(",")})`)
  if ("label" in exact) return exact
  const known = knownName(problem, name)
  const alike = problem.actions.filter(
    (each) => each.name === known && each.parameters.length === values.length,
  )
  const [best] = alike
    .map((each) => valuesMeant(problem, each, values))
    .sort((a, b) => missing(a) - missing(b))
  const act = actNamed(
    problem,
    `${known ?? name}(${values.map((each, i) => best?.[i] ?? unquoted(each)).join(",")})`,
  )
  if ("label" in act) return act
  return { ...act, wrong: known === undefined ? "name" : (best?.indexOf(undefined) ?? "values") }
}

/** The name of an act that equals this name up to capitals and quotation marks. */
export function knownName(problem: Problem, name: string): string | undefined {
  return sameWord(name, [...new Set(problem.actions.map((each) => each.name))])
}

/** Whether an act has this name, or one close to it. */
export function isNearAct(problem: Problem, name: string): boolean {
  if (knownName(problem, name) !== undefined) return true
  const act = actNamed(problem, `${name}()`)
  return "label" in act || act.hint !== undefined
}

/** Whether an entity or truth value has this name. */
export function isNamed(problem: Problem, word: string): boolean {
  const key = keyOf(word)
  return problem.entities.some((each) => keyOf(each.name) === key) || key === "true" || key === "false"
}

/** An act of this world, as an example of how acts are written, in which no entity occurs twice. */
export function exampleOf(problem: Problem): string {
  for (const { name, parameters } of problem.actions) {
    const values: Guess[] = []
    for (const each of parameters)
      values.push(choices(problem, each).find((value) => !values.includes(value)))
    if (!values.includes(undefined)) return `${name}(${values.join(", ")})`
  }
  return "walk(Tom, Home, Market)"
}

function valuesMeant(
  problem: Problem,
  { parameters }: ActionTemplate,
  values: readonly string[],
): readonly Guess[] {
  return parameters.map((each, i) => sameWord(values[i], choices(problem, each)))
}

function missing(values: readonly Guess[]): number {
  return values.filter((each) => each === undefined).length
}

function sameWord(word: string, words: readonly Guess[]): Guess {
  if (words.includes(word)) return word
  const key = keyOf(word)
  const same = words.filter((each) => each !== undefined && keyOf(each) === key)
  return same.length === 1 ? same[0] : undefined
}

/** A word without the differences that are ignored. A backslash is Markdown's, as in `pick\_up`. */
function keyOf(word: string): string {
  return unquoted(word).replaceAll("\\", "").replaceAll("’", "'").normalize("NFC").toLowerCase()
}

function unquoted(word: string): string {
  return word
    .trim()
    .replace(/^["'`*“”‘’«»]+/, "")
    .replace(/["'`*“”‘’«»]{1,9}$/, "")
    .trim()
}

/** The values that can stand for a parameter, as they are written. */
function choices(problem: Problem, parameter: Parameter): readonly string[] {
  return choicesFor(problem, parameter).map(printValue)
}
