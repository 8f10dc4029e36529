/**
 * The commands that ask no question of an author's world: what they are for stands beside them, in
 * `commands/`.
 */
import type { Command } from "commander"
import type { ExitCode } from "./exit.js"

/** What the table of commands hands over to those that are about the table itself. */
export interface Tools {
  readonly done: (code: ExitCode) => void
  readonly run: (words: readonly string[]) => Promise<ExitCode>
  readonly table: () => Command
}

export function addTools(program: Command, tools: Tools) {
  addTom(program, tools)
  addNew(program, tools)
  addExplain(program, tools)
  addServe(program, tools)
  addCompletion(program, tools)
}

function addTom(program: Command, { done }: Tools) {
  program
    .command("tom")
    .argument(
      "[stories]",
      "a file of stories in template sentences, with questions about what people believe",
    )
    .description("answer who believes what in short stories, with reasons; or make such stories")
    .option("--make <count>", "instead: make so many stories, with wants, lies and certified answers")
    .option("--seed <number>", "with --make: which ones; same seed, same stories (1)")
    .option("--forms", "instead: list the sentences and questions that are understood")
    .option("--timeout <seconds>", "stop after that long, or none")
    .option("--memory <MiB>", "stop at that much memory")
    .option("--json", "print one JSON object")
    .option("-o, --output <file>", "write the result there instead of stdout")
    .addHelpText(
      "before",
      "Examples:\n  dramaturg tom stories.txt\n  dramaturg tom --make 10 --seed 7 -o made.txt && dramaturg tom made.txt\n  dramaturg tom --forms\n",
    )
    .action(async (stories, flags) => done(await (await import("./commands/tom.js")).tom(stories, flags)))
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
