/**
 * One exam for every format: what is written is opened by somebody else's reader of it, and walked to every ending. The endings found in
 * the space, by playing everything and in each branching format are the same set.
 */
import { existsSync, readFileSync } from "node:fs"
import { chronicle, chroniclerOf, Game, playable, type Position, startExploration, startSearch } from "@dramaturg/engine"
import { exporters, graphOfPlay, graphOfStory } from "@dramaturg/exports"
import { compileStory } from "@dramaturg/language"
import type { Branching, Problem, SpaceState } from "@dramaturg/model"
import { branchingOf, cardsAt, placeProperty, placesOf, tell, usualManner } from "@dramaturg/telling"
import { parse as parseDot } from "@ts-graphviz/ast"
import { DOMParser } from "@xmldom/xmldom"
import { parseTwee } from "extwee"
import { Fountain } from "fountain-js"
import { Compiler, CompilerOptions, type Story } from "inkjs/full"
import { describe, expect, test } from "vitest"
import YarnBound from "yarn-bound"

const stories = new URL("../../../stories/", import.meta.url)
const hostile = `/// "Hostile" <b>: */ [[x->y]] {{z}} -> END # tag
///
/// Content note: [brackets] & <i>angles</i> \\\\ $money _under_ //two// ''three''
limits { author: 4; character: 3; belief: 1; }
type place;
entity Room : place { told: "in [the] <b>room</b> {x} | # ~ \\\\ -> <> // <<if>> \${y}"; }
entity Hall : place { told: "in the hall = + - * (set: $a to 1) ::"; }
property at(who : character) : place;
property shut() : boolean;
entity Anna : character { at = Room; wants: at(Anna) == Hall; }
action go(who : character, to : place) { precondition: at(who) != to & !shut(); effect: at(who) = to; consenting: who; told: "{who} [go] -> {to} [[link]] <<stop>> # not a tag"; }
action shut_in() { precondition: at(Anna) == Room & !shut(); effect: shut(); }
utility(): at(Anna) == Hall;
`

interface Case {
  readonly problem: Problem
  readonly as: string
  readonly depth?: number | null
}

const cases: Readonly<Record<string, Case>> = {
  parcel: { problem: story("parcel"), as: "Nell" },
  lair: { problem: story("lair"), as: "Spike", depth: null },
  mare: { problem: story("mare"), as: "Finn" },
  ...benchmarks({ bribery: "Villain", raiders: "Jones", space: "Zoe" }),
  hostile: { problem: compileStory(hostile, { file: "hostile.drama" }).problem!, as: "Anna" },
}

/** Published problems, where they are at hand. */
function benchmarks(players: Readonly<Record<string, string>>): Readonly<Record<string, Case>> {
  const folder = new URL("../../../../shared/benchmarks/problems/", import.meta.url)
  if (!existsSync(folder)) {
    console.warn("Without the benchmark problems: they are not on this machine.")
    return {}
  }
  return Object.fromEntries(Object.entries(players).map(([name, as]) => {
    const { problem } = compileStory(readFileSync(new URL(`${name}.txt`, folder), "utf8"), { file: `${name}.txt`, dialect: "sabre" })
    return [name, { problem: problem!, as, depth: null }]
  }))
}

function story(name: string): Problem {
  const file = new URL(`${name}/${name}.drama`, stories)
  return compileStory(readFileSync(file, "utf8"), { file: `${name}.drama` }).problem!
}

function played({ problem, as, depth }: Case) {
  const search = startSearch(problem)
  search.step(20_000)
  const script = search.story?.solution
  const exploration = startExploration(problem, { as, script, ...(depth === undefined ? {} : { depth }) })
  const states: SpaceState[] = []
  while (exploration.status === "exploring") {
    exploration.step(100)
    states.push(...exploration.take())
  }
  const write = chroniclerOf(playable(problem, as))
  const work = branchingOf(playable(problem, as), { head: exploration.head, states, foot: exploration.foot! }, (past) => write({ plan: past, explanations: [] }))
  for (;;) {
    const { done, value } = work.next()
    if (done) return { states, branching: value, script, story: search.story?.solution }
  }
}

