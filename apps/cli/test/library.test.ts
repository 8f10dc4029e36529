/**
 * The page on the library: each of its programs is run, and prints what stands below it; and each compiles
 * strictly as TypeScript. `UPDATE=1` writes down what they print.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import ts from "typescript"
import { expect, it } from "vitest"
import { examplesIn, printedBy } from "./library-programs.js"

const page = new URL("../../../docs/library.md", import.meta.url)
const here = fileURLToPath(new URL("..", import.meta.url))
it("prints what it says", { timeout: 240_000 }, () => {
  const text = readFileSync(page, "utf8")
  const examples = examplesIn(text)
  expect(examples.length).toBeGreaterThan(20)
  let printed = text
  const outputs = run(examples.map(({ program }) => program))
  for (const [i, { code }] of examples.entries()) {
    const place = printed.indexOf(`\`\`\`js\n${code}\`\`\`\n\n\`\`\`text\n`)
    expect({ code, isFollowedByOutput: place >= 0 }).toEqual({ code, isFollowedByOutput: true })
    const start = printed.indexOf("```text\n", place) + "```text\n".length
    printed = printed.slice(0, start) + outputs[i] + printed.slice(printed.indexOf("```", start))
  }
  if (process.env.UPDATE === "1") writeFileSync(page, printed)
  expect(printed).toBe(text)
})

/** In a folder from which the library is found by its name. */
function run(programs: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(here, "..", "..", "node_modules", ".library-programs-"))
  try {
    const files = programs.map((program, i) => {
      const file = join(folder, `${i}.mjs`)
      writeFileSync(file, program)
      return file
    })
    return printedBy(files, here, [process.execPath, "--stack-size=4000"])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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
