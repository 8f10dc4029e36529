/**
 * The page on the library: each of its programs is run, and prints what stands below it; and each compiles
 * strictly as TypeScript. `UPDATE=1` writes down what they print.
 */
import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import ts from "typescript"
import { expect, it } from "vitest"

const page = new URL("../../../docs/library.md", import.meta.url)
const here = fileURLToPath(new URL("..", import.meta.url))
const block = /```js( prelude)?\n([\s\S]*?)```(?:\n\n```text\n([\s\S]*?)```)?/g

interface Example {
  readonly code: string
  /** The program as it is run: with the world and the lines that the page says it begins with. */
  readonly program: string
}

/** Each example begins with the last prelude above it. */
function examplesIn(text: string): readonly Example[] {
  const world = `const text = ${/export const text = (`[\s\S]*?`)\n/.exec(text)![1]}\n`
  let prelude = ""
  const examples: Example[] = []
  for (const [, isPrelude, code] of text.matchAll(block)) {
    if (isPrelude) prelude = code
    // Imports of the same thing may stand in both.
    else
      examples.push({
        code,
        program: code.includes("export const text")
          ? code
          : `${world}${prelude}{\n${code.replace(/^import \{ (.*) \} from (".*")$/gm, "const { $1 } = await import($2)")}}\n`,
      })
  }
  return examples
}

it("prints what it says", { timeout: 240_000 }, () => {
  const text = readFileSync(page, "utf8")
  const examples = examplesIn(text)
  expect(examples.length).toBeGreaterThan(20)
  let printed = text
  for (const { code, program } of examples) {
    const place = printed.indexOf(`\`\`\`js\n${code}\`\`\`\n\n\`\`\`text\n`)
    expect({ code, isFollowedByOutput: place >= 0 }).toEqual({ code, isFollowedByOutput: true })
    const start = printed.indexOf("```text\n", place) + "```text\n".length
    printed = printed.slice(0, start) + run(program) + printed.slice(printed.indexOf("```", start))
  }
  if (process.env.UPDATE === "1") writeFileSync(page, printed)
  expect(printed).toBe(text)
})

function run(code: string): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--input-type=module", "--stack-size=4000", "-"],
    { cwd: here, input: code, encoding: "utf8" },
  )
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
  return stdout
}

it("is strict TypeScript, as an editor or a build would resolve it", { timeout: 240_000 }, () => {
  const examples = examplesIn(readFileSync(page, "utf8"))
  // The compiler does look: a wrong program is found.
  const wrong = 'import { tell } from "dramaturg"\ntell(3)\n'
  expect(mistakesIn([...examples.map(({ program }) => program), wrong])).toEqual([
    expect.stringContaining("TS2345"),
  ])
})

/** What the compiler says of these modules, as if they were files of this folder. */
function mistakesIn(programs: readonly string[]): readonly string[] {
  const texts = new Map(programs.map((each, i) => [join(here, `example-${i + 1}.ts`), each]))
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    exactOptionalPropertyTypes: true,
    types: ["node"],
  }
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (file) => texts.has(join(file)) || fileExists(file)
  host.readFile = (file) => texts.get(join(file)) ?? readFile(file)
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(join(file))
    return text === undefined
      ? getSourceFile(file, version, ...rest)
      : ts.createSourceFile(file, `${text}\nexport {}\n`, version)
  }
  host.getCurrentDirectory = () => here
  const program = ts.createProgram([...texts.keys()], options, host)
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, code, messageText }) => {
    const line =
      file === undefined
        ? ""
        : file.text.slice(0, start).split("\n").at(-1)! + file.text.slice(start).split("\n")[0]
    return `TS${code} ${file?.fileName.slice(here.length) ?? ""}: ${line.trim()}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`
  })
}
