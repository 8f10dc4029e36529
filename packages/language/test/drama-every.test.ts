/**
 * `every action`: a world that uses it equals the world in which its author wrote the additions into each
 * action.
 */
import { compileStory } from "@dramaturg/language"
import { expect, test } from "vitest"
import { bare } from "./bare.js"

const people = `type vampire : character;
type place;
entity Spike : vampire;
entity Buffy, Tom : character;
entity Crypt, Street : place;
property at(who : character) : place;
property glad(who : character) : boolean;
property tired(who : character) : number;
property thirst(who : vampire) : number;
property dark() : boolean;
`
const wish = "utility(): glad(Tom);\n"

function problemOf(text: string) {
  const { problem, diagnostics } = compileStory(people + text + wish, { file: "w.drama" })
  expect(diagnostics.filter((each) => each.severity === "error").map((each) => each.message)).toEqual([])
  return problem!
}

/** Nested rows of the same sign are one row. */
function flat(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flat)
  if (typeof value !== "object" || value === null) return value
  const each = Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, flat(inside)])) as {
    kind?: string
    parts?: { kind: string; parts: unknown[] }[]
  }
  if (each.kind !== "and" && each.kind !== "all") return each
  return { ...each, parts: each.parts!.flatMap((part) => (part.kind === each.kind ? part.parts : [part])) }
}

function meaning(text: string): string {
  return bare(flat(problemOf(text).actions))
}

function said(text: string): string[] {
  return compileStory(people + text + wish, { file: "w.drama" }).diagnostics.map(
    (each) => `${each.span.line - 10}:${each.span.column} ${each.code}: ${each.message}`,
  )
}

interface Act {
  readonly who: "character" | "vampire" | "Spike" | "Tom"
  readonly precondition?: string
  readonly effect?: string
  readonly observing?: string
  readonly takes?: boolean
}

interface Every {
  readonly by?: "character" | "vampire"
  readonly precondition?: string
  readonly effect?: string
  readonly observing?: string
}

const preconditions = [undefined, "at(#) == Crypt", "at(#) == to & !dark()"]
const effects = [undefined, "at(#) = to", "at(#) = to & dark()"]
const observings = [undefined, "at(%) == to", "(exists(p : place) at(%) == p) | glad(%)"]
const addedPreconditions = [undefined, "!dark()", "tired(@) < 3 & glad(@)", "!believes(@, possible())"]
const addedEffects = [
  undefined,
  "tired(@) = tired(@) + 1",
  "forall(k : character) if(seen(k) & !believes(k, possible())) glad(k)",
  "dark()",
]
const addedObservings = [undefined, "!dark()", "% != @ | seen(%)"]

/** One of them; the same number gives the same one. */
function chooser(seed: number) {
  let state = seed * 2_654_435_761 + 1
  return <T>(choices: readonly T[]): T => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return choices[Math.floor((state / 2 ** 32) * choices.length)]
  }
}

const filled = (text: string | undefined, who: string, observer: string): string | undefined =>
  text?.replaceAll("#", who).replaceAll("%", observer)

function writeAct(
  act: Act,
  index: number,
  additions: readonly { readonly kind: string; readonly text: string }[],
): string {
  const isNamed = act.who === "Spike" || act.who === "Tom"
  const who = isNamed ? act.who : "who"
  const joined = (kind: string, own: string | undefined) => [
    ...(own === undefined ? [] : [own]),
    ...additions.filter((each) => each.kind === kind).map((each) => each.text),
  ]
  const effect = joined("effect", act.effect && filled(act.effect, who, "c"))
  const own = act.effect === undefined ? 0 : 1
  const whole = act.takes ? [...effect.slice(0, own), "time() = time() + 2", ...effect.slice(own)] : effect
  const parts = {
    precondition: joined("precondition", filled(act.precondition, who, "c")),
    effect: whole,
    "observing(c : character)": joined("observing", filled(act.observing, who, "c")),
  }
  const lines = Object.entries(parts)
    .filter(([, all]) => all.length > 0)
    .map(
      ([name, all]) =>
        `  ${name}: ${all.length === 1 ? all[0] : all.map((each) => (each.includes(" & ") && !each.includes("|") && !each.startsWith("forall") && !each.startsWith("(") ? each : `(${each})`)).join(" & ")};`,
    )
  return `action act_${index}(${isNamed ? act.who : `who : ${act.who}`}, to : place) {\n${lines.join("\n")}\n  consenting: ${who};\n}\n`
}

