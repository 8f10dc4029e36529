/** `dramaturg play`: a play in the terminal, or for another program, line by line. */
import { Game, groundingNotes, type Parting, PlaySession, startSearch } from "@dramaturg/engine"
import { charactersOf, hasErrors, type Problem, type Solution } from "@dramaturg/model"
import { coloursFor } from "../colours.js"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { onInterrupt } from "../interruption.js"
import { isSameFile, planOutput } from "../files/known-files.js"
import { limitsGiven, type LimitFlags } from "../limits.js"
import { openWorld, refuseMistakes } from "../open-world.js"
import { optional, readChoice, readCount, readNumber } from "../options.js"
import { playByLines } from "../play/by-lines.js"
import { playInTerminal } from "../play/in-terminal.js"
import { keeperOf, readRecord } from "../play/keep-play.js"
import { readWorld } from "../thread/jobs/read-world.js"
import { print, remark } from "../printing.js"

export interface PlayFlags extends LimitFlags {
  readonly as?: string
  readonly goal?: string
  readonly seed?: string
  readonly save?: string
  readonly load?: string
  readonly protocol?: string
}

/** How long the story that the manager would like to tell is looked for, in visits: the same on every machine. */
const SCRIPT_VISITS = 20_000

export async function play(path: string, flags: PlayFlags): Promise<ExitCode> {
  const protocol = optional(flags.protocol, (value) => readChoice("--protocol", value, ["jsonl"]))
  const goal = optional(flags.goal, (value) => readNumber("--goal", value))
  const given = optional(flags.seed, (value) => readCount("--seed", value))
  if (flags.save === "-") throw new Refusal("--save keeps the play in a file: name one.")
  planOutput(flags.save, { flag: "--save", inputs: [path] })
  const keeper = keeperOf(flags.load)
  if (flags.save !== undefined) keeper.check(flags.save)
  if (path === "-") throw new Refusal("a world on stdin leaves no room for your choices: name a file.")
  const record = flags.load === undefined ? undefined : await readRecord(flags.load)
  const world = await openWorld(path)
  const parts: { diagnostics?: Parameters<typeof refuseMistakes>[1]; texts?: Parameters<typeof refuseMistakes>[2] } = {}
  const { problem, diagnostics } = await readWorld(world, (part) => Object.assign(parts, part))
  refuseMistakes(world, problem ? [...diagnostics, ...groundingNotes(problem)] : diagnostics, parts.texts)
  const as = whoIsPlayed(problem!, flags.as ?? record?.as)
  const seed = given ?? record?.seed ?? 0
  const limits = limitsGiven(flags)
  let isOver = false
  const forget = onInterrupt(() => (isOver = true))
  const script = await scriptOf(problem!, { goal, limits }, () => isOver)
  forget()
  if (isOver) throw new Refusal("interrupted.", exit.interrupted)
  const session = new PlaySession(new Game(problem!, { as, goal, limits, seed, script }), seed)
  const partings = record === undefined ? [] : session.replay(record)
  if (partings.length > 0 && flags.save !== undefined && isSameFile(flags.save, flags.load!)) {
    throw new Refusal(`${flags.save} holds choices that the world as it is now does not know, and they would be lost: --save another file.`)
  }
  const save = (): void => {
    if (flags.save !== undefined) keeper.keep(flags.save, session.record())
  }
  save()
  if (protocol === "jsonl") return playByLines({ session, problem: problem!, partings, save, input: process.stdin, write: (line) => print(`${line}\n`) })
  for (const each of partings.slice(0, 3)) remark(partingWords(each))
  return playInTerminal({ session, problem: problem!, save, keeper, input: process.stdin, output: { write: print }, colours: coloursFor(process.stdout) })
}

function whoIsPlayed(problem: Problem, as: string | undefined): string {
  const people = charactersOf(problem)
  if (people.length === 0) throw new Refusal("there is nobody in this world to be played.")
  if (as === undefined && people.length > 1) throw new Refusal(`say who you are: --as ${people.join(", or --as ")}.`)
  const name = as ?? people[0]
  if (!people.includes(name)) throw new Refusal(`there is nobody called ${name} to be played: there are ${people.join(", ")}.`)
  return name
}

/** In turns, so that Ctrl-C is heard. */
async function scriptOf(problem: Problem, options: { readonly goal?: number; readonly limits: ReturnType<typeof limitsGiven> }, isOver: () => boolean): Promise<Solution | undefined> {
  if (groundingNotes(problem).some((each) => hasErrors([each]))) return undefined
  const search = startSearch(problem, { ...options, maxVisited: SCRIPT_VISITS })
  while (search.status === "searching" && !isOver()) {
    search.step(50)
    await new Promise(setImmediate)
  }
  return search.story?.solution
}

function partingWords({ choice, chosen, was, is, why }: Parting): string {
  const what = `choice ${choice + 1}, ${chosen ?? "to wait"}: ${why}`
  return is === null ? `The play parts at ${what}.` : `The play parts at ${what}: ${is.join(", ") || "nothing"} instead of ${was.join(", ") || "nothing"}.`
}
