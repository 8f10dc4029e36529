/**
 * Every offered fix is safe: after it the text has no more errors than before, and it changes only the
 * neighbourhood of the mistake. Tested on every message's fixture, and on worlds with one slip in them, at
 * every word.
 */
import { readdirSync, readFileSync } from "node:fs"
import { compileStory } from "@dramaturg/language"
import type { Diagnostic } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { applyFix } from "./apply-fix.js"

const fixtures = new URL("../../../stories/_mistakes/", import.meta.url)

function errorsIn(text: string, file: string): readonly Diagnostic[] {
  return compileStory(text, { file }).diagnostics.filter((each) => each.severity === "error")
}

/** What is wrong with the fixes that are offered for a text. */
function harm(text: string, file = "w.drama"): string[] {
  const { diagnostics } = compileStory(text, { file })
  const before = diagnostics.filter((each) => each.severity === "error").length
  return diagnostics.flatMap((each) =>
    (each.fixes ?? []).flatMap((fix) => {
      const after = errorsIn(applyFix(text, fix), file)
      const far = fix.edits.some(({ span }) => Math.abs(span.line - each.span.line) > 12)
      if (after.length <= before && !far) return []
      return [
        `${each.code} "${fix.title}" at ${each.span.line}:${each.span.column}: ${before} → ${after.length}: ${after.map((one) => one.message).join(" / ")}`,
      ]
    }),
  )
}

describe("fixtures", () => {
  test.each(
    readdirSync(fixtures).flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, fixtures))
        .filter((each) => /\.(drama|txt)$/.test(each) && each !== "expected.txt")
        .map((each) => [folder, each]),
    ),
  )("%s/%s", (folder, name) => {
    expect(harm(readFileSync(new URL(`${folder}/${name}`, fixtures), "utf8"), name)).toEqual([])
  })
})

const world = `type place; type thing;
entity Home, Market : place;
entity Ring : thing;
entity Tom : character { told: "Tom", he; at = Home; has(Ring); believes at(Ann) = Home; wants "to go": at(Tom) == Market; }
entity Ann : character;
property at(who : character) : place;
property has(who : character, what : thing) : boolean;
property asleep(who : character) : boolean { told: "{who} [be] asleep"; }
property coins(who : character) : number;
common property time() : number;
at(Ann) = Market;
every action by(who : character) { precondition: !asleep(who); }
action walk(who : character, to : place) {
  precondition: at(who) != to & (coins(who) > 3 | asleep(Ann));
  effect: at(who) = to & (if(asleep(who)) !asleep(who) else coins(who) = coins(who) + 1);
  consenting: who;
  observing(c : character): at(c) == to;
  takes: 2;
  told: "{who} [walk] to {to}";
}
unforeseen trigger wake(who : character) { precondition: asleep(who) & time() > 4; effect: !asleep(who); }
utility(): at(Tom) == Market;
story { must: walk(Tom, Market); }
scenario "late" { asleep(Tom); without wake; limits { author: 3; } expect no story; expect at(Tom) == Home; }
limits { author: 3; character: 2; belief: 1; }
`

/** One slip at one word or sign. */
const slips: readonly [string, (token: string, next: string) => string | undefined][] = [
  ["left out", () => ""],
  ["twice", (token) => `${token} ${token}`],
  [
    "a letter left out",
    (token) => (/^\p{L}{3,}$/u.test(token) ? token.slice(0, 1) + token.slice(2) : undefined),
  ],
  [
    "two letters swapped",
    (token) =>
      /^\p{L}{4,}$/u.test(token) ? token.slice(0, 1) + token[2] + token[1] + token.slice(3) : undefined,
  ],
  ["a capital", (token) => (/^\p{Ll}/u.test(token) ? token[0].toUpperCase() + token.slice(1) : undefined)],
  ["a plural", (token) => (/^\p{L}/u.test(token) ? `${token}s` : undefined)],
  ["a comma", (token) => (/^[;&]$/.test(token) ? "," : undefined)],
  ["a semicolon", (token) => (/^[,&]$/.test(token) ? ";" : undefined)],
  ["a stop", (token) => (token === ";" ? "." : undefined)],
  [
    "one sign for another",
    (token) =>
      (
        ({ "=": "==", "==": "=", ":": "=", "!=": "<>", "!": "not ", "&": "and", "|": "or" }) as Record<
          string,
          string
        >
      )[token],
  ],
  [
    "a word too many",
    (token, next) => (/^\p{L}/u.test(token) && /^\p{L}/u.test(next) ? `${token} unforeseen` : undefined),
  ],
  [
    "common",
    (token, next) =>
      /^(property|action|trigger|entity|type)$/.test(token) && next !== "" ? `${token} common` : undefined,
  ],
]

describe("one slip at every word", () => {
  test("the world itself is without a mistake", () => {
    expect(compileStory(world, { file: "w.drama" }).diagnostics.map((each) => each.message)).toEqual([])
  })

  test.each(slips)(
    "%s",
    (_, slip) => {
      const tokens = [...world.matchAll(/"[^"]*"|[\p{L}\d]+|[=!<>]=|[^\s]/gu)]
      const found: string[] = []
      tokens.forEach((match, i) => {
        const fresh = slip(match[0], tokens[i + 1]?.[0] ?? "")
        if (fresh === undefined) return
        const text = world.slice(0, match.index) + fresh + world.slice(match.index + match[0].length)
        found.push(
          ...harm(text).map(
            (each) =>
              `${match[0]} → ${fresh}, line ${world.slice(0, match.index).split("\n").length}: ${each}`,
          ),
        )
      })
      expect(found).toEqual([])
    },
    120_000,
  )
})
