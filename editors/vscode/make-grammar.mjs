/**
 * `npm run grammar`: writes the grammar and the snippets of the extension from the table of words. The packages
 * have to be compiled before.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { snippets, textMateGrammar } from "@dramaturg/language/ide"

const here = dirname(fileURLToPath(import.meta.url))

/** The generated files of the extension, by their paths within it. */
export function generatedFiles() {
  const made = Object.fromEntries(
    snippets().map(({ word, help, snippet }) => [
      word,
      { prefix: word, body: snippet.split("\n"), description: help },
    ]),
  )
  return {
    "syntaxes/dramaturg.tmLanguage.json": jsonText(textMateGrammar()),
    "snippets/dramaturg.json": jsonText(made),
  }
}

function jsonText(value) {
  return `${JSON.stringify(value, null, 2)}\n`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  for (const [path, text] of Object.entries(generatedFiles())) {
    mkdirSync(dirname(join(here, path)), { recursive: true })
    writeFileSync(join(here, path), text)
  }
