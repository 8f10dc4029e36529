/** A language model may rephrase a telling, and only that: tried with a server of our own. */
import { createServer } from "node:http"
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { lossIn } from "@dramaturg/telling"
import { describe, expect, it } from "vitest"
import { modelAt } from "../dist/story/ask-model.js"
import { dramaturg, launcher } from "./command.js"

const parcel = fileURLToPath(new URL("../../../stories/parcel/parcel.drama", import.meta.url))

/** Answers each request with what `rephrase` makes of each sentence. */
async function withModel(
  rephrase: (text: string) => string,
  work: (url: string) => Promise<void>,
): Promise<number> {
  let asked = 0
  const server = createServer((request, response) => {
    let body = ""
    request.on("data", (piece) => (body += piece))
    request.on("end", () => {
      asked++
      const { messages } = JSON.parse(body) as { messages: { content: string }[] }
      const texts = JSON.parse(messages.at(-1)!.content) as string[]
      response.end(
        JSON.stringify({ choices: [{ message: { content: JSON.stringify(texts.map(rephrase)) } }] }),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as { port: number }
  try {
    await work(`http://127.0.0.1:${port}/v1`)
  } finally {
    server.close()
  }
  return asked
}

function tell(
  url: string,
): Promise<{ readonly out: string; readonly err: string; readonly code: number | null }> {
  const child = spawn(
    process.execPath,
    [launcher, "tell", parcel, "--pov", "Toby", "--polish", url, "--model", "any"],
    { env: { ...process.env, COLUMNS: "1000" } },
  )
  let [out, err] = ["", ""]
  child.stdout.on("data", (piece) => (out += piece))
  child.stderr.on("data", (piece) => (err += piece))
  return new Promise((resolve) => child.on("close", (code) => resolve({ out, err, code })))
}

describe("--polish", () => {
  it("takes what says the same", async () => {
    const asked = await withModel(
      (text) => text.replace("Toby walked off", "Off walked Toby"),
      async (url) => {
        const { out, err, code } = await tell(url)
        expect(code).toBe(0)
        expect(out).toContain("Off walked Toby")
        expect(err).toMatch(/The model rephrased 2 sentences; 0 of its rephrasings were refused\./)
      },
    )
    expect(asked).toBeGreaterThan(1)
  })

  it("throws away what adds somebody, loses a quotation or denies something", async () => {
    const plain = dramaturg(["tell", parcel, "--pov", "Toby"], { env: { COLUMNS: "1000" } }).out
    for (const spoil of [
      (text: string) => `${text} Nell and Toby smiled in the kitchen.`,
      (text: string) => text.replace(/“.*”/, "“Run!”"),
      (text: string) => text.replace("was", "was not"),
    ]) {
      await withModel(spoil, async (url) => {
        const { out, err } = await tell(url)
        expect(out).toBe(plain)
        expect(err).not.toContain(" 0 of its rephrasings")
      })
    }
  }, 180_000)

  it.each([
    [true, "answers with more than 1 MB, which no paragraph needs."],
    [false, "did not answer within 1.5 s."],
  ])("bounds an answer that has no end (%s: it comes; else it never does)", async (endless, said) => {
    const server = createServer((_, response) => {
      response.writeHead(200)
      const more = (): void =>
        void (response.destroyed || response.write("x".repeat(100_000), () => setImmediate(more)))
      if (endless) more()
      else response.write("{")
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/v1`
    await expect(
      modelAt({ url, model: "any", key: undefined, timeoutMs: endless ? 60_000 : 1500, deadline: undefined })(
        ["Tom walked."],
      ),
    ).rejects.toMatchObject({ code: 3, message: `the model at ${url} ${said}` })
    server.closeAllConnections()
    server.close()
  })

  it("says so if there is nobody there, or the answer makes no sense", async () => {
    const { err, code } = await tell("http://127.0.0.1:9/v1")
    expect(code).toBe(3)
    expect(err).toContain("cannot be reached")
    expect(dramaturg(["tell", parcel, "--polish", "ftp://x", "--model", "m"]).err).toContain(
      "--polish takes an address",
    )
    expect(dramaturg(["tell", parcel, "--polish", "http://x"]).err).toContain("give both")
  })
})

it.each<[string, string, string | undefined]>([
  ["Tom walked home.", "Home walked Tom.", undefined],
  ["Tom walked home.", "Tom and Bob walked home.", "it does not name the same people and things"],
  ["Tom walked home.", "He walked home.", "it does not name the same people and things"],
  ["Three hours were left.", "Two hours were left.", "a number is not the same"],
  ["Tom could stand.", "Tom could not stand.", "something is denied in one and not in the other"],
  ["Tom asked. “Why?”", "Tom asked. “When?”", "what is said aloud is not the same"],
  ["Tom walked to the market.", "Tom ran from the market.", "it says “from”, which the sentence does not"],
  ["Tom walked to the market.", "To the market Tom then walked.", undefined],
  ["Tom walked to the market.", "Tom walks to the market.", "it says “walks”, which the sentence does not"],
  ["Tom hit Bob.", "Bob hit Tom.", "people and things have changed places"],
  ["Tom went from home to work.", "Tom went from work to home.", "a preposition governs something else"],
  ["Tom gladly walked home.", "Tom walked home.", "it leaves out “gladly”"],
  ["Tom walked home.", "Home walked \u001b[1mTom.", "it holds control characters"],
  [
    "Tom walked.",
    "Tom, who had always been a great walker and loved the hills, walked.",
    "it is much longer or shorter",
  ],
])("%s -> %s", (text, rephrased, loss) => {
  expect(lossIn(text, rephrased, ["Tom", "Bob"])).toBe(loss)
})
