/** Acts as demands and expectations name them: `carry_out(Spike, ?)`, where `?` is any value. */
import type { EventTemplate, Parameter, Term, Value } from "@dramaturg/model"
import type { SyntaxFluent } from "../syntax-tree.js"
import { allOf, lowerTerm } from "./formulas.js"
import { accepts } from "./typing.js"
import { reportMisfit } from "./unknown-words.js"
import { type World, report, suggest } from "./world.js"

/** An act or trigger with values for some of its parameters; undefined stands for any value. */
export interface Act {
  readonly name: string
  readonly arguments: readonly (Value | undefined)[]
}

/** What can occur. */
export type Events = readonly Pick<EventTemplate, "name" | "parameters" | "origin">[]

/** Whether a formula names an act rather than a property. */
export function isAct(world: World, { name }: SyntaxFluent): boolean {
  return !world.propertiesNamed.has(name.text) && eventNames(world).includes(name.text)
}

export function eventNames(world: World): string[] {
  return world.tree.definitions.flatMap((each) =>
    each.kind === "action" || each.kind === "trigger" ? [each.name.text] : [],
  )
}

/** The act, or undefined after reporting what does not fit. */
export function lowerAct(world: World, events: Events, tree: SyntaxFluent): Act | undefined {
  const terms = allOf(tree.arguments.map((each) => lowerTerm(world, undefined, each)))
  const named = events.filter((each) => each.name === tree.name.text)
  if (named.length === 0)
    return world.namesWithErrors.has(tree.name.text) || eventNames(world).includes(tree.name.text)
      ? undefined
      : reportUnknown(world, tree)
  if (!terms) return undefined
  const fitting = named.find(
    ({ parameters }) =>
      parameters.length === terms.length && parameters.every((each, i) => takes(world, each, terms[i])),
  )
  if (!fitting) return reportMisfit(world, undefined, tree, named, terms)
  return { name: tree.name.text, arguments: terms.map(valueOf) }
}

function takes(world: World, parameter: Parameter, term: Term): boolean {
  return valueOf(term) === undefined || accepts(world, undefined, parameter, term)
}

function valueOf(term: Term): Value | undefined {
  return term.kind === "constant" && term.value !== null ? term.value : undefined
}

/** Whether a property has the name, or has it in a definition with errors. */
export function isKnown(world: World, { name }: SyntaxFluent): boolean {
  return world.propertiesNamed.has(name.text) || world.namesWithErrors.has(name.text)
}

/** Reports a name that is neither an act's nor a property's; the author could have meant either. */
export function reportUnknownComing(world: World, { name }: SyntaxFluent): undefined {
  const near = suggest(world, name.text, name.span, [...world.propertiesNamed.keys(), ...eventNames(world)])
  return report(
    world,
    "unknown-name",
    name.span,
    `No property, action or trigger is called \`${name.text}\`.`,
    {
      ...near,
      hint: near.hint ?? "Name what is to come about, for instance an action with its brackets.",
    },
  )
}

/** `wanted`: only events of this sort are suggested. */
export function reportUnknown(
  world: World,
  { name }: Pick<SyntaxFluent, "name">,
  wanted?: "action",
): undefined {
  const names = world.tree.definitions.flatMap((each) =>
    each.kind === "action" || (each.kind === "trigger" && !wanted) ? [each.name.text] : [],
  )
  const near = suggest(world, name.text, name.span, names)
  return report(
    world,
    "unknown-name",
    name.span,
    `No ${wanted ?? "action or trigger"} is called \`${name.text}\`.`,
    {
      ...near,
      hint: near.hint ?? "Name one of those that this world has.",
    },
  )
}
