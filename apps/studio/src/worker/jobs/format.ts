/** Sets a file neatly; one that can't be read stays as it is. */
import { dialectOf, formatStory } from "@dramaturg/language"
import { hasErrors } from "@dramaturg/model"
import type { Job } from "../job.js"

export const format: Job<"format"> = async ({ file, text }) => {
  if (dialectOf(file) === "sabre") return { text: null }
  const set = formatStory(text, file)
  return { text: hasErrors(set.diagnostics) ? null : set.text }
}
