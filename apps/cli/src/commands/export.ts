/** `dramaturg export`: a world in somebody else's format. */
import type { ExitCode } from "../exit.js"
import { readChoice } from "../options.js"
import { rewrite, type RewriteFlags } from "./rewrite.js"

export interface ExportFlags extends RewriteFlags {
  readonly to: string
}

const targets = ["sabre"] as const

export async function exportWorld(path: string, flags: ExportFlags): Promise<ExitCode> {
  readChoice("--to", flags.to, targets)
  return rewrite("export", path, flags)
}
