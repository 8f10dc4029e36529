/** `serve --stdio`: every question over lines of JSON, several at once, with the answers of the command. */
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Option } from "commander"
import { afterAll, expect, it } from "vitest"
import { methodNames, methods, moves } from "../dist/serve/methods.js"
import { servedFlags } from "../dist/serve/words.js"
import { table } from "../dist/main.js"
import { dramaturg, launched, makeFolder, unmeasured } from "./command.js"
import { misfits } from "./schema.js"
import { type Response, serving } from "./serving.js"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const world = (name: string): string => `${root}stories/${name}/${name}.drama`
const schemas = new URL("../schemas/", import.meta.url)
const schema = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, schemas), "utf8"))
const parcel = world("parcel")
const text = readFileSync(parcel, "utf8")
const folder = makeFolder({
  "parcel.drama": text,
  "story.json": dramaturg(["tell", parcel, "--json"]).out,
  "plot.md": "1. bake(Nell)\n",
  "small.txt": dramaturg(["export", parcel, "--to", "sabre"]).out,
})
const server = serving(folder, ["--at-once", "2"])
afterAll(() => server.end())

it.each<[string, object, readonly string[]]>([
  ["check", { world: "parcel.drama" }, ["check", "parcel.drama"]],
  [
    "tell",
    { world: "parcel.drama", pov: "Toby", notes: true },
    ["tell", "parcel.drama", "--pov", "Toby", "--notes"],
  ],
  [
    "stories",
    { world: "parcel.drama", authorLimit: 4, characterLimit: 3, beliefLimit: 1, memory: 2000 },
    ["tell", "parcel.drama", "--all", "--author-limit", "4", "--character-limit", "3", "--belief-limit", "1"],
  ],
  ["verify", { world: "parcel.drama", story: "story.json" }, ["verify", "parcel.drama", "story.json"]],
  ["repair", { world: "parcel.drama", story: "plot.md" }, ["verify", "parcel.drama", "plot.md", "--repair"]],
  [
    "knows",
    { world: "parcel.drama", story: "story.json", who: ["Toby", "reader"], at: 2 },
    ["knows", "parcel.drama", "story.json", "--who", "Toby", "--who", "reader", "--at", "2"],
  ],
  [
    "why",
    { world: "parcel.drama", story: "story.json", act: 1 },
    ["why", "parcel.drama", "story.json", "--act", "1"],
  ],
  [
    "why-not",
    { world: "parcel.drama", story: "story.json", act: "bake(Toby)", at: 2 },
    ["why-not", "parcel.drama", "story.json", "bake(Toby)", "--at", "2"],
  ],
  ["ending", { world: "parcel.drama", ending: "cake()" }, ["why-not", "parcel.drama", "--ending", "cake()"]],
  [
    "whatif",
    { world: "parcel.drama", set: ["at(Toby) = Post"] },
    ["whatif", "parcel.drama", "--set", "at(Toby) = Post"],
  ],
  ["test", { world: "parcel.drama" }, ["test", "parcel.drama"]],
  ["explore", { world: "parcel.drama" }, ["explore", "parcel.drama"]],
  ["compare", { world: "parcel.drama", distinct: 2 }, ["explore", "parcel.drama", "--distinct", "2"]],
  ["format", { world: "parcel.drama" }, ["format", "parcel.drama"]],
  ["import", { world: "small.txt" }, ["import", "small.txt"]],
  ["export", { world: "parcel.drama", to: "fountain" }, ["export", "parcel.drama", "--to", "fountain"]],
])("%s answers what the command answers", async (method, params, words) => {
  const { result, error, exit } = await server.ask(method, params)
  const { out, code } = dramaturg([...words, "--json"], { folder })
  expect(error).toBeUndefined()
  expect(still(result)).toEqual(still(JSON.parse(out)))
  expect(exit).toBe(code)
  expect(misfits(result, schema(methods[method].schema))).toEqual([])
})

/** Without what is measured. */
function still(value: unknown): unknown {
  return JSON.parse(unmeasured(JSON.stringify(value, null, 1)))
}

it("takes texts instead of files, and the answer of tell as a story", async () => {
  const given = { text, file: "elsewhere/parcel.drama" }
  const { result: story } = await server.ask("tell", { world: given })
  expect(story.plan).toEqual((await server.ask("tell", { world: "parcel.drama" })).result.plan)
  const { result } = await server.ask("verify", { world: given, story })
  expect(result.verdict).toBe("valid")
  expect(
    (await server.ask("knows", { world: { text }, story })).result.fabula.occurrences.length,
  ).toBeGreaterThan(2)
  const outline = { text: "1. bake(Nell)" }
  expect((await server.ask("verify", { world: given, story: outline })).result.review.acts).toHaveLength(1)
})

