/**
 * A recorded corpus of answers: what every command says about the worlds in stories/ and about small ones,
 * each kept as a hash and its first words in corpus/answers.txt. A change that is meant to keep what people
 * read keeps all of them.
 *
 * `UPDATE=1` records them anew; `CORPUS=folder` also writes every answer there as a file, so that two
 * versions can be compared with diff; `LONG=1` asks all of them, otherwise of what takes long only some are
 * asked.
 */
import { createHash } from "node:crypto"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { answerOf, corpusFolder, type Question, questionsIn, sampled, titleOf } from "./corpus/questions.js"

const recorded = fileURLToPath(new URL("./corpus/answers.txt", import.meta.url))
const { CORPUS, LONG, UPDATE } = process.env
const isWhole = LONG === "1" || UPDATE === "1" || CORPUS !== undefined

test("every answer is the one that was recorded", () => {
  const folder = corpusFolder()
  const asked = questionsIn(folder)
  const titles = asked.map(titleOf)
  expect(new Set(titles).size).toBe(titles.length)
  const before = UPDATE === "1" ? new Map<string, string>() : recordedAnswers()
  if (UPDATE !== "1")
    expect(
      titles.filter((each) => !before.has(each)),
      "questions without a recorded answer: UPDATE=1 records them",
    ).toEqual([])
  const lines: string[] = []
  const differing: { readonly question: Question; readonly title: string; readonly text: string }[] = []
  asked.forEach((question, i) => {
    if (question.isSlow && !isWhole && i % sampled !== 0) return
    const title = titles[i]
    const { text } = answerOf(question, folder)
    const line = lineOf(title, text)
    lines.push(line)
    if (before.get(title) !== line) differing.push({ question, title, text })
    if (CORPUS !== undefined) keep(CORPUS, title, text)
  })
  if (UPDATE === "1") return writeFileSync(recorded, `${lines.join("\n")}\n`)
  if (differing.length > 0) throw new Error(complaint(differing))
}, 1_200_000)

/** The hash of the whole answer, the question, and how the answer begins. */
function lineOf(title: string, text: string): string {
  const words = text.trim().replace(/\s+/g, " ").slice(0, 50)
  return `${createHash("sha256").update(text).digest("hex").slice(0, 12)}\t${title}\t${words}`
}

function recordedAnswers(): ReadonlyMap<string, string> {
  const lines = readFileSync(recorded, "utf8")
    .split("\n")
    .filter((each) => each !== "")
  return new Map(lines.map((each) => [each.split("\t")[1], each]))
}

function keep(folder: string, title: string, text: string) {
  mkdirSync(folder, { recursive: true })
  const name = title.replace(/[^\w.=-]+/g, "_").slice(0, 120)
  writeFileSync(
    join(folder, `${name}-${createHash("sha256").update(title).digest("hex").slice(0, 6)}.txt`),
    `${title}\n\n${text}`,
  )
}

function complaint(differing: readonly { readonly title: string; readonly text: string }[]): string {
  const [{ title, text }] = differing
  return [
    `Not as recorded: ${differing.length} of the answers.`,
    ...differing.map((each) => `  ${each.title}`),
    "",
    `The first of them, ${title}, is now:`,
    "",
    text,
    "To see what differs: CORPUS=after npx vitest run apps/cli/test/corpus.test.ts here and CORPUS=before in a checkout of before,",
    "then diff -r the two folders. If it is meant: UPDATE=1 records the answers as they are now.",
  ].join("\n")
}
