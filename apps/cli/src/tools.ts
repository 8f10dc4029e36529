/** The commands that ask no question of a world: what they are for stands beside them, in `commands/`. */
import type { Command } from "commander"
import type { ExitCode } from "./exit.js"

/** What the table of commands hands over to those that are about the table itself. */
export interface Tools {
  readonly done: (code: ExitCode) => void
  readonly run: (words: readonly string[]) => Promise<ExitCode>
  readonly table: () => Command
}

export function addTools(program: Command, tools: Tools) {
  addNew(program, tools)
  addExplain(program, tools)
  addServe(program, tools)
  addCompletion(program, tools)
}

function addNew(program: Command, { done }: Tools) {
  program
    .command("new")
    .argument("[name]", "what the world is called: a folder of that name is made")
    .description("write a world to begin from, made after one of the gallery")
    .option("--template <name>", "which one; an unknown name lists them all")
    .option("--list", "only say which there are")
    .addHelpText(
      "before",
      "Examples:\n  dramaturg new mine\n  dramaturg new mine --template heist\n  dramaturg new --list\n",
    )
    .action(async (name, flags) => done(await (await import("./commands/new.js")).newWorld(name, flags)))
}

function addExplain(program: Command, { done }: Tools) {
  program
    .command("explain")
    .argument("[code]", "what stands in brackets behind error or warning")
    .description("say what a message means, with a wrong and a right example; without a code, list them all")
    .addHelpText("before", "Examples:\n  dramaturg explain undeclared-type\n  dramaturg explain\n")
    .action(async (code) => done((await import("./commands/explain.js")).explain(code)))
}

function addCompletion(program: Command, { done, table }: Tools) {
  program
    .command("completion")
    .argument("<shell>", "bash, zsh or fish")
    .description("print a script that lets a shell complete commands, flags and their values")
    .addHelpText(
      "before",
      "Examples:\n  source <(dramaturg completion bash)\n  dramaturg completion fish > ~/.config/fish/completions/dramaturg.fish\n",
    )
    .action(async (shell) => done((await import("./commands/completion.js")).completion(shell, table())))
}

function addServe(program: Command, { done, run, table }: Tools) {
  program
    .command("serve")
    .description("answer every question for other programs, line by line; see docs/serve.md")
    .option("--stdio", "over stdin and stdout, the only way there is")
    .option(
      "--at-once <count>",
      "how many requests are answered at once; the others wait (4, or fewer processors)",
    )
    .addHelpText("before", "Examples:\n  dramaturg serve --stdio\n")
    .action(async (flags) =>
      done(await (await import("./commands/serve.js")).serve({ run, commands: table().commands }, flags)),
    )
}
