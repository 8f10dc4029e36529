/**
 * The library's reference is made from the library's texts, so nothing in them is missing there. `UPDATE=1`
 * rewrites it.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { compileStory } from "@dramaturg/language"
import { declarationsIn } from "@dramaturg/language/ide"
import { describe, expect, test } from "vitest"

const folder = new URL("../library/", import.meta.url)
const page = new URL("../../../docs/library-reference.md", import.meta.url)
const parts = readdirSync(folder)
  .filter((each) => each.endsWith(".drama"))
  .sort()

const titles: Readonly<Record<string, string>> = {
  precondition: "only if",
  effect: "does",
  consenting: "decided by",
  observing: "seen",
  takes: "takes, in hours",
  told: "told as",
}

/** What stands between the braces of a definition, part by part. */
function partsOf(body: string): readonly (readonly [string, string])[] {
  const inside = body.slice(body.indexOf("{") + 1, body.lastIndexOf("}"))
  return inside.split(";").flatMap((each) => {
    const [, name, text] =
      /^\s*(precondition|effect|consenting|observing[^:]*(?::[^:)]*\))?|takes|told):\s*(.*)$/s.exec(each) ??
      []
    return name === undefined ? [] : [[name, text.replace(/\s+/g, " ").trim()] as const]
  })
}

function sectionOf(name: string): string {
  const text = readFileSync(new URL(name, folder), "utf8")
  const [, about] = /^((?:\/\/\/.*\n)+)/.exec(text) ?? []
  const lines = [
    `## \`@lib/${name.slice(0, -".drama".length)}\``,
    (about ?? "").replace(/^\/\/\/ ?/gm, "").trim(),
  ]
  const needed = [...text.matchAll(/^include "([^"]+)"/gm)].map(([, path]) => `\`${path}\``)
  if (needed.length > 0) lines.push(`Includes ${needed.join(" and ")}.`)
  for (const { header, doc, from, to, name: own } of declarationsIn(text)) {
    const body = text.slice(from, to)
    const rows =
      header.startsWith("property") || body.includes("{")
        ? partsOf(body).map(([part, words]) => {
            const title = part.startsWith("observing")
              ? `seen by ${/\((\w+)/.exec(part)?.[1] ?? "whoever"} if`
              : titles[part]
            return `- ${title}: ${part === "told" ? words.replace(/"/g, "") : `\`${words}\``}`
          })
        : []
    if (/^action/.test(header) && !rows.some((each) => each.startsWith("- decided")))
      rows.push("- decided by: nobody")
    if (/^action/.test(header) && !rows.some((each) => each.startsWith("- seen")))
      rows.push("- seen by everybody")
    lines.push(
      [
        `### ${own}`,
        "",
        `\`${header}\``,
        ...(doc === undefined ? [] : ["", doc]),
        ...(rows.length > 0 ? ["", ...rows] : []),
      ].join("\n"),
    )
  }
  for (const [addition] of text.matchAll(/^every action[^{]*\{[\s\S]*?^\}/gm))
    lines.push(`Added to every action:\n\n\`\`\`drama\n${addition}\n\`\`\``)
  return lines.join("\n\n")
}

const reference = `# The library, name by name

Every property, action and trigger of the parts that begin with \`@lib/\`. This page is made of their texts. What an action does not say about who sees it is seen by everybody; what
\`every action\` adds in a part (and in your own world) holds for all actions of the world.

An act can be made narrower with \`every action walk { precondition: …; }\`, in which the names of its brackets may be used, and left out with \`without walk;\`
([Writing a world](language.md#worlds-from-parts)).

${parts.map(sectionOf).join("\n\n")}
`

test("the page is what the texts say", () => {
  if (process.env.UPDATE === "1") writeFileSync(page, reference)
  expect(readFileSync(page, "utf8")).toBe(reference)
})