function byHand(act: Act, every: Every): { kind: string; text: string }[] {
  const who = act.who === "Spike" || act.who === "Tom" ? act.who : "who"
  if (every.by === "vampire" && act.who === "Tom") return []
  const mayBe = every.by === "vampire" && act.who === "character"
  const possible = `(${filled(act.precondition, who, "c") ?? "True"})`
  const own = (text: string, observer: string): string =>
    text
      .replaceAll("@", who)
      .replaceAll("%", observer)
      .replaceAll("possible()", possible)
      .replace(/seen\((\w+)\)/g, (_, name: string) => `(${filled(act.observing, who, name) ?? "True"})`)
  const found: { kind: string; text: string }[] = []
  if (every.precondition)
    found.push({
      kind: "precondition",
      text: mayBe ? `(!(who : vampire) | (${own(every.precondition, "c")}))` : own(every.precondition, "c"),
    })
  if (every.effect)
    found.push({
      kind: "effect",
      text: mayBe ? `(if(who : vampire) (${own(every.effect, "c")}))` : own(every.effect, "c"),
    })
  if (every.observing)
    found.push({
      kind: "observing",
      text: mayBe ? `(!(who : vampire) | (${own(every.observing, "c")}))` : own(every.observing, "c"),
    })
  return found
}

function writeEvery(every: Every): string {
  // Without `by` the addition names no character.
  const named = (text: string | undefined, observer = "") =>
    text?.replaceAll("@", every.by ? "someone" : "Tom").replaceAll("%", observer)
  const lines = [
    ["precondition", named(every.precondition)],
    ["effect", named(every.effect)],
    ["observing(c : character)", named(every.observing, "c")],
  ].flatMap(([name, text]) => (text === undefined ? [] : [`  ${name}: ${text};`]))
  return `every action${every.by ? ` by(someone : ${every.by})` : ""} {\n${lines.join("\n")}\n}\n`
}

test("a hundred worlds with additions are the worlds in which they were written out by hand", () => {
  const clock = "common property time() : number;\n"
  for (let seed = 1; seed <= 100; seed++) {
    const choose = chooser(seed)
    const acts = Array.from(
      { length: 3 },
      (): Act => ({
        who: choose(["character", "vampire", "Spike", "Tom"]),
        precondition: choose(preconditions),
        effect: choose(effects),
        observing: choose(observings),
        takes: choose([true, false]),
      }),
    )
    const additions = Array.from(
      { length: choose([1, 2]) },
      (): Every => ({
        by: choose(["character", "vampire"] as const),
        precondition: choose(addedPreconditions),
        effect: choose(addedEffects),
        observing: choose(addedObservings),
      }),
    )
    const short =
      clock +
      acts
        .map((each, i) =>
          writeAct({ ...each, takes: false }, i, []).replace(
            /\n {2}consenting/,
            each.takes ? "\n  takes: 2;\n  consenting" : "\n  consenting",
          ),
        )
        .join("") +
      additions.map(writeEvery).join("")
    const long =
      clock +
      acts
        .map((each, i) =>
          writeAct(
            each,
            i,
            additions.flatMap((every) => byHand(each, every)),
          ),
        )
        .join("")
    expect(meaning(short), short + long).toBe(meaning(long))
  }
})

test("without `by` it is added once, accidents included", () => {
  const acts = (added: string) =>
    `action rain() { effect: dark()${added}; }\naction meet(a : character, b : character) { effect: glad(a)${added}; consenting: a, b; }\n`
  expect(meaning(`${acts("")}every action { effect: tired(Tom) = 1; }`)).toBe(
    meaning(acts(" & tired(Tom) = 1")),
  )
})

