/** `dramaturg completion`: a script that lets a shell complete commands, flags and their values. */
import { heuristics, methods } from "@dramaturg/engine"
import { exporters } from "@dramaturg/exports"
import type { Command, Option } from "commander"
import { exit, type ExitCode } from "../exit.js"
import { readChoice } from "../options.js"
import { print } from "../printing.js"
import { messageCodes, templates } from "../shipped.js"

export const shells = ["bash", "zsh", "fish"] as const

export function completion(shell: string, program: Command): ExitCode {
  const scripts = { bash, zsh, fish }
  print(scripts[readChoice("completion", shell, shells)](entriesOf(program)))
  return exit.done
}

interface Entry {
  readonly name: string
  readonly about: string
  readonly options: readonly Flag[]
  /** What its argument may be, if it is no file. */
  readonly words: readonly string[] | undefined
}

interface Flag {
  readonly long: string
  readonly short: string | undefined
  readonly about: string
  readonly takesValue: boolean
  /** What its value may be, if that is known; none: a file may be meant. */
  readonly values: readonly string[]
}

/** Values of flags that are names out of a table. */
function valuesOf(command: string, { long }: Option): readonly string[] {
  const known: Readonly<Record<string, readonly string[]>> = {
    "--method": Object.keys(methods),
    "--heuristic": Object.keys(heuristics),
    "--to": ["sabre", ...exporters.map((each) => each.name)],
    "--format": ["text", "prose", "sabre", "json"],
    "--order": ["as-it-happened", "from-the-middle", "from-the-end"],
    "--pace": ["scene", "summary"],
    "--length": ["short", "full"],
    "--tense": ["past", "present"],
    "--person": ["third", "first"],
    "--best": ["conflict", "surprise", "irony", "suspense", "brevity"],
    "--template": templates().map((each) => each.name),
    "--protocol": ["jsonl"],
  }
  return command === "tell" || long !== "--format" ? (known[long ?? ""] ?? []) : []
}

function entriesOf(program: Command): readonly Entry[] {
  const names = program.commands.map((each) => each.name())
  const wordsOf: Readonly<Record<string, readonly string[]>> = { completion: shells, explain: messageCodes() }
  const entries = program.commands.map((each) => ({
    name: each.name(),
    about: each.description(),
    words: wordsOf[each.name()],
    options: [
      ...each.options.map((option) => ({
        long: option.long!,
        short: option.short,
        about: option.description,
        takesValue: option.required,
        values: valuesOf(each.name(), option),
      })),
      { long: "--help", short: "-h", about: "show its help", takesValue: false, values: [] },
    ],
  }))
  return [...entries, { name: "help", about: "show the help of a command", options: [], words: names }]
}

/** A word of a script that no shell takes apart. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function bash(entries: readonly Entry[]): string {
  const cases = entries.map(
    ({ name, options }) => `    ${name}) flags=${quoted(options.map((each) => each.long).join(" "))} ;;`,
  )
  const words = entries
    .filter((each) => each.words)
    .map(({ name, words: all = [] }) => `    ${name}) words=${quoted(all.join(" "))} ;;`)
  const values = entries.flatMap(({ name, options }) =>
    options
      .filter((each) => each.values.length > 0)
      .map(({ long, values: all }) => `    ${name}:${long}) words=${quoted(all.join(" "))} ;;`),
  )
  const valued = entries.flatMap(({ name, options }) =>
    options
      .filter((each) => each.takesValue && each.values.length === 0)
      .flatMap(({ long, short }) => [`${name}:${long}`, ...(short ? [`${name}:${short}`] : [])]),
  )
  return `# Completion of dramaturg in bash. In ~/.bashrc: source <(dramaturg completion bash)
_dramaturg() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="" command="\${COMP_WORDS[1]}" flags="" words=""
  ((COMP_CWORD > 0)) && before="\${COMP_WORDS[COMP_CWORD - 1]}"
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W ${quoted(`${entries.map((each) => each.name).join(" ")} --help --version`)} -- "$current"))
    return
  fi
  case "$command:$before" in
${values.join("\n")}
    ${valued.join("|")}) return ;;
  esac
  if [[ -n "$words" ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  case "$command" in
${cases.join("\n")}
  esac
  if [[ "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$current"))
    return
  fi
  case "$command" in
${words.join("\n")}
  esac
  [[ -n "$words" ]] && COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _dramaturg dramaturg
`
}

/** What zsh's `_arguments` and `_describe` take to be their own signs. */
function plainForZsh(text: string): string {
  return text.replace(/[[\]:\\]/g, (each) => `\\${each}`)
}

function zsh(entries: readonly Entry[]): string {
  const about = entries.map((each) => `    ${quoted(`${each.name}:${plainForZsh(each.about)}`)}`)
  const cases = entries.map(({ name, options, words }) => {
    const specs = options.flatMap(({ long, short, about: text, takesValue, values }) => {
      const tail = `[${plainForZsh(text)}]${takesValue ? `:value:${values.length > 0 ? `(${values.join(" ")})` : "_files"}` : ""}`
      return [long, ...(short ? [short] : [])].map((each) => quoted(`*${each}${tail}`))
    })
    const rest = quoted(`*:argument:${words ? `(${words.join(" ")})` : "_files"}`)
    return `    ${name}) _arguments -s ${[...specs, rest].join(" ")} ;;`
  })
  return `#compdef dramaturg
# Completion of dramaturg in zsh: dramaturg completion zsh > FOLDER/_dramaturg, where FOLDER is in $fpath.
_dramaturg() {
  local -a commands
  commands=(
${about.join("\n")}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command="\${words[2]}"
  shift words
  ((CURRENT--))
  case "$command" in
${cases.join("\n")}
  esac
}
if [[ "\${funcstack[1]}" == _dramaturg ]]; then _dramaturg "$@"; else compdef _dramaturg dramaturg; fi
`
}

function fish(entries: readonly Entry[]): string {
  const lines = entries.flatMap(({ name, about, options, words }) => {
    const within = `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`
    return [
      `complete -c dramaturg -f -n __fish_use_subcommand -a ${name} -d ${quotedForFish(about)}`,
      ...(words ? [`complete -c dramaturg -f ${within} -a ${quotedForFish(words.join(" "))}`] : []),
      ...options.map(({ long, short, about: text, takesValue, values }) =>
        [
          `complete -c dramaturg ${within} -l ${long.slice(2)}`,
          ...(short ? [`-s ${short.slice(1)}`] : []),
          ...(takesValue ? [values.length > 0 ? `-x -a ${quotedForFish(values.join(" "))}` : "-r"] : []),
          `-d ${quotedForFish(text)}`,
        ].join(" "),
      ),
    ]
  })
  return `# Completion of dramaturg in fish: dramaturg completion fish > ~/.config/fish/completions/dramaturg.fish
${lines.join("\n")}
`
}

function quotedForFish(text: string): string {
  return `'${text.replace(/[\\']/g, (each) => `\\${each}`)}'`
}
