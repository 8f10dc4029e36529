/** Runs the real launcher, so that tests see what a user sees: words in, text and exit code out. */
import { spawn, spawnSync } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

export const launcher = fileURLToPath(new URL("../bin/dramaturg.js", import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** `folder` is where it runs; `input` what stands on stdin. */
export function dramaturg(words: readonly string[], { folder = makeFolder({}), input = "", env = {} } = {}): Ran {
  const result = spawnSync(process.execPath, [launcher, ...words], {
    cwd: folder, input, encoding: "utf8", env: { ...process.env, ...env }, maxBuffer: 1 << 28,
  })
  return { code: result.status, out: result.stdout, err: result.stderr }
}

export function start(words: readonly string[], folder: string) {
  return spawn(process.execPath, [launcher, ...words], { cwd: folder })
}

/** A new folder with these files in it. */
export function makeFolder(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "dramaturg-"))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

/** Replaces what is measured, which may differ from run to run. */
export function unmeasured(json: string): string {
  return json.replace(/"(visited|generated|states|milliseconds|memoryMiB)": \d+/g, '"$1": 0')
}
