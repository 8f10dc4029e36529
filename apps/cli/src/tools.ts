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
  addServe(program, tools)
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
