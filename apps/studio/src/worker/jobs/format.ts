/** Sets a file neatly; one that can't be read stays as it is. */
import { askFormat } from "@dramaturg/analysis/convert"
import { resultOf } from "@dramaturg/web/answering"
import type { Job } from "@dramaturg/web/job"

export const format: Job<
  { readonly file: string; readonly text: string },
  { readonly text: string | null }
> = async (source, context) => {
  const result = await resultOf(askFormat(source), context)
  return { text: result.kind === "text" ? result.text : null }
}
