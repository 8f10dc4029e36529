/**
 * Who is where, and which of two is meant, in what is carried off: by what things are, never by how their
 * names begin.
 */
import { chronicle, chroniclerOf, playable, startExploration, startSearch } from "@dramaturg/engine"
import { exporters } from "@dramaturg/exports"
import { compileStory } from "@dramaturg/language"
import type { Problem, SpaceState } from "@dramaturg/model"
import { branchingOf, placeProperty, placesOf, tell, titleOf, usualManner } from "@dramaturg/telling"
import { expect, test } from "vitest"

function compiled(text: string): Problem {
  const { problem, diagnostics } = compileStory(text, { file: "w.drama" })
  expect(diagnostics.filter((each) => each.severity === "error")).toEqual([])
  return problem!
}

function found(problem: Problem) {
  const search = startSearch(problem)
  while (search.status === "searching") search.step(1000)
  return chronicle(problem, search.story!.solution)
}

function carried(text: string, format: "csv" | "fountain"): string {
  const problem = compiled(text)
  const fabula = found(problem)
  const property = placeProperty(fabula)
  const places = fabula.occurrences.map((each) => placesOf(each, fabula, property)[0] ?? null)
  const story = { title: titleOf(problem), fabula, telling: tell(fabula, problem, usualManner), places }
  return (exporters.find((each) => each.name === format)!.write as (source: unknown) => string)(story)
}

/** `first` is in the cellar, `second` in the attic; fright comes over `second`. */
const house = (at: string, first: string, second: string): string => `type place;
entity Cellar, Attic : place;
entity ${first} : character { ${at} = Cellar; };
entity ${second} : character { ${at} = Attic; wants: if(fled(${second})) 1 else 0; };
property ${at}(who : character) : place;
property scared(who : character) : boolean;
property rung() : boolean;
property fled(who : character) : boolean;
action ring() { precondition: !rung(); effect: rung(); told: "A bell [ring]"; }
trigger fright() { precondition: rung() & !scared(${second}); effect: scared(${second}); told: "Fear [come]"; }
action walk(who : character, to : place) { precondition: ${at}(who) != to & scared(who); effect: ${at}(who) = to; consenting: who; told: "{who} [walk] to {to}"; }
action flee(who : character) { precondition: scared(who) & ${at}(who) == Cellar; effect: fled(who); consenting: who; told: "{who} [flee]"; }
utility(): if(fled(${second})) 1 else 0;
`

const houses: readonly [at: string, first: string, second: string][] = [
  ["at", "Ann", "Anna"],
  ["aufenthaltsört", "Ann", "Anna"],
  ["где", "Ан", "Анна"],
  ["場所", "林", "林檎"],
  ["place.of", "Tom", "Tom's_aunt"],
  ["at2", "Tom", "Tom2"],
  ["موضع", "علي", "علياء"],
  ["कहाँ", "राम", "रामू"],
  ["𐌰𐍄", "𐌰", "𐌰𐌱"],
]