const written = (name: string, source: unknown): string => exporters.find((each) => each.name === name)!.write(source as never)

/** Seeded, the same everywhere. */
function dice(seed: number): (sides: number) => number {
  let state = Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995 || 1
  return (sides) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 4294967296) * sides)
  }
}

describe.each(Object.keys(cases))("the play of %s", (name) => {
  const { problem, as } = cases[name]
  const { states, branching, script, story: solution } = played(cases[name])
  const endings = new Set(states.filter((each) => each.ending !== null).map((each) => each.state))

  test("has endings, and every passage leads somewhere that is there", () => {
    expect(endings.size).toBeGreaterThan(0)
    const numbers = new Set(branching.passages.map((each) => each.number))
    for (const { choices, ending } of branching.passages) {
      expect(choices.length > 0).toBe(ending === null)
      for (const each of choices) {
        expect(numbers.has(each.to)).toBe(true)
        expect(each.text.length).toBeGreaterThan(0)
      }
    }
  })

  test("comes to the same endings by playing everything", () => {
    const game = new Game(problem, { as, script })
    const met = new Map<string, Position>([[game.keyOf(game.start), game.start]])
    const ends = new Set<string>()
    const queue = [game.start]
    for (let position = queue.pop(); position !== undefined; position = queue.pop()) {
      if (position.ending !== null) {
        ends.add(game.keyOf(position))
        continue
      }
      for (const chosen of [...game.choices(position).map((each) => each.act), null]) {
        const next = game.choose(position, chosen).position
        if (met.has(game.keyOf(next))) continue
        met.set(game.keyOf(next), next)
        queue.push(next)
      }
    }
    const ways = new Map<number, readonly string[]>([[0, game.start.past]])
    for (const { state, edges } of states) for (const { to, events = [] } of edges) if (!ways.has(to)) ways.set(to, [...ways.get(state)!, ...events])
    const ended = [...endings].filter((each) => states[each].ending !== "cut")
    expect(ends).toEqual(new Set(ended.map((each) => game.keyOf(game.positionAfter(ways.get(each)!)))))
  })

  test("compiles as ink without a warning, and is walked to every ending", () => {
    const complaints: string[] = []
    const options = new CompilerOptions(null, [], false, (message) => complaints.push(message))
    const ink = new Compiler(written("ink", branching), options).Compile() as Story
    expect(complaints).toEqual([])
    const found = new Set<number>()
    for (let seed = 1; seed <= 1000; seed++) found.add(inkWalk(ink, seed))
    for (const each of found) expect(endings).toContain(each)
    expect(inkEndings(ink)).toEqual(endings)
  }, 60_000)

  test("is read by a reader of Twee, with every link leading somewhere, and to every ending", () => {
    const twee = parseTwee(written("twee", branching))
    expect(twee.IFID).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/)
    expect(twee.start).toBe("Start")
    const passages = new Map((twee.passages as { name: string; text: string; tags: string[] }[]).map((each) => [each.name, each]))
    const ends = new Set<number>()
    const seen = new Set<string>()
    const queue = ["Start"]
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      const passage = passages.get(at)
      expect(passage, at).toBeDefined()
      const links = [...passage!.text.matchAll(/\[\[(.*?)->(.*?)\]\]/g)].map(([, , to]) => to)
      if (passage!.tags.includes("ending")) ends.add(Number(passage!.tags.find((each) => /^ending-/.test(each))!.slice(7)))
      else expect(links.length).toBeGreaterThan(0)
      queue.push(...links)
    }
    expect(ends).toEqual(endings)
  })

  test("runs as Yarn to endings that are there", () => {
    const text = written("yarn", branching)
    const reached = new Set<string>()
    for (let seed = 1; seed <= 100; seed++) {
      const runner = new YarnBound({ dialogue: text, startAt: "Start" })
      const roll = dice(seed)
      for (let steps = 0; steps < 2000; steps++) {
        const { currentResult: now } = runner as { currentResult: { options?: unknown[]; isDialogueEnd?: boolean; metadata?: { title: string } } | undefined }
        if (now?.metadata?.title) reached.add(now.metadata.title)
        if (now === undefined || now.isDialogueEnd) break
        runner.advance(now.options ? roll(now.options.length) : undefined)
      }
    }
    const titles = new Set(branching.passages.map((each) => `Place${each.number}`).concat("Start"))
    for (const each of reached) expect(titles).toContain(each)
    expect([...reached].some((each) => endings.has(Number(each.slice(5))))).toBe(true)
    // Every jump leads to a node.
    for (const [, to] of text.matchAll(/<<jump (\w+)>>/g)) expect(titles).toContain(to)
  }, 60_000)

  test("is walked as Yarn to every ending", () => {
    expect(yarnEndings(written("yarn", branching), branching.passages[0].number)).toEqual(endings)
  }, 60_000)

  test("is a gamebook whose every turn leads to a section", () => {
    const text = written("markdown", branching)
    const sections = new Set([...text.matchAll(/^## (\d+)$/gm)].map(([, number]) => number))
    for (const [, number] of text.matchAll(/\[Turn to \d+\]\(#(\d+)\)/g)) expect(sections).toContain(number)
    expect(sections.size).toBe(branching.passages.reduce((sum, each) => sum + each.choices.length, 0))
  })

  test("is JSON again", () => expect(JSON.parse(written("json", branching))).toEqual(branching))

  test.each(["the play", "the story"])("graphs of %s are read by others", (which) => {
    const fabula = chronicle(problem, solution!)
    const graph = which === "the play" ? graphOfPlay(branching) : graphOfStory(problem.name, fabula)
    const errors: string[] = []
    const xml = new DOMParser({ onError: (level, message) => errors.push(`${level} ${message}`) }).parseFromString(written("graphml", graph), "text/xml")
    expect(errors).toEqual([])
    expect(xml.getElementsByTagName("node").length).toBe(graph.nodes.length)
    expect([...Array(graph.edges.length).keys()].map((i) => xml.getElementsByTagName("edge").item(i)!.getAttribute("target"))).toEqual(graph.edges.map((each) => each.to))
    const canvas = JSON.parse(written("canvas", graph)) as { nodes: { id: string }[]; edges: { fromNode: string; toNode: string }[] }
    const ids = new Set(canvas.nodes.map((each) => each.id))
    expect(ids.size).toBe(graph.nodes.length)
    for (const each of canvas.edges) expect(ids.has(each.fromNode) && ids.has(each.toNode)).toBe(true)
    const [drawn] = parseDot(written("dot", graph)).children.filter((each) => each.type === "Graph")
    const statements = (drawn as unknown as { children: { type: string; targets?: { id: { value: string } }[] }[] }).children
    expect(statements.filter((each) => each.type === "Node").length).toBe(graph.nodes.length)
    expect(statements.filter((each) => each.type === "Edge").map((each) => each.targets!.map((one) => one.id.value))).toEqual(graph.edges.map((each) => [each.from, each.to]))
    expect(written("mermaid", graph).split("\n").filter((each) => each.includes(" -->")).length).toBe(graph.edges.length)
  })

  test("and its story: rows, a screenplay, and cards with only what each knows", () => {
    const fabula = chronicle(problem, solution!)
    const property = placeProperty(fabula)
    const whole = { title: problem.name, fabula, telling: tell(fabula, problem, usualManner), places: fabula.occurrences.map((each) => placesOf(each, fabula, property)[0] ?? null) }
    expect(rowsOf(written("csv", whole)).map((each) => each.length)).toEqual(Array.from({ length: fabula.occurrences.length + 1 }, () => 10))
    const screenplay = new Fountain().parse(written("fountain", whole), true)
    expect(screenplay.title).toBe(problem.name)
    const kinds = new Set((screenplay.tokens ?? []).map((each) => each.type))
    expect(kinds).toContain("action")
    if (property !== null && whole.telling.paragraphs.length > 0) expect(kinds).toContain("scene_heading")
    const cards = [JSON.parse(written("cards", cardsAt(fabula, problem, 0)))].flat() as { spec: string; spec_version: string; data: { name: string } }[]
    expect(cards.map((each) => [each.spec, each.spec_version, each.data.name])).toEqual(fabula.characters.map((each) => ["chara_card_v2", "2.0", each]))
  })
})

/** To an ending, choosing at random. */
function inkWalk(ink: Story, seed: number): number {
  const roll = dice(seed)
  ink.ResetState()
  for (let steps = 0; steps < 5000; steps++) {
    while (ink.canContinue) ink.Continue()
    if (ink.currentChoices.length === 0) return endingIn(ink)
    ink.ChooseChoiceIndex(roll(ink.currentChoices.length))
  }
  throw new Error(`Walk ${seed} came to no ending.`)
}

function endingIn(ink: Story): number {
  const tag = (ink.currentTags ?? []).find((each) => each.startsWith("ending: "))
  expect(tag).toBeDefined()
  return Number(tag!.slice("ending: ".length))
}

/** Every ending, by every choice at every place: the knot that offers a choice says where one stands. */
function inkEndings(ink: Story): ReadonlySet<number> {
  const found = new Set<number>()
  const seen = new Set<string>()
  const queue: string[] = []
  const arrive = (): void => {
    while (ink.canContinue) ink.Continue()
    if (ink.currentChoices.length === 0) return void found.add(endingIn(ink))
    const place = ink.currentChoices[0].sourcePath.split(".")[0]
    if (seen.has(place)) return
    seen.add(place)
    queue.push(place)
  }
  ink.ResetState()
  arrive()
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    for (let i = 0, choices = 1; i < choices; i++) {
      ink.ResetState()
      ink.ChoosePathString(place)
      while (ink.canContinue) ink.Continue()
      choices = ink.currentChoices.length
      ink.ChooseChoiceIndex(i)
      arrive()
    }
  }
  return found
}

interface YarnResult {
  readonly options?: readonly unknown[]
  readonly isDialogueEnd?: boolean
  readonly metadata?: { readonly title: string }
}

/** Every ending, by every option of every node that some option leads to. */
function yarnEndings(dialogue: string, start: number): ReadonlySet<number> {
  const found = new Set<number>()
  const seen = new Set<number>()
  const queue = [start]
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    if (seen.has(place)) continue
    seen.add(place)
    for (let i = 0, options = 1; i < options; i++) {
      const runner = new YarnBound({ dialogue, startAt: `Place${place}` }) as unknown as { currentResult: YarnResult | undefined; advance: (option?: number) => void }
      if (runner.currentResult?.options === undefined) {
        found.add(place)
        break
      }
      options = runner.currentResult.options.length
      runner.advance(i)
      while (runner.currentResult && !runner.currentResult.isDialogueEnd && runner.currentResult.options === undefined && placeOf(runner.currentResult) === place) runner.advance()
      const next = runner.currentResult && placeOf(runner.currentResult)
      if (next !== undefined) queue.push(next)
    }
  }
  return found
}

function placeOf({ metadata }: YarnResult): number | undefined {
  return metadata === undefined ? undefined : Number(metadata.title.slice("Place".length))
}

/** RFC 4180. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === "" && quoted === undefined && plain === "") break
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === "\r\n") rows.push([])
  }
  return rows.filter((each) => each.length > 0)
}

test("the example that stands in the README is what is exported today", () => {
  const { branching } = played(cases.lair) as { branching: Branching }
  for (const format of ["ink", "twee"]) {
    const file = new URL(`lair/exports/lair-spike.${format}`, stories)
    expect(readFileSync(file, "utf8")).toBe(written(format, branching))
  }
})
