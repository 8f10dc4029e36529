/**
 * The `dramaturg` command: the table of its commands and flags. What they do is in `commands/`, one file
 * each.
 */
import { exporters } from "@dramaturg/exports"
import { Command, CommanderError } from "commander"
import { exit, Refusal, type ExitCode } from "./exit.js"
import { forgetFiles } from "./files/known-files.js"
import { addTools } from "./tools.js"
import { surroundings } from "./surroundings.js"
import { print, printable, printError, remark } from "./printing.js"
import { version } from "./version.js"

export { interrupt } from "./interruption.js"
export { endQuietlyWhenNobodyReads } from "./write-output.js"

/**
 * Runs one command line. It may be called again: nothing that one command line read or allowed counts for the
 * next.
 */
export async function run(words: readonly string[]): Promise<ExitCode> {
  forgetFiles()
  let code: ExitCode = exit.done
  const program = table((result) => (code = result))
  try {
    refuseUnknownHelp(program, words)
    await program.parseAsync(words, { from: "user" })
    return code
  } catch (error) {
    surroundings()?.fail(error)
    return explain(error)
  }
}

/** Commander answers `help nonsense` with the help and no word about the nonsense. */
function refuseUnknownHelp(program: Command, [first, about]: readonly string[]) {
  if (first !== "help" || about === undefined || about.startsWith("-")) return
  const names = program.commands.map((each) => each.name())
  if (about !== "help" && !names.includes(about))
    throw new Refusal(`there is no command "${about}": there are ${names.join(", ")}.`)
}

/** Does it once, or, with --watch, again and again; what ends it then is said, and it is gone on with. */
async function once(
  paths: readonly string[],
  { watch, output }: { readonly watch?: true; readonly output?: string },
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  if (!watch) return work()
  if (paths.includes("-")) throw new Refusal("--watch needs files: stdin cannot change.")
  if (output !== undefined && output !== "-")
    throw new Refusal("--watch shows what it finds as it finds it: leave -o out.")
  return (await import("./watch.js")).watching(paths, () => work().catch(explain))
}

/** Turns the error that ended a command into one line and an exit code. */
function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage
  if (error instanceof Refusal) {
    remark(`dramaturg: ${onOneLine(error.message)}`)
    return error.code
  }
  const what = error instanceof Error ? error.message : String(error)
  // Minds too deep to be followed are no fault of the program; from a thread only the sentence of the error
  // arrives.
  if (/ levels deep\.$/.test(what)) {
    remark(`dramaturg: this is not within the limits. ${onOneLine(what)}`)
    return exit.unknown
  }
  remark(
    `dramaturg: this is our fault, not yours (${onOneLine(what.split("\n")[0])}); please report it with the world that caused it.`,
  )
  if (process.env.DRAMATURG_DEBUG === "1" && error instanceof Error) remark(error.stack ?? "")
  return exit.fault
}

/** Names and values as users give them may hold anything; what is printed is one line of plain text. */
function onOneLine(text: string): string {
  return printable(text.replace(/[\r\n\t]/g, " "))
}