it("says what is wrong with a world as data", async () => {
  const { error } = await server.ask("tell", { world: { text: "entity A : nonsense;", file: "mine.drama" } })
  expect(error).toMatchObject({
    code: "mistakes",
    exit: 2,
    message: "mine.drama cannot be used: 1 error.",
    file: "mine.drama",
    diagnostics: [{ code: "undeclared-type", file: "mine.drama", line: 1 }],
  })
})

it.each<[string, object, string]>([
  ["tell", {}, "tell needs the parameter world."],
  [
    "tell",
    { world: "parcel.drama", gaol: 1 },
    'tell has no parameter "gaol": there are world, all, improve, goal, ',
  ],
  ["tell", { world: "none.drama" }, "none.drama does not exist: check the name and the folder you are in."],
  ["tell", { world: "-" }, 'world cannot come from stdin, which carries the requests: give { "text": … }.'],
  ["tell", { world: 3 }, 'world takes the name of a file, or an object with its text: { "text": … }.'],
  ["tell", { world: "parcel.drama", goal: "much" }, '--goal takes a number, not "much".'],
  ["tell", { world: "parcel.drama", goal: [1, 2] }, "goal takes one value, not a list."],
  ["tell", { world: "parcel.drama", goal: true }, "goal takes a value, not true."],
  ["tell", { world: "parcel.drama", improve: "yes" }, "improve takes true or false."],
  ["tell", { world: "parcel.drama", output: "x.json" }, 'tell has no parameter "output": '],
  ["format", { world: "parcel.drama", write: true }, 'format has no parameter "write": '],
  ["why", { world: "parcel.drama", story: "story.json" }, "why needs the parameter act."],
  ["compare", { world: "parcel.drama" }, "compare needs the parameter distinct or best."],
  ["version", { all: true }, 'version has no parameter "all": it takes none.'],
  ["play.choose", { play: 9, choice: 0 }, "there is no play 9: "],
])("%s %j is refused in a sentence", async (method, params, sentence) => {
  const { error, result } = await server.ask(method, params)
  expect(result).toBeUndefined()
  expect(error?.code).toBe("refused")
  expect(error?.message.slice(0, sentence.length)).toBe(sentence)
})

it("answers lines that are no requests, and goes on", async () => {
  const sentences: [string, string][] = [
    ["not json", "the line is not JSON."],
    ["[1]", "a request is a JSON object with id, method and params."],
    ['{"method": "version"}', "a request has an id, a string or a number."],
    ['{"id": null, "method": "version"}', "a request has an id, a string or a number."],
  ]
  for (const [line, sentence] of sentences) {
    server.say(line)
    expect((await server.answer(null)).error).toMatchObject({ code: "malformed", message: sentence })
  }
  server.say('{"id": 1, "method": "version", "parms": {}}')
  expect((await server.answer(1)).error?.message).toBe('a request has id, method and params, not "parms".')
  server.say('{"id": 2, "method": "version", "params": []}')
  expect((await server.answer(2)).error?.message).toBe("the params of a request are an object.")
  server.say('{"id": 3, "method": "nonsense"}')
  expect((await server.answer(3)).error).toMatchObject({ code: "no-such-method" })
  server.say("")
  expect((await server.ask("version")).result).toMatchObject({
    format: "dramaturg-version",
    methods: methodNames,
  })
})

it("keeps what stands on one line apart by line feeds alone, whatever other ends of lines it holds", async () => {
  const strange = `${text}// \u2028 \u2029 \u0085\r\n`
  expect((await server.ask("check", { world: { text: strange } })).result.errors).toBe(0)
})

it("cancels what is asked and what waits, by id, and goes on", async () => {
  const long = {
    world: world("dragon"),
    authorLimit: null,
    characterLimit: null,
    beliefLimit: null,
    goal: 1e6,
  }
  for (const id of ["a", "b", "c"]) server.say(JSON.stringify({ id, method: "tell", params: long }))
  server.say(JSON.stringify({ id: "a", method: "version" }))
  expect((await server.answer("a")).error?.message).toMatch(
    /^"a" is the id of a request that is not answered yet/,
  )
  // Two are answered at once: the third waits.
  expect((await server.ask("cancel", { id: "c" })).result).toEqual({ cancelled: true })
  expect((await server.answer("c")).error).toMatchObject({ code: "cancelled", exit: 130 })
  await progressOf("a")
  for (const id of ["a", "b"]) {
    expect((await server.ask("cancel", { id })).result).toEqual({ cancelled: true })
    const { result, error, exit } = await server.answer(id)
    // What was known is told, as Ctrl-C has it told.
    expect(error?.exit ?? exit).toBe(130)
    if (result) expect(result).toMatchObject({ status: "limited", limit: "interrupted" })
  }
  expect((await server.ask("cancel", { id: "a" })).result).toEqual({ cancelled: false })
  expect((await server.ask("check", { world: "parcel.drama" })).result.errors).toBe(0)
})