test.each(parts)("every name of %s stands in it, with its brackets", (name) => {
  const { problem } = compileStory(
    `include "@lib/${name.slice(0, -".drama".length)}"; entity Tom : character; utility(): True;`,
    { file: "w.drama" },
  )
  const written = readFileSync(page, "utf8")
  for (const each of [...problem!.properties, ...problem!.actions, ...problem!.triggers]) {
    const brackets = each.parameters
      .map((one) => (one.kind === "variable" ? `${one.name} : ${one.type}` : String(one.value)))
      .join(", ")
    expect(written).toContain(` ${each.name}(${brackets})`)
  }
})

describe("an act of the library is made narrower, or left out", () => {
  const world = `include "@lib/places"; include "@lib/words";
entity Home, Yard, Shed : place; entity Secret : topic;
entity Tom : character { at = Home; }
property locked(where : place) : boolean; property key(who : character) : boolean;
beside(Home, Yard); beside(Yard, Shed); locked(Shed);
utility(): at(Tom) == Shed;
`
  const compiled = (text: string) => compileStory(`${world}${text}`, { file: "w.drama" })
  const said = (text: string) => compiled(text).diagnostics.map((each) => `${each.code}: ${each.message}`)

  test("by the names in its own brackets, after what was there", () => {
    const { problem, diagnostics } = compiled(
      "every action walk { precondition: !locked(to) | key(who); effect: !locked(from); observing(c : character): c == who; }",
    )
    expect(diagnostics).toEqual([])
    const text = JSON.stringify(
      problem!.actions.find((each) => each.name === "walk"),
      (key, value) => (key === "origin" ? undefined : value),
    )
    const locked = problem!.properties.findIndex((each) => each.name === "locked")
    expect(text).toContain(`"property":${locked},"arguments":[{"kind":"variable","name":"to"}]`)
    expect(text).toContain(`"property":${locked},"arguments":[{"kind":"variable","name":"from"}]`)
    expect(JSON.stringify(problem!.actions.find((each) => each.name === "tell"))).not.toContain(
      `"property":${locked},`,
    )
  })

  test.each([
    ["every action walk by(doer : character) { precondition: key(doer); }", []],
    ["every action walk { effect: forall(who : character) if(at(who) == to) key(who); }", []],
    ["every action walc { precondition: True; }", ["unknown-name: No action is called `walc`."]],
    [
      "every action walk { precondition: locked(too); }",
      ["unknown-name: Nobody and nothing is called `too`."],
    ],
    ["every action { precondition: locked(to); }", ["unknown-name: Nobody and nothing is called `to`."]],
    [
      "every action walk { consenting: Tom; }",
      [
        "part-not-allowed: What is added to every action is a precondition, an effect or who sees it; `consenting` is not.",
      ],
    ],
  ])("%s", (text, expected) => {
    expect(
      said(text).map((each) =>
        expected.length > 0 && each.startsWith("part-not-allowed") ? "part-not-allowed" : each,
      ),
    ).toEqual(expected.map((each) => (each.startsWith("part-not-allowed") ? "part-not-allowed" : each)))
  })

  test("what is left out is gone, and may be spoken of", () => {
    const { problem, scenarios, diagnostics } = compiled(
      'without lie, promise;\nscenario "s" { without tell; expect no act lie(?, ?, ?); }',
    )
    expect(diagnostics).toEqual([])
    expect(problem!.actions.map((each) => each.name)).toEqual(["walk", "tell", "ask", "answer"])
    expect(scenarios![0].problem.actions.map((each) => each.name)).toEqual(["walk", "ask", "answer"])
    expect(said("without swim;")).toEqual(["unknown-name: No action or trigger is called `swim`."])
  })

  test("a world may use the words as names", () => {
    expect(
      compileStory(
        "property without(who : character) : boolean; entity Tom : character; without(Tom); property by() : boolean; action by(who : character) { effect: without(who); consenting: who; } every action by { precondition: by(); } utility(): without(Tom);",
        { file: "w.drama" },
      ).diagnostics,
    ).toEqual([])
  })
})
