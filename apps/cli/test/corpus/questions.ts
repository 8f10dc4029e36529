/**
 * Every question of the corpus: command lines about the worlds in stories/ and about small ones, each with
 * what stands on stdin.
 */
import { cpSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { dramaturg, type Ran } from "../command.js"
import * as small from "../worlds.js"
import { key, meal } from "./worlds.js"

export interface Question {
  readonly words: readonly string[]
  readonly input: string
  /** What it is about takes long to search: unless all is asked, only some of these are. */
  readonly isSlow: boolean
}

/**
 * What is asked about beside the story that is found: people, facts for what-if, endings, rules to leave out.
 */
interface About {
  readonly file: string
  readonly people: readonly string[]
  readonly facts: readonly string[]
  readonly endings: readonly string[]
  readonly without: readonly string[]
  readonly flags?: readonly string[]
  readonly isSlow?: boolean
}

const stories: readonly About[] = [
  {
    file: "cordial/cordial.drama",
    people: ["Augusta", "Julian", "Pell", "Hale"],
    facts: [],
    endings: [],
    without: [],
    isSlow: true,
  },
  {
    file: "dragon/dragon.drama",
    people: ["Dragon", "Mina", "Mayor"],
    facts: [],
    endings: [],
    without: [],
    isSlow: true,
  },
  { file: "fern/fern.drama", people: ["Ida", "Bo"], facts: [], endings: [], without: [] },
  {
    file: "heist/heist.drama",
    people: ["Lucho", "Quill", "Hedda"],
    facts: [],
    endings: [],
    without: [],
    isSlow: true,
  },
  {
    file: "lair/lair.drama",
    people: ["Spike", "Buffy", "Angelus", "Drusilla", "Giles"],
    facts: [],
    endings: ["dead(Buffy)", "at(Giles) == Chans"],
    without: [],
    isSlow: true,
  },
  {
    file: "lilies/lilies.drama",
    people: ["Ada", "Ben", "Cora"],
    facts: [],
    endings: [],
    without: [],
    isSlow: true,
  },
  {
    file: "mare/mare.drama",
    people: ["Orla", "Finn", "Pip"],
    facts: [],
    endings: [],
    without: [],
    isSlow: true,
  },
  {
    file: "parcel/parcel.drama",
    people: ["Nell", "Toby"],
    facts: ["waiting(Toby)", "at(Nell) = Post", "at(Toby) = Moon"],
    endings: ["has_parcel(Toby)", "at(Nell) == Post"],
    without: ["bake", "there_is_none", "invent_parsel"],
  },
  {
    file: "sleeper/sleeper.drama",
    people: ["Ilse", "Moll", "Conductor"],
    facts: [],
    endings: [],
    without: [],
  },
  {
    file: "wolf/wolf.drama",
    people: ["Hart", "Mina", "Tom"],
    facts: [],
    endings: [],
    without: [],
    isSlow: true,
  },
]

const potion = {
  people: ["Tom", "Merchant"],
  facts: ["at(Tom) = Market", "coins(Tom) = 0"],
  endings: ["has(Tom, Potion)", "coins(Merchant) == 7"],
  without: ["walk", "buy"],
}
const smallOnes: readonly About[] = [
  { file: "market.drama", ...potion },
  { file: "stuck.drama", ...potion },
  {
    file: "unmoved.drama",
    people: ["Tom"],
    facts: ["done()"],
    endings: ["done()", "rested()"],
    without: ["go"],
  },
  { file: "warned.drama", people: ["Tom"], facts: ["fed(Tom)"], endings: ["fed(Tom)"], without: ["eat"] },
  {
    file: "lamps.drama",
    people: [],
    facts: ["pulls() = 4"],
    endings: ["pulls() == 2"],
    without: ["pull"],
    flags: ["--max-visited", "300"],
  },
  {
    file: "endless.drama",
    people: ["Tom"],
    facts: [],
    endings: [],
    without: ["lap"],
    flags: ["--max-visited", "300"],
  },
  {
    file: "key.drama",
    people: ["Tom", "Ann", "Bob"],
    facts: ["key() = Pocket", "uneasy(Bob)"],
    endings: ["uneasy(Bob)", "!open() & key() == Pocket"],
    without: ["guilt", "take"],
  },
  {
    file: "meal.drama",
    people: ["Anna", "Bert"],
    facts: ["at(Bert) = Home", "hasBread(Anna)"],
    endings: ["!hungry(Anna)", "hasBread(Anna)", "at(Anna) == Nowhere"],
    without: ["walk", "share"],
  },
]

/** Of questions that take long, one in so many is asked in a short run; which, goes round over the worlds. */
export const sampled = 11

const root = fileURLToPath(new URL("../../../../stories/", import.meta.url))

/** A folder with all worlds in it; beside each its story, its plan, and plots that are wrong in one way. */
export function corpusFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dramaturg-corpus-"))
  for (const each of readdirSync(root, { withFileTypes: true }))
    if (each.isDirectory()) cpSync(join(root, each.name), join(folder, each.name), { recursive: true })
  const { market, stuck, unmoved, warned, lamps, endless, mistaken } = small
  for (const [name, text] of Object.entries({
    market,
    stuck,
    unmoved,
    warned,
    lamps,
    endless,
    mistaken,
    key,
    meal,
  }))
    writeFileSync(join(folder, `${name}.drama`), text)
  return folder
}