async function progressOf(id: string) {
  const isIt = (line: unknown): boolean =>
    (line as { method?: string; params?: { id: string } }).method === "progress" &&
    (line as { params: { id: string } }).params.id === id
  while (!server.lines.some(isIt)) await new Promise((resolve) => setTimeout(resolve, 50))
}

it("plays, keeps a play and goes on with it", async () => {
  const begun = (await server.ask("play.start", { world: "parcel.drama", as: "Toby", seed: 1 })).result
  expect(begun).toMatchObject({
    format: "dramaturg-play-protocol",
    version: 1,
    world: "parcel",
    role: "Toby",
  })
  const { play, status } = begun
  const chosen = status.choices[0].act
  const first = (await server.ask("play.choose", { play, choice: 0 })).result
  expect(first).toMatchObject({ kind: "status", node: 0 })
  expect((await server.ask("play.why", { play })).result).toMatchObject({ kind: "why" })
  expect((await server.ask("play.choose", { play, choice: "fly()" })).error?.message).toBe(
    '"fly()" is none of the choices.',
  )
  const { play: record } = (await server.ask("play.save", { play })).result
  expect(misfits(record, schema("play"))).toEqual([])
  const again = (await server.ask("play.start", { world: { text }, as: "Toby", record })).result
  expect(again.status).toMatchObject({ node: 0, text: first.text })
  expect((await server.ask("play.undo", { play })).result).toMatchObject({ node: -1 })
  const same = (await server.ask("play.choose", { play, choice: chosen })).result
  expect(same.text).toEqual(first.text)
  for (const each of [play, again.play])
    expect((await server.ask("play.end", { play: each })).result).toEqual({ kind: "end", play: each })
  expect((await server.ask("play.status", { play })).error?.message).toMatch(/^there is no play /)
  expect((await server.ask("play.start", { world: { text }, as: "Nobody" })).error?.message).toMatch(
    /^there is nobody called Nobody to be played/,
  )
})

it("every line that the server has written so far fits the schema, and so do requests", () => {
  const { $defs } = schema("serve")
  const fits = (value: unknown, name: string) => misfits(value, $defs[name], { $defs })
  expect(server.lines.length).toBeGreaterThan(60)
  for (const each of server.lines as readonly Response[])
    expect(fits(each, !("id" in each) ? "progress" : "error" in each ? "failure" : "success")).toEqual([])
  expect(fits({ id: 1, method: "tell", params: {} }, "request")).toEqual([])
  expect(fits({ id: 1, method: "nonsense" }, "request")).not.toEqual([])
  expect(fits({ world: "x.drama", goal: 1 }, "tell")).toEqual([])
  expect(fits({ world: "x.drama", gaol: 1 }, "tell")).not.toEqual([])
})

it("ends with its stdin, once everything is answered", () => {
  const lines = [
    { id: 1, method: "check", params: { world: "parcel.drama" } },
    { id: 2, method: "tell", params: { world: "parcel.drama" } },
  ]
  const { code, out, err } = launched(["serve", "--stdio"], {
    folder,
    input: lines.map((each) => JSON.stringify(each)).join("\n"),
  })
  expect([code, err]).toEqual([0, ""])
  const answered = out
    .trim()
    .split("\n")
    .map((each) => JSON.parse(each).id)
    .filter((each) => each !== undefined)
  expect(answered.sort()).toEqual([1, 2])
})

it("asks for --stdio, and refuses to do nothing at once", () => {
  expect(dramaturg(["serve"]).err).toBe(
    "dramaturg: serve speaks over stdin and stdout only: say so with --stdio.\n",
  )
  expect(dramaturg(["serve", "--stdio", "--at-once", "0"]).code).toBe(2)
})

it("the schema holds the parameters that the commands' flags are", () => {
  const path = new URL("serve.json", schemas)
  const made = `${JSON.stringify(serveSchema(), null, 2)}\n`
  if (process.env.UPDATE === "1") writeFileSync(path, made)
  else expect(readFileSync(path, "utf8")).toBe(made)
})

