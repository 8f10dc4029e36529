/** The programs of the page on the library. */

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