interface Told extends About {
  readonly plan: readonly string[]
}

export function questionsIn(folder: string): readonly Question[] {
  return [...stories, ...smallOnes]
    .flatMap((about) => {
      const told = withStory(about, folder)
      const asked = [
        ...texts(told),
        ...tellings(told),
        ...plots(told),
        ...changes(told),
        ...spaces(told),
        ...exported(told),
      ]
      return asked.map((each) => ({ ...each, isSlow: about.isSlow === true }))
    })
    .concat(rest())
}

function withStory(about: About, folder: string): Told {
  const { out } = dramaturg(["tell", about.file, "--json", ...(about.flags ?? [])], { folder })
  const plan = (JSON.parse(out).plan ?? []) as readonly string[]
  const write = (name: string, text: string) => writeFileSync(join(folder, `${about.file}.${name}`), text)
  write("story.json", out)
  write("plan.txt", `${plan.join("\n")}\n`)
  write("plan.md", `# A plot\n\n${plan.map((each, i) => `${i + 2}. \`${each}\``).join("\n")}\n`)
  plan.forEach((_, i) =>
    write(
      `without-${i + 1}.txt`,
      plan
        .toSpliced(i, 1)
        .map((each) => `${each}\n`)
        .join(""),
    ),
  )
  write(
    "swapped.txt",
    [...plan]
      .reverse()
      .map((each) => `${each}\n`)
      .join(""),
  )
  return { ...about, plan }
}

const ask = (...words: readonly (string | readonly string[])[]): Question => given("", ...words)

/** With this on stdin. */
const given = (input: string, ...words: readonly (string | readonly string[])[]): Question => ({
  words: words.flat(),
  input,
  isSlow: false,
})

function texts({ file }: Told): readonly Question[] {
  return [
    ask("check", file),
    ask("check", file, "--json"),
    ask("format", file),
    ask("export", file, "--to", "sabre"),
  ]
}

function tellings({ file, people, flags = [] }: Told): readonly Question[] {
  const manners = [
    ["--pov", "all"],
    ["--pov", "outside"],
    ["--order", "from-the-middle"],
    ["--order", "from-the-end"],
    ["--pace", "summary"],
    ["--length", "short"],
    ["--tense", "present"],
    ["--words", "3"],
    ["--notes"],
    ["--trace"],
  ]
  const narrow = ["--character-limit", "3", "--belief-limit", "1", "--max-visited", "300"]
  const [first] = people
  return [
    ask("tell", file, flags),
    ask("tell", file, flags, "--json"),
    ask("tell", file, flags, "--format", "sabre"),
    ask("tell", file, "--method", "explanation-first", flags),
    ask("tell", file, "--seed", "7", flags),
    ask("tell", file, "--all", "--author-limit", "3", narrow),
    ask("tell", file, "--all", "--author-limit", "4", narrow, "--json"),
    ask("tell", file, "--method", "best-first", "--max-visited", "200"),
    ask("tell", file, "--improve", "--max-visited", "200"),
    ...manners.map((each) => ask("tell", file, flags, each)),
    ...people.map((each) => ask("tell", file, flags, "--pov", each)),
    ...(first === undefined
      ? []
      : [ask("tell", file, flags, "--pov", first, "--person", "first", "--tense", "present", "--json")]),
  ]
}

function plots({ file, people, plan }: Told): readonly Question[] {
  if (plan.length === 0) return []
  const story = `${file}.story.json`
  const middle = Math.ceil(plan.length / 2)
  return [
    ask("verify", file, story),
    ask("verify", file, story, "--json"),
    ask("verify", file, `${file}.plan.txt`),
    ask("verify", file, `${file}.plan.md`, "--json"),
    ask("verify", file, `${file}.swapped.txt`),
    ...[...new Set([1, middle, plan.length])].flatMap((i) => [
      ask("verify", file, `${file}.without-${i}.txt`, "--repair"),
      ask("verify", file, `${file}.without-${i}.txt`, "--json"),
      ask("why", file, story, "--act", String(i)),
      ask("why", file, `${file}.plan.txt`, "--act", String(i), "--json"),
      ask("why-not", file, `${file}.plan.txt`, "--at", String(i - 1), plan.at(-i)!),
      ask("why-not", file, story, "--at", String(i), plan[0], "--json"),
    ]),
    ask("why", file, `${file}.plan.md`, "--act", "2"),
    ask("why", file, `${file}.plan.md`, "--act", "99"),
    ask("why-not", file, plan.at(-1)!),
    ask("why-not", file, "nothing()"),
    ask("knows", file, story),
    ask("knows", file, `${file}.plan.txt`, "--depth", "2"),
    ask("knows", file, story, "--json"),
    ask("knows", file, story, "--csv"),
    ask("knows", file, story, "--at", "0"),
    ask("knows", file, story, "--at", String(middle), "--depth", "2"),
    ...people.map((each) => ask("knows", file, story, "--who", each)),
    ask("knows", file, story, "--who", "reader"),
    ask("whatif", file, `${file}.plan.txt`, "--without", plan[0].split("(")[0]),
  ]
}

function changes({ file, people, facts, endings, without, plan }: Told): readonly Question[] {
  const limited = ["--author-limit", "4", "--stories", "2"]
  return [
    ...facts.flatMap((each) => [
      ask("whatif", file, "--set", each, limited),
      ...(plan.length === 0
        ? []
        : [
            ask("whatif", file, `${file}.plan.txt`, "--set", each),
            ask("whatif", file, `${file}.plan.txt`, "--set", each, "--json"),
          ]),
    ]),
    ...without.flatMap((each) => [
      ask("whatif", file, "--without", each, limited),
      ask("whatif", file, "--without", each, limited, "--json"),
    ]),
    ...(facts.length === 0 ? [] : people.map((each) => ask("whatif", file, "--want", each, "0", limited))),
    ...endings.flatMap((each) => [
      ask("why-not", file, "--ending", each),
      ask("why-not", file, "--ending", each, "--json"),
    ]),
  ]
}

function spaces({ file, people: [first, second] }: Told): readonly Question[] {
  const few = ["--max-visited", "60"]
  // How a story stands is looked for as long as time allows: only where that is soon known.
  const isKnown = !file.includes("/") && file !== "endless.drama"
  const typed = ["1", "why", ...(isKnown ? ["story"] : []), "u", "w", "2", "tree", ""].join("\n")
  const moves = [
    { do: "choose", choice: 0 },
    ...["why", "wait", ...(isKnown ? ["measures"] : []), "undo", "status"].map((each) => ({ do: each })),
  ]
    .map((each) => `${JSON.stringify(each)}\n`)
    .join("")
  return [
    ask("explore", file, few),
    ask("explore", file, few, "--depth", "3", "--json"),
    ask("explore", file, "--depth", "2", "--jsonl", few),
    ask("explore", file, "--distinct", "3", few),
    ask("explore", file, "--distinct", "2", few, "--json"),
    ...["conflict", "surprise", "irony", "suspense", "brevity"].map((each) =>
      ask("explore", file, "--best", each, few),
    ),
    ...(first === undefined
      ? []
      : [
          ask("explore", file, "--as", first, "--depth", "3", few),
          given(typed, "play", file, "--as", first),
          given(moves, "play", file, "--as", second ?? first, "--protocol", "jsonl"),
        ]),
  ]
}

function exported({ file, people: [first, second], flags = [] }: Told): readonly Question[] {
  const few = ["--max-visited", "30"]
  const story = ["dot", "mermaid", "graphml", "canvas", "fountain", "csv", "cards"]
  return [
    ...story.map((to) => ask("export", file, "--to", to, flags)),
    ask("export", file, "--to", "cards", "--moment", "1", flags),
    ...(first === undefined
      ? []
      : ["ink", "twee", "yarn", "markdown", "json", "dot", "mermaid", "graphml", "canvas"].map((to) =>
          ask("export", file, "--to", to, "--as", second ?? first, "--depth", "2", few),
        )),
  ]
}

function rest(): readonly Question[] {
  const scenarios = [
    "cordial/premises.drama",
    "dragon/dragon.drama",
    "heist/heist.drama",
    "lilies/lilies.drama",
    "mare/mare.drama",
    "sleeper/sleeper.drama",
    "wolf/wolf.drama",
    "meal.drama",
  ]
  const slow = [
    ...scenarios.flatMap((each) => [
      ask("test", each),
      ask("test", each, "--json"),
      ask("test", each, "--tap"),
    ]),
    ...["fern/fern.drama", "wolf/wolf.drama", "market.drama"].map((each) =>
      ask("test", each, "--reach", "--plays", "20", "--author-limit", "3"),
    ),
  ]
  return [
    ...slow.map((each) => ({ ...each, isSlow: true })),
    ...["parcel/parcel.drama", "meal.drama"].map((each) =>
      ask("test", each, "--reach", "--plays", "20", "--author-limit", "3"),
    ),
    ask("test", "meal.drama", "--only", "eats"),
    ask("check", "mistaken.drama"),
    ask("check", "mistaken.drama", "market.drama", "--json"),
    ask("tell", "mistaken.drama"),
    ask("--help"),
    ask("tell", "--help"),
    ask("--version"),
    ask("explain"),
    ask("tell", "nowhere.drama"),
    given(small.mistaken, "check", "-"),
    given(small.market, "format", "-"),
    given(small.market, "tell", "-"),
  ]
}

/** The answer whole: what a person or a program gets to read. What is measured may differ from run to run. */
export function answerOf({ words, input }: Question, folder: string): Ran & { readonly text: string } {
  const ran = dramaturg(words, { folder, input })
  const text = `${ran.out}${ran.err === "" ? "" : `\n[stderr]\n${ran.err}`}\n[exit ${ran.code}]\n`
  return {
    ...ran,
    text: text.replace(/"(visited|generated|states|milliseconds|memoryMiB)": ?\d+/g, '"$1": 0'),
  }
}

export function titleOf({ words, input }: Question): string {
  const quoted = words.map((each) => (/^[\w./=,-]+$/.test(each) ? each : JSON.stringify(each))).join(" ")
  return input === ""
    ? quoted
    : `${quoted} < ${JSON.stringify(input.length > 60 ? `${input.slice(0, 60)}…` : input)}`
}
