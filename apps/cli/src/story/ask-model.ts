/**
 * Asks a language model, at any endpoint that speaks as OpenAI's does, to rephrase sentences. Off unless the
 * user names one.
 */
import type { Rephrase } from "@dramaturg/telling"
import { Refusal, exit } from "../exit.js"

export interface ModelAsked {
  /** Up to and including `/v1`. */
  readonly url: string
  readonly model: string
  readonly key: string | undefined
  /** For one paragraph. */
  readonly timeoutMs: number
  /** For all of them, in milliseconds as `Date.now` counts them. */
  readonly deadline: number | undefined
}

const task =
  'You are given the sentences of one paragraph of a story as a JSON array of strings. Rephrase each for rhythm: put its words into another order, change punctuation, add or leave out words like "the", "and", "then". Keep every other word in the form it has, and every quotation; add nothing. Answer with a JSON array of as many strings, in the same order, and nothing else.'

/** No paragraph is as long as this, in bytes. */
const mostBytes = 1_000_000

export function modelAt({ url, model, key, timeoutMs, deadline }: ModelAsked): Rephrase {
  return async (texts) => {
    const left = Math.max(1, Math.min(timeoutMs, deadline === undefined ? Infinity : deadline - Date.now()))
    try {
      const response = await fetch(`${url.replace(/\/$/, "")}/chat/completions`, {
        method: "POST",
        redirect: "error",
        headers: {
          "content-type": "application/json",
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({
          model,
          temperature: 0,
          messages: [
            { role: "system", content: task },
            { role: "user", content: JSON.stringify(texts) },
          ],
        }),
        signal: AbortSignal.timeout(left),
      })
      if (!response.ok)
        throw new Refusal(
          `the model at ${url} answers ${response.status} ${response.statusText}.`,
          exit.unknown,
        )
      return stringsIn(await bodyOf(response, url))
    } catch (error) {
      if (error instanceof Refusal) throw error
      if (error instanceof Error && error.name === "TimeoutError")
        throw new Refusal(
          `the model at ${url} did not answer within ${Math.ceil(left / 100) / 10} s.`,
          exit.unknown,
        )
      const cause =
        error instanceof Error
          ? error.cause instanceof Error
            ? error.cause.message
            : error.message
          : String(error)
      throw new Refusal(`the model at ${url} cannot be reached: ${cause}.`, exit.unknown)
    }
  }
}

/** An answer without an end fills no memory. */
async function bodyOf(response: Response, url: string): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length
    if (length > mostBytes)
      throw new Refusal(
        `the model at ${url} answers with more than ${mostBytes / 1_000_000} MB, which no paragraph needs.`,
        exit.unknown,
      )
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString("utf8")
}

/** An answer that cannot be read rephrases nothing. */
function stringsIn(body: string): readonly string[] {
  try {
    const { choices } = JSON.parse(body) as {
      readonly choices?: readonly { readonly message?: { readonly content?: string } }[]
    }
    const content = choices?.[0]?.message?.content ?? "[]"
    const texts: unknown = JSON.parse(content.slice(content.indexOf("["), content.lastIndexOf("]") + 1))
    return Array.isArray(texts) ? texts.map((each) => (typeof each === "string" ? each : "")) : []
  } catch {
    return []
  }
}