/** Each command is loaded when it is asked for: help and version need none of them. */
export function table(done: (code: ExitCode) => void): Command {
  const program = new Command("dramaturg")
    .description("Finds stories in which every act is explained, in a world that an author wrote as text.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .addHelpText("before", examples(["tell stories/lair/lair.drama", "check my.drama", "help tell"]))
    .addHelpText(
      "after",
      "\nA world is a .drama file, or a .txt file in Sabre's language; - is stdin (read as .drama).",
    )
    .configureOutput({
      writeOut: print,
      writeErr: printError,
      outputError: (message, write) => write(oneLine(message)),
    })
    .exitOverride()
  addTell(program, done)
  addCheck(program, done)
  addVerify(program, done)
  addKnows(program, done)
  addWhy(program, done)
  addWhyNot(program, done)
  addWhatIf(program, done)
  addTest(program, done)
  addExplore(program, done)
  addPlay(program, done)
  addFormat(program, done)
  addImport(program, done)
  addExport(program, done)
  addLsp(program, done)
  addCompile(program, done)
  for (const each of program.commands)
    each.option("--allow-outside", "also read parts that lie outside the folder of the world")
  addTools(program, { done, run, table: () => table(() => {}) })
  return program.hook("preAction", async (_, command) => {
    const { allowOutside } = await import("./open-world.js")
    allowOutside(command.opts<{ readonly allowOutside?: true }>().allowOutside === true)
  })
}

function addTell(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("tell")
    .argument("<world>")
    .description("find a story and tell it, with everyone's reasons")
  command
    .option("--all", "list every story within the limits")
    .option("--improve", "go on looking for a shorter story")
    .option("--goal <utility>", "the utility the author wants to reach")
  withPatience(withLimits(command))
    .option("--max-visited <count>", "stop after visiting that many nodes")
    .option("--method <name>", "how to search, usually widening; an unknown name lists them all")
    .option("--heuristic <name>", "how the search looks ahead, usually hmax; an unknown name lists them all")
    .option("--seed <number>", "shuffle the order in which acts are tried; same seed, same story")
    .option("--threads <count>", "search in up to 8 ways at once; the first to end is told")
    .option(
      "--without <names>",
      "switch off what makes the search quick: memo, endings, moves, waking, sharing, patience, relevance, mending, merging",
    )
    .option("--format <name>", "text, prose, sabre or json")
    .option("--pov <name>", "tell it in prose through this person; or all (the usual), or outside", named)
    .option("--order <name>", "of prose: as-it-happened, from-the-middle or from-the-end")
    .option("--pace <name>", "of prose: scene or summary")
    .option("--length <name>", "of prose: short or full")
    .option("--tense <name>", "of prose: past or present")
    .option("--person <name>", "of prose: third or first")
    .option("--words <number>", "of prose: other words; same number, same words")
    .option("--notes", "of prose: with notes for the margin, such as what somebody gets wrong")
    .option(
      "--polish <url>",
      "of prose: let a language model at this address put its words into another order; a sentence that gains, loses or changes any word but little ones is thrown away",
    )
    .option("--model <name>", "with --polish: which model")
    .option("--trace", "of prose: with the lines of the world that each sentence comes from")
  withOutput(withWatch(command)).option(
    "--jsonl",
    "with --all or --improve: one story a line, as it is found",
  )
  command.addHelpText(
    "before",
    examples([
      "tell stories/lair/lair.drama",
      "tell my.drama --goal 2 --timeout 60",
      "tell stories/lair/lair.drama --pov Spike",
      "tell my.drama --improve --timeout 60",
      "tell bribery.txt --author-limit 5 --character-limit 5 --belief-limit 2 --json",
      "tell bribery.txt --author-limit 5 --character-limit 5 --belief-limit 2 --all",
    ]),
  )
  command.action(async (world, flags) => {
    const { tell } = await import("./commands/tell.js")
    done(await once([world], flags, () => tell(world, flags)))
  })
}

function addCheck(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("check")
    .argument("<world...>")
    .description("say what is wrong with a world, and what to do")
  withOutput(withPatience(withWatch(command))).addHelpText(
    "before",
    examples(["check my.drama --watch", "check stories", "check 'stories/*/*.drama' --json"]),
  )
  command.action(async (named, flags) => {
    const { check } = await import("./commands/check.js")
    const worlds = await expanded(named)
    done(await once(worlds, flags, () => check(worlds, flags)))
  })
}

function addVerify(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("verify")
    .arguments("<world> <solution>")
    .description("judge a story, or an outline of one: does it hold, and if not, where")
  withLimits(command)
    .option("--goal <utility>", "the utility the story should reach")
    .option("--effort <count>", "how much the judge may look into before giving up")
    .option(
      "--repair [count]",
      "if an outline does not hold, say what would make it hold; so many acts may be inserted (1)",
    )
  withOutput(withPatience(command)).addHelpText(
    "before",
    examples([
      "verify my.drama outline.md --repair",
      "tell my.drama --json -o story.json && dramaturg verify my.drama story.json",
      "verify bribery.txt solution.txt --author-limit 5 --character-limit 5 --belief-limit 2",
    ]),
  )
  command.action(async (world, solution, flags) =>
    done(await (await import("./commands/verify.js")).verify(world, solution, flags)),
  )
}

function addWhy(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("why")
    .arguments("<world> <story>")
    .description("say why an act of a story is done: what is meant by it, known and mistaken")
    .requiredOption("--act <number>", "which act, by its number in the story or outline")
    .option("--for <character>", "of those who consent to it, this one alone", named)
  withOutput(withPatience(withLimits(command))).addHelpText(
    "before",
    examples(["why my.drama story.json --act 3", "why my.drama outline.md --act 3 --for Tom"]),
  )
  command.action(async (world, story, flags) =>
    done(await (await import("./commands/why.js")).why(world, story, flags)),
  )
}

function addWhyNot(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("why-not")
    .argument("<world>")
    .argument("[story-and-act...]", "a story, if it is asked about a point in one, and the act")
    .description("say what speaks against an act, or against an ending")
    .option("--at <number>", "after how many acts of the story; usually after all of them")
    .option(
      "--ending <condition>",
      "ask whether a story can end so, and what would let it; for a minute, unless --timeout says otherwise",
    )
  withOutput(withPatience(withLimits(command))).addHelpText(
    "before",
    examples([
      'why-not my.drama "walk(Tom, Home, Market)"',
      'why-not my.drama story.json --at 3 "walk(Tom, Home, Market)"',
      'why-not my.drama --ending "at(Tom) == Market" --timeout 60',
    ]),
  )
  command.action(async (world, words, flags) =>
    done(await (await import("./commands/why-not.js")).whyNot(world, words, flags)),
  )
}

function addKnows(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("knows")
    .arguments("<world> <story>")
    .description("say who knows what in a story, since when and by what")
    .option("--who <character>", "only this person, or reader; may be given again", given)
    .option(
      "--about <property>",
      'only this property, or one fact such as "at(Tom)"; may be given again',
      given,
    )
    .option("--at <act>", "how things stand at the end of that act; 0 is the start")
    .option(
      "--depth <count>",
      "how deep in minds: 1, what people believe (1); 2, also what they believe that others believe; and so on",
    )
    .option("--csv", "print a table for a spreadsheet")
  withOutput(withPatience(command)).addHelpText(
    "before",
    examples([
      "tell my.drama --json -o story.json && dramaturg knows my.drama story.json",
      "knows my.drama story.json --who Tom --who reader --about at",
      "knows my.drama plot.md --at 7",
    ]),
  )
  command.action(async (world, story, flags) =>
    done(await (await import("./commands/knows.js")).knows(world, story, flags)),
  )
}

function addWhatIf(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("whatif")
    .argument("<world>")
    .argument("[outline]")
    .description("compare the stories of a world, or an outline act by act, with the world changed")
    .option("--set <fact...>", 'what is so at the start, like "at(Tom) = Market"; may be given again')
    .option("--want <words...>", "a character, and what they want instead; may be given again")
    .option("--without <rule...>", "triggers or actions that there would not be")
    .option("--goal <utility>", "the utility the author wants to reach")
    .option("--stories <count>", "how many stories of each world at most (3)")
  withOutput(withPatience(withLimits(command))).addHelpText(
    "before",
    examples([
      'whatif my.drama --set "at(Tom) = Market"',
      'whatif my.drama --want Tom "at(Tom) == Home" --without rain',
      'whatif my.drama outline.md --set "at(Tom) = Market"',
    ]),
  )
  command.action(async (world, outline, flags) =>
    done(await (await import("./commands/whatif.js")).whatIf(world, outline, flags)),
  )
}

function addTest(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("test")
    .argument("<world...>")
    .description("run the scenarios of worlds: which of them come out as expected, and why not")
    .option("--only <text>", "only scenarios with this in their title")
    .option("--tap", "print the Test Anything Protocol")
    .option(
      "--reach",
      "also say what can happen at all, what can't, where all is lost, and how often things happen in plays at random",
    )
    .option(
      "--as <character>",
      "with --reach: as this person may choose, instead of by acts that make sense to everybody",
      named,
    )
    .option("--plays <count>", "with --reach: how many plays at random (200)")
  withOutput(withPatience(withLimits(withWatch(command)))).addHelpText(
    "before",
    examples(["test my.drama --watch", "test stories --tap", 'test my.drama --only "dawn" --timeout 120']),
  )
  command.action(async (named, flags) => {
    const { test } = await import("./commands/test.js")
    const worlds = await expanded(named)
    done(await once(worlds, flags, () => test(worlds, flags)))
  })
}

function addExplore(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("explore")
    .argument("<world>")
    .description("look at everything that could happen: all endings, who brings them about, dead ends")
    .option(
      "--as <character>",
      "let this person do anything they could, the others what they then would",
      named,
    )
    .option(
      "--depth <count>",
      "how many acts deep, or turns of a play; or none (usually --author-limit, or the world's own)",
    )
    .option("--goal <utility>", "where a story ends: the utility the author wants to reach")
    .option("--seed <number>", "in which order acts are tried; same seed, same lines")
    .option("--max-visited <count>", "stop after looking at that many states")
    .option("--out <file>", "keep every line there as it is found, and go on from what is there")
    .option("--jsonl", "print each state as a line, as it is looked at")
    .option(
      "--distinct <count>",
      "instead: so many stories that differ as a reader would say, and how many are like each",
    )
    .option(
      "--best <measure>",
      "instead: the stories with the most conflict, surprise, irony or suspense, or with brevity",
    )
  withOutput(withPatience(withLimits(command))).addHelpText(
    "before",
    examples([
      "explore my.drama",
      "explore my.drama --as Tom --depth 12",
      "explore my.drama --out space.jsonl --timeout 60",
      "explore my.drama --distinct 3",
      "explore my.drama --best irony",
    ]),
  )
  command.action(async (world, flags) =>
    done(await (await import("./commands/explore.js")).explore(world, flags)),
  )
}

function addPlay(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("play")
    .argument("<world>")
    .description("play one of the people of a world, among others with wills of their own")
    .option("--as <character>", "who is played", named)
    .option("--goal <utility>", "what the story is steered towards: the utility the author wants to reach")
    .option(
      "--seed <number>",
      "in which order others' wishes are looked at; same seed and choices, same story",
    )
    .option("--save <file>", "keep the play there, after every choice")
    .option(
      "--load <file>",
      "go on from a play that was kept, or play it again in a later draft of its world",
    )
    .option("--protocol <name>", "jsonl: for other programs; see docs/play.md")
  withPatience(withLimits(command)).addHelpText(
    "before",
    examples([
      "play stories/lair/lair.drama --as Spike",
      "play my.drama --as Tom --save tom.json",
      "play my.drama --as Tom --protocol jsonl",
    ]),
  )
  command.action(async (world, flags) => done(await (await import("./commands/play.js")).play(world, flags)))
}

function addFormat(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("format")
    .argument("<world...>")
    .description("lay a world out the usual way")
    .option("--write", "change the file instead of printing it")
    .option("--check", "only say whether it would change; exit 1 if so")
  withOutput(withPatience(command)).addHelpText(
    "before",
    examples(["format my.drama --write", "format stories --check", "format - < my.drama"]),
  )
  command.action(async (named, flags) =>
    done(await (await import("./commands/format.js")).format(await expanded(named), flags)),
  )
}

function addImport(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("import")
    .argument("<world>")
    .description("turn a world in Sabre's language into .drama")
  withOutput(withPatience(command)).addHelpText("before", examples(["import bribery.txt -o bribery.drama"]))
  command.action(async (world, flags) =>
    done(await (await import("./commands/import.js")).importWorld(world, flags)),
  )
}

function addExport(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("export")
    .argument("<world>")
    .description("carry a play, a story or a world off to another format")
    .requiredOption("--to <format>", formatsHelp())
    .option("--as <character>", "whose choices a play is about; through whose eyes a story is told", named)
    .option(
      "--depth <count>",
      "how many choices deep a play is written; or none (usually --author-limit, or the world's own)",
    )
    .option("--goal <utility>", "where a story ends: the utility the author wants to reach")
    .option("--max-visited <count>", "stop after looking at that many places")
    .option("--moment <act>", "of cards: after which act; 0 is the start")
  withOutput(withPatience(withLimits(command))).addHelpText(
    "before",
    examples([
      "export my.drama --to ink --as Tom -o my.ink",
      "export my.drama --to twee --as Tom --depth 10 -o my.twee",
      "export my.drama --to fountain",
      "export my.drama --to sabre -o my.txt",
    ]),
  )
  command.action(async (world, flags) =>
    done(await (await import("./commands/export.js")).exportWorld(world, flags)),
  )
}

function addLsp(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("lsp")
    .description("serve an editor that speaks the Language Server Protocol, on stdin and stdout")
    .option("--stdio", "said by editors that can also talk in other ways; nothing changes")
    .option("--clientProcessId <number>", "the editor's process, with which this one ends")
  withPatience(command).addHelpText("before", examples(["lsp", "lsp --timeout 20"]))
  command.action(async (flags) => done(await (await import("./commands/lsp.js")).lsp(flags)))
}

function addCompile(program: Command, done: (code: ExitCode) => void) {
  const command = program
    .command("compile")
    .argument("<world>")
    .description("write a world as JSON, for programs that play or search it without its text")
  withOutput(withPatience(command)).addHelpText("before", examples(["compile my.drama -o my.json"]))
  command.action(async (world, flags) =>
    done(await (await import("./commands/compile.js")).compile(world, flags)),
  )
}

/** What can be written, by what it is written from. */
function formatsHelp(): string {
  const from = (...sources: readonly string[]): string =>
    exporters
      .filter((each) => sources.includes(each.from))
      .map(({ name }) => name)
      .join(", ")
  return `of a play: ${from("branching")}; of a play or a story: ${from("graph")}; of a story: ${from("story", "cards")}; of a world: sabre`
}

function withLimits(command: Command): Command {
  return command
    .option("--author-limit <count>", "how many acts a story may have, or none")
    .option("--character-limit <count>", "how many acts a character may plan ahead, or none")
    .option("--belief-limit <count>", "how deep beliefs about beliefs are planned in, or none")
}

function withWatch(command: Command): Command {
  return command.option("--watch", "do it again whenever the world or one of its parts changes")
}

/** Folders and patterns are looked into; a name that is neither needs no looking. */
async function expanded(paths: readonly string[]): Promise<readonly string[]> {
  return (await import("./expand.js")).expand(paths)
}

function withPatience(command: Command): Command {
  return command
    .option("--timeout <seconds>", "stop after that long, or none")
    .option("--memory <MiB>", "stop at that much memory")
}

function withOutput(command: Command): Command {
  return command
    .option("--json", "print one JSON object")
    .option("-o, --output <file>", "write the result there instead of stdout")
}

/** A name of a world, where worlds have accents in one character with their letters. */
function named(name: string): string {
  return name.normalize("NFC")
}

/** All names that a flag was given. */
function given(name: string, before: readonly string[] = []): readonly string[] {
  return [...before, named(name)]
}

function examples(lines: readonly string[]): string {
  return ["Examples:", ...lines.map((each) => `  dramaturg ${each}`), ""].join("\n")
}

/** Commander's message and its suggestion on one line, in our tone. */
function oneLine(message: string): string {
  const text = message
    .replace(/^error: /, "")
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replace(/ \((Did you mean .*)\)$/, ". $1")
  return `dramaturg: ${text}${/[.?]$/.test(text) ? "" : "."} See dramaturg --help.\n`
}
