/**
 * What a world that is being begun lacks to have a story, one thing at a time: told from its words, so that
 * it can be told while it is torn.
 */
import { isBlank, type StudioState } from "./state.js"

export interface NextStep {
  readonly head: string
  readonly words: string
  readonly example: string
}

/** Null: nothing of this kind is lacking. */
export function nextStep({ project, story }: Pick<StudioState, "project" | "story">): NextStep | null {
  if (story.found !== null || isBlank(project) || /\.txt$/i.test(project.main)) return null
  const text = project.files.map((each) => bare(each.text)).join("\n")
  // What is included from elsewhere may hold anything.
  const hasMore = /\binclude\b/.test(text)
  if (!hasMore && !/:\s*character\b/.test(text.replace(/\([^()]*\)/g, ""))) return steps.nobody
  if (!hasMore && !/\baction\b/.test(text)) return steps.nothing
  if (!/\bwants\s*:|\butility\s*\(\s*[^\s)]/.test(text)) return steps.noWants
  return /\butility\s*\(\s*\)/.test(text) ? null : steps.noEnd
}

const steps = {
  nobody: {
    head: "Nobody is there yet",
    words: "Say who there is. A person is an entity of the type character:",
    example: "entity Anna : character;",
  },
  nothing: {
    head: "Nothing can happen yet",
    words: "Say what somebody could do, and what comes of it:",
    example: "action walk(who : character, to : place) {\n  effect: at(who) = to;\n  consenting: who;\n}",
  },
  noWants: {
    head: "Nobody wants anything yet",
    words: "People act because they want something. Say what, in somebody’s block:",
    example: "entity Anna : character {\n  wants: at(Anna) == Garden;\n}",
  },
  noEnd: {
    head: "Nothing says yet how it should end",
    words: "Say what the story should come to, whoever wants it or does not:",
    example: "utility(): at(Anna) == Garden;",
  },
} satisfies Record<string, NextStep>

/** Without comments and quotes. */
function bare(text: string): string {
  return text.replace(/"[^"\n]*"|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, " ")
}
