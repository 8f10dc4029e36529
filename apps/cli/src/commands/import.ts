/** `dramaturg import`: a world in Sabre's text becomes a `.drama` world with the same meaning. */
import type { ExitCode } from "../exit.js"
import { rewrite, type RewriteFlags } from "./rewrite.js"

export function importWorld(path: string, flags: RewriteFlags): Promise<ExitCode> {
  return rewrite("import", path, flags, "sabre")
}