it("the page about serve lists every method", () => {
  const page = new URL("../../../docs/serve.md", import.meta.url)
  const before = readFileSync(page, "utf8")
  const rows = Object.entries(methods).map(
    ([name, { takes, oneOf = [], command, always = {}, schema: file, about }]) => {
      const flags = Object.keys(always).map((each) => ` --${each}`)
      const mandatory = commandOf(command)
        .options.filter((each) => each.mandatory)
        .map((each) => each.attributeName())
      const params = [...takes, ...mandatory, ...(oneOf.length > 0 ? [oneOf.join(" or ")] : [])]
      return `| \`${name}\` | ${params.join(", ")} | ${about} | \`${command}${flags.join("")}\` | \`${file}.json\` |`
    },
  )
  const head = ["| Method | Needs | Answers | Flags of | Result |", "| --- | --- | --- | --- | --- |"]
  const place = /(<!-- methods: .* -->\n\n)[^]*?(\n\n<!-- end of methods -->)/
  expect(before).toMatch(place)
  const after = before.replace(place, (_, start, end) => start + [...head, ...rows].join("\n") + end)
  if (process.env.UPDATE === "1") writeFileSync(page, after)
  else expect(before).toBe(after)
})

const commands = table(() => {}).commands

function commandOf(name: string) {
  return commands.find((each) => each.name() === name)!
}

function serveSchema() {
  const object = (properties: object, required: readonly string[], more: object = {}) => ({
    type: "object",
    additionalProperties: false,
    required,
    properties,
    ...more,
  })
  const id = { type: ["string", "number"], description: "Of the request; the response has the same." }
  const exit = { enum: [0, 1, 2, 3, 4, 130], description: "What the command's exit code would be." }
  const remarks = {
    type: "array",
    items: { type: "string" },
    description: "What the command says on stderr.",
  }
  const input = {
    type: ["string", "object"],
    description:
      "The name of a file; or an object with text, and file: the name it goes by. A story may also be an answer of tell.",
  }
  const argumentsOf = (takes: readonly string[]) =>
    Object.fromEntries(
      takes.map((each) => {
        const key = each.replace("?", "")
        return [key, key === "act" ? { type: "string" } : input]
      }),
    )
  const flag = (option: Option) => ({
    type: option.isBoolean()
      ? "boolean"
      : [...(option.optional ? ["boolean"] : []), "string", "number", "null", "array"],
    description: option.description,
  })
  const paramsOf = (command: string, takes: readonly string[], more: object = {}) => {
    const options = servedFlags(commandOf(command))
    return object(
      {
        ...argumentsOf(takes),
        ...more,
        ...Object.fromEntries(options.map((each) => [each.attributeName(), flag(each)])),
      },
      [
        ...takes.filter((each) => !each.endsWith("?")),
        ...options.filter((each) => each.mandatory).map((each) => each.attributeName()),
      ],
    )
  }
  const play = { type: "integer", minimum: 1, description: "What play.start answered." }
  const moved: Readonly<Record<string, object>> = {
    choice: { type: ["string", "integer"] },
    node: { type: "integer" },
  }
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://dramaturg.invalid/schemas/serve.json",
    title: "A line of dramaturg serve --stdio",
    description:
      "`request` in; `success`, `failure` and `progress` out; the parameters of each method under its name.",
    type: "object",
    $defs: {
      request: object({ id, method: { enum: methodNames }, params: { type: "object" }, jsonrpc: {} }, [
        "id",
        "method",
      ]),
      success: object({ id, result: { type: "object" }, exit, remarks }, ["id", "result", "exit"]),
      failure: object(
        {
          id: { type: ["string", "number", "null"] },
          error: object(
            {
              code: {
                enum: [
                  "malformed",
                  "no-such-method",
                  "refused",
                  "mistakes",
                  "none",
                  "stopped",
                  "cancelled",
                  "fault",
                ],
              },
              message: { type: "string" },
              exit,
              remarks,
              file: { type: "string", description: "Of mistakes: where they are." },
              diagnostics: {
                type: "array",
                description: "Of mistakes, as in check.json.",
                items: { type: "object" },
              },
            },
            ["code", "message", "exit"],
          ),
        },
        ["id", "error"],
      ),
      progress: object(
        {
          method: { const: "progress" },
          params: object(
            {
              id,
              stage: { enum: ["reading", "preparing", "searching", "judging", "writing"] },
              milliseconds: { type: "integer", minimum: 0 },
              visited: { type: "integer", minimum: 0 },
              note: { type: ["string", "null"] },
            },
            ["id", "stage", "milliseconds", "visited", "note"],
          ),
        },
        ["method", "params"],
      ),
      version: object({}, []),
      ...Object.fromEntries(
        Object.entries(methods).map(([name, { command, takes }]) => [name, paramsOf(command, takes)]),
      ),
      "play.start": paramsOf("play", ["world"], {
        record: { type: "object", description: "A play that was saved, to go on with." },
      }),
      ...Object.fromEntries(
        Object.entries(moves).map(([name, { takes }]) => [
          `play.${name}`,
          object({ play, ...Object.fromEntries(takes.map((each) => [each, moved[each]])) }, [
            "play",
            ...takes,
          ]),
        ]),
      ),
      "play.end": object({ play }, ["play"]),
      cancel: object({ id }, ["id"]),
    },
  }
}
