/** Asks a language model, at any endpoint that speaks as OpenAI's does, to rephrase sentences. Off unless somebody names one. */
import type { Rephrase } from "@dramaturg/telling"
import { Refusal, exit } from "../exit.js"

export interface ModelAsked {
  /** Up to and including `/v1`. */
  readonly url: string
  readonly model: string
  readonly key: string | undefined
  readonly timeoutMs: number
}

const task =
  "You are given the sentences of one paragraph of a story as a JSON array of strings. Rephrase each for rhythm. Keep every name, every number, every quotation and every fact; add nothing. Answer with a JSON array of as many strings, in the same order, and nothing else."

export function modelAt({ url, model, key, timeoutMs }: ModelAsked): Rephrase {
  return async (texts) => {
    const response = await fetch(`${url.replace(/\/$/, "")}/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, temperature: 0, messages: [{ role: "system", content: task }, { role: "user", content: JSON.stringify(texts) }] }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw new Refusal(`the model at ${url} cannot be reached: ${error instanceof Error ? error.message : String(error)}.`, exit.unknown)
    })
    if (!response.ok) throw new Refusal(`the model at ${url} answers ${response.status} ${response.statusText}.`, exit.unknown)
    return stringsIn(await response.text())
  }
}

/** An answer that cannot be read rephrases nothing. */
function stringsIn(body: string): readonly string[] {
  try {
    const { choices } = JSON.parse(body) as { readonly choices?: readonly { readonly message?: { readonly content?: string } }[] }
    const content = choices?.[0]?.message?.content ?? "[]"
    const texts: unknown = JSON.parse(content.slice(content.indexOf("["), content.lastIndexOf("]") + 1))
    return Array.isArray(texts) ? texts.map((each) => (typeof each === "string" ? each : "")) : []
  } catch {
    return []
  }
}
