/** How names of the world are shown to people, and the words that panels share. */
import { type FluentRef, parseLabel, printValue, type Value } from "@dramaturg/model"
import type { whatIfSentences } from "@dramaturg/telling"

export type SideWords = ReturnType<typeof whatIfSentences>["sides"][number]

export interface ActWords {
  readonly verb: string
  readonly names: readonly string[]
}

/** `throw_himself_down(Spike)`: the verb in words, and whom it takes. */
export function actWords(label: string): ActWords {
  const { name, arguments: values } = parseLabel(label)
  return { verb: spaced(name), names: values.map(printValue) }
}

export function spaced(name: string): string {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase()
}

export function count(number: number, one: string, many = `${one}s`): string {
  return number === 1 ? `one ${one}` : `${number.toLocaleString("en")} ${many}`
}

export function seconds(value: number): string {
  return value < 1 ? "less than a second" : value < 10 ? `${value.toFixed(1)} s` : `${Math.round(value)} s`
}

export function factKey({ label }: FluentRef, value: Value): string {
  return `${label} = ${String(value)}`
}

/** `at(Anna)`: a property and whom it is about, for worlds that have no words of their own. */
export function fluentWords({ name, arguments: values }: FluentRef): string {
  return values.length === 0 ? spaced(name) : `${spaced(name)} (${values.map(printValue).join(", ")})`
}