test.each(houses)(
  "%s: what concerns the one is never placed where the other is (%s, %s)",
  (at, first, second) => {
    const rows = carried(house(at, first, second), "csv")
      .split("\r\n")
      .map((each) => each.replace(/"[^"]*"/g, "…").split(","))
    expect(rows.slice(1, 5).map((each) => each[4])).toEqual(["", "Attic", "Attic", "Cellar"])
    expect(carried(house(at, first, second), "fountain")).toMatch(/A bell rang\.\n\n\.ATTIC\n\nFear came\./)
  },
)

test("what is said of somebody in second place concerns them, too", () => {
  const text = house("at", "Ann", "Anna")
    .replace(
      "property scared(who : character)",
      "property near(what : place, who : character) : boolean;\nproperty scared(who : character)",
    )
    .replace("effect: scared(Anna);", "effect: scared(Anna) & near(Attic, Ann);")
  expect(carried(text, "csv")).toContain("2,1,trigger,fright(),Cellar")
})

// Gamebooks

const raid = (told: string) => `type place;
entity Hill, Shore : place;
property hit(p : place) : boolean;
property at(who : character) : place;
entity Ann : character { at = Hill; wants: hit(Hill) & hit(Shore); }
entity Bob : character { at = Shore; wants: hit(Hill); }
action raid(who : character, where : place) { precondition: who == Ann & !hit(where); effect: hit(where); consenting: who; ${told} }
utility(): hit(Hill) & hit(Shore);
`

function played(text: string, as: string, depth: number | null = null) {
  const problem = compiled(text)
  const exploration = startExploration(problem, { as, depth })
  const states: SpaceState[] = []
  while (exploration.status === "exploring") {
    exploration.step(100)
    states.push(...exploration.take())
  }
  const game = playable(problem, as)
  const write = chroniclerOf(game)
  const work = branchingOf(game, { head: exploration.head, states, foot: exploration.foot! }, (past) =>
    write({ plan: past, explanations: [] }),
  )
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

const rest = `entity Ann : character { wants: q(); }\nproperty q() : boolean;\naction sit(who : character) { precondition: !q(); effect: q(); consenting: who; }\nutility(): !q() & q();\n`
const alone =
  "entity Ann : character { wants: q(); }\nproperty q() : boolean;\naction sit(who : character) { precondition: q(); effect: !q(); consenting: who; }\nutility(): q();\n"

/** How a format says that a play has come to this ending, whatever way leads there. */
const plays = ["ink", "twee", "yarn", "json", "markdown"] as const

test.each([
  ["over before the first choice", raid(""), "Bob", null, "The story has come to its end."],
  ["reached by choices", raid(""), "Ann", null, "The story has come to its end."],
  ["by acts without words of their own", raid('told: "";'), "Ann", null, "The story has come to its end."],
  ["one choice and then nothing", rest, "Ann", null, "Nobody does anything any more"],
  ["nothing to choose at all", alone, "Ann", null, "Nobody does anything any more"],
  ["cut short", raid(""), "Ann", 1, "What was written ends here; the story could go on."],
] as const)("every format of plays tells its endings: %s", (_, text, as, depth, words) => {
  const branching = played(text, as, depth)
  expect(
    branching.passages.some((each) => each.text.join(" ").includes(words)),
    JSON.stringify(branching, null, 1),
  ).toBe(true)
  for (const name of plays) {
    const written = (exporters.find((each) => each.name === name)!.write as (source: unknown) => string)(
      branching,
    )
    expect(written, name).toContain(words)
  }
})

// Two of one name

const twins = `type thing;
entity Cup : thing;
entity Tom : character { wants: if(won(Tom)) 1 else 0; };
entity Ann : character;
property won(who : character) : boolean;
property full(what : thing) : boolean;
/// With nobody.
action win(who : character) { precondition: won(who) & !won(who); effect: won(who); consenting: who; }
/// A thing.
action win(what : thing) { precondition: full(what); effect: !full(what); }
/// Against somebody.
action win(who : character, whom : character) { precondition: who != whom & full(Cup); effect: won(who); consenting: who; }
/// Of a thing.
trigger brim(what : thing) { precondition: full(what) & !full(what); effect: full(what); }
/// Of somebody.
trigger brim(who : character) { precondition: won(who) & !full(Cup); effect: full(Cup); }
action pour(who : character) { precondition: !full(Cup) & !won(who); effect: full(Cup); consenting: who; }
action win(who : character, what : thing) { precondition: won(who) & full(what); effect: !full(what); consenting: who; }
utility(): (if(won(Tom)) 1 else 0) + (if(!full(Cup)) 0 else 1);
`

test("of two acts, or two triggers, of one name each points to its own line", () => {
  const problem = compiled(twins)
  const fabula = chronicle(problem, {
    plan: ["pour(Tom)", "win(Tom, Ann)", "win(Tom, Cup)"],
    explanations: [],
  } as never)
  expect(fabula.occurrences.map((each) => `${each.label} ${each.origin?.line}`)).toEqual([
    "pour(Tom) 17",
    "win(Tom, Ann) 12",
    "win(Tom, Cup) 18",
    "brim(Tom) 16",
  ])
})

test("what is not possible points to its own line, too", () => {
  const fabula = chronicle(compiled(twins), { plan: ["win(Tom)", "win(Cup)"], explanations: [] } as never)
  expect(fabula.occurrences.map((each) => `${each.label} ${each.origin?.line}`)).toEqual([
    "win(Tom) 8",
    "brim(Tom) 16",
    "win(Cup) 10",
    "brim(Tom) 16",
  ])
})
