/** `dramaturg new`: a world to begin from, in a folder of its own, made after one of the gallery. */
import { basename, dirname, join } from "node:path"
import { createInterface, type Interface } from "node:readline"
import { coloursFor, type Colours } from "../colours.js"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { statOf } from "../files/known-files.js"
import { writeNewFiles } from "../files/new-file.js"
import { optional, readChoice } from "../options.js"
import { print } from "../printing.js"
import { type Template, templates } from "../shipped.js"
import { wrapped } from "../story/wrapped.js"

export interface NewFlags {
  readonly template?: string
  readonly list?: boolean
}

export async function newWorld(name: string | undefined, flags: NewFlags): Promise<ExitCode> {
  const all = templates()
  const names = all.map((each) => each.name)
  const chosen = optional(flags.template, (value) => readChoice("--template", value, names))
  if (flags.list) {
    if (name !== undefined || chosen !== undefined)
      throw new Refusal("--list only shows what there is: leave the rest out.")
    print(listOf(all, coloursFor(process.stdout)))
    return exit.done
  }
  const asks = process.stdin.isTTY === true && process.stdout.isTTY === true
  if (name === undefined && !asks)
    throw new Refusal(
      "say what the world is to be called: dramaturg new NAME, and --template for one to begin from.",
    )
  const answers = asks && (name === undefined || chosen === undefined) ? await askFor(all, name, chosen) : {}
  const template = all.find((each) => each.name === (chosen ?? answers.template)) ?? all[0]
  write(template, name ?? answers.name ?? template.name)
  return exit.done
}

function write(template: Template, name: string) {
  const { folder, world } = placeOf(name)
  if (folder !== dirname(name) && statOf(folder) !== undefined)
    throw new Refusal(`${folder} is there already, and nothing is written into it: take another name.`)
  const main = `${template.name}.drama`
  const files = [...template.files].map(([file, text]) =>
    file === main
      ? ([join(folder, `${world}.drama`), text] as const)
      : ([join(folder, file), text.replaceAll(`include "${main}"`, `include "${world}.drama"`)] as const),
  )
  writeNewFiles(new Map(files))
  const path = join(folder, `${world}.drama`)
  print(
    [
      `Written: ${files.map(([file]) => file).join(", ")}`,
      ...wrapped(template.about, 0),
      ...(template.note === undefined ? [] : wrapped(template.note, 0)),
      "",
      "What you can do with it:",
      `  dramaturg tell ${quoted(path)}`,
      `  dramaturg test ${quoted(path)}`,
      `  dramaturg check ${quoted(path)} --watch`,
      "",
    ].join("\n"),
  )
}

/** `mine`: the world mine/mine.drama. `mine.drama`: that file. */
function placeOf(name: string): { readonly folder: string; readonly world: string } {
  const isFile = /\.drama$/i.test(name)
  const world = basename(name).replace(/\.drama$/i, "")
  if (!/^[\p{L}\p{N}][\p{L}\p{N} _.-]*$/u.test(world) || world.endsWith("."))
    throw new Refusal(
      `"${name}" is no name for a world: take letters, numbers, - and _, with a folder in front if you like.`,
    )
  return { folder: isFile ? dirname(name) : name.replace(/[/\\]+$/, ""), world }
}

/** As a shell takes it. */
function quoted(path: string): string {
  return /^[\p{L}\p{N}_./\\:-]+$/u.test(path) ? path : `"${path}"`
}

function listOf(all: readonly Template[], colours: Colours): string {
  const width = Math.max(...all.map((each) => each.name.length)) + 2
  return [
    ...all.flatMap(({ name, about, note }) => {
      const lines = [...wrapped(about, width), ...(note === undefined ? [] : wrapped(note, width))]
      return [colours.bold(name.padEnd(width)) + lines[0].slice(width), ...lines.slice(1)]
    }),
    "",
  ].join("\n")
}

interface Answers {
  readonly name?: string
  readonly template?: string
}

/** Asks for what was not said. An empty answer takes what stands in brackets. */
async function askFor(
  all: readonly Template[],
  name: string | undefined,
  chosen: string | undefined,
): Promise<Answers> {
  const lines = createInterface({ input: process.stdin, terminal: false })
  const answers = lines[Symbol.asyncIterator]()
  try {
    const template = chosen ?? (await askTemplate(all, answers))
    if (name !== undefined) return { template }
    return { template, name: (await ask(answers, `What is your world called? [${template}] `)) || template }
  } finally {
    lines.close()
  }
}

async function askTemplate(all: readonly Template[], answers: Lines): Promise<string> {
  print(listOf(all, coloursFor(process.stdout)))
  for (;;) {
    const answer =
      (await ask(answers, `Which one would you like to begin from? [${all[0].name}] `)) || all[0].name
    const found = all.find((each) => each.name === answer.toLowerCase())
    if (found) return found.name
    print(`There is none called "${answer}".\n`)
  }
}

type Lines = ReturnType<Interface[typeof Symbol.asyncIterator]>

async function ask(answers: Lines, question: string): Promise<string> {
  print(question)
  const { value, done } = await answers.next()
  if (done) throw new Refusal("nothing was written: the answer is missing.")
  return String(value).trim()
}
