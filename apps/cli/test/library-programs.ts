/** The programs of the page on the library, and what programs print. */
import { spawnSync } from "node:child_process"
import { fileURLToPath, pathToFileURL } from "node:url"

const block = /```js( prelude)?\n([\s\S]*?)```(?:\n\n```text\n([\s\S]*?)```)?/g

export interface Example {
  readonly code: string
  /** The program as it is run: with the world and the lines that the page says it begins with. */
  readonly program: string
  /** What the page says that it prints. */
  readonly prints: string
}

/** Each example begins with the last prelude above it. */
export function examplesIn(text: string): readonly Example[] {
  const world = `const text = ${/export const text = (`[\s\S]*?`)\n/.exec(text)![1]}\n`
  let prelude = ""
  const examples: Example[] = []
  for (const [, isPrelude, code, prints = ""] of text.matchAll(block)) {
    if (isPrelude) prelude = code
    // Imports of the same thing may stand in both.
    else
      examples.push({
        code,
        prints,
        program: code.includes("export const text")
          ? code
          : `${world}${prelude}{\n${code.replace(/^import \{ (.*) \} from (".*")$/gm, "const { $1 } = await import($2)")}}\n`,
      })
  }
  return examples
}

/**
 * What modules print that stand in these files: one after another in one process of `program` (with its
 * flags), for to begin one and to load a library takes longer than most programs. `folder` is where it runs.
 */
export function printedBy(
  files: readonly string[],
  folder: string,
  program: readonly string[] = [process.execPath],
): readonly string[] {
  const begun = program.slice(1)
  const addresses = files.map((each) => pathToFileURL(each).href)
  const words = [...begun, fileURLToPath(new URL("./one-by-one.mjs", import.meta.url)), ...addresses]
  const { stdout, stderr, status } = spawnSync(program[0], words, { cwd: folder, encoding: "utf8" })
  if (status !== 0 || stderr !== "")
    throw new Error(`The programs ended with ${status}: ${stderr}\n${stdout}`)
  return stdout.split("\0").slice(0, -1)
}
