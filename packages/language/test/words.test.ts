/** The table of words holds all words of the language, and the manual names each of them. */
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { readDrama } from "@dramaturg/language"
import { rolesOf } from "@dramaturg/language/ide"
import { words } from "../src/syntax/words.js"

const manual = readFileSync(new URL("../../../docs/language.md", import.meta.url), "utf8")

test.each(words.map((each) => each.word))("the manual writes `%s`", (word) => {
  expect(manual).toMatch(new RegExp(`\\b${word}\\b`))
})

test("a word that is not reserved may be a name, and one that is may not", () => {
  for (const { word, kind } of words) {
    const { diagnostics } = readDrama(
      `entity ${word} : character;\nproperty ${word}(who : character) : boolean;\n${word}(Tom);\n`,
      "w.drama",
    )
    if (kind === "reserved") expect(diagnostics, word).not.toEqual([])
    else expect(diagnostics, word).toEqual([])
  }
})

test("each form that is shown to authors has its word coloured as one of the language", () => {
  for (const { word, form, places } of words) {
    if (
      places.includes("rest") ||
      !/^(type|entity|property|action|trigger|limits|story|utility|without)/.test(form)
    )
      continue
    const roles = rolesOf(form.replaceAll("…", "x"))
      .filter((each) => each.role === "keyword")
      .map((each) => each.text)
    expect(roles, form).toContain(word)
  }
})