test("with `by` it is added for each who consents", () => {
  const act = (added: string) =>
    `action meet(a : character, b : character) { precondition: dark()${added}; consenting: a, b; }\n`
  expect(meaning(`${act("")}every action by(x : character) { precondition: !glad(x); }`)).toBe(
    meaning(act(" & !glad(a) & !glad(b)")),
  )
  expect(
    meaning(`action rain() { effect: dark(); }\nevery action by(x : character) { effect: glad(x); }`),
  ).toBe(meaning("action rain() { effect: dark(); }"))
})

test("several are added in the order of the text, and `possible()` is always the action's own", () => {
  const act = (added: string) =>
    `action nap(a : character) { precondition: dark()${added}; consenting: a; }\n`
  expect(
    meaning(
      `every action { precondition: glad(Tom); }\n${act("")}every action { precondition: believes(Tom, possible()); }`,
    ),
  ).toBe(meaning(act(" & glad(Tom) & believes(Tom, dark())")))
})

test("names of an action are neither said nor caught", () => {
  // `to` and `c` are variables of the addition here, and `Street` is the place, also where the action uses
  // these names.
  // these names.
  const act = (added: string, variable = "c") => `action go(to : character, c : place, Street : character) {
    precondition: at(to) == c;
    effect: glad(Street)${added};
    consenting: to;
    observing(${variable} : character): at(${variable}) != Crypt;
  }\n`
  const short = `${act("")}every action by(c : character) {
    effect: forall(to : character) if(seen(to) & !believes(to, possible()) & at(c) == Street) glad(to);
    observing(to : character): glad(to) | (exists(c : character) at(c) == at(to));
  }`
  const [go] = problemOf(short).actions
  expect(bare(go.effect)).toContain('"variable":"to_2"')
  expect(bare(go.effect)).toContain('{"kind":"constant","value":"Street"}')
  expect(go.observing?.variable).toBe("c_2")
  const long = act(
    " & (forall(to_2 : character) if(at(to_2) != Crypt & !believes(to_2, at(to) == c) & at(to) == HERE) glad(to_2))",
    "c_2",
  ).replace("!= Crypt;", "!= Crypt & (glad(c_2) | (exists(c_3 : character) at(c_3) == at(c_2)));")
  const written = bare(flat(problemOf(long.replace("HERE", "Crypt")).actions[0].effect))
  expect(bare(flat(go.effect))).toBe(written.replace(/(.*)"Crypt"/, '$1"Street"'))
})

test("`possible` and `seen` mean what they always did where a property has the name", () => {
  const { actions } = problemOf(
    "property possible() : boolean;\naction rain() { effect: dark(); }\nevery action { precondition: possible(); }",
  )
  expect(bare(actions[0].precondition)).toBe('{"kind":"fluent","property":5,"arguments":[]}')
})

test("the words are names wherever they were names", () => {
  expect(
    said(
      "property every() : boolean;\nproperty by(every : character) : boolean;\nevery();\nby(Tom);\naction rain() { precondition: every(); effect: dark(); }\n",
    ),
  ).toEqual([])
})

test.each<[string, string[]]>([
  ["every action by(x : charcter) { effect: glad(x); }", ["1:21 unknown-type: There is no type `charcter`."]],
  [
    "every action by(x : place) { effect: dark(); }",
    ["1:21 not-a-character: Only characters consent to an action, and a place is none."],
  ],
  ["every action { effect: gald(Tom); }", ["1:24 unknown-property: There is no property `gald`."]],
  ["every action { effect: glad(to); }", ["1:29 unknown-name: Nobody and nothing is called `to`."]],
  [
    "every action { precondition: tired(Tom); }",
    ["1:30 wrong-type: Something true or false is needed here, but `tired(…)` is a number."],
  ],
  [
    "every action { observing(v : vampire): dark(); }",
    ["1:30 bad-observer: Every character can be asked whether they see this, but `v` is only a vampire."],
  ],
  [
    "action rain() { precondition: possible(); effect: dark(); }",
    ["1:31 unknown-property: There is no property `possible`."],
  ],
])("`%s` is told once", (text, expected) => {
  const acts =
    "action go(who : character, to : place) { effect: at(who) = to; consenting: who; }\naction nap(a : character) { effect: glad(a); consenting: a; }\n"
  expect(said(`${text}\n${acts}`)).toEqual(expected)
})
