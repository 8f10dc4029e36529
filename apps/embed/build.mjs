/**
 * Makes `dist/embed.js` and `dist/embed-worker.js`: everything in two files, that a page can be given as
 * they are. Nothing in them is of others, so no licence but our own has to travel with them; should that
 * change, this stops.
 */
import { fileURLToPath } from "node:url"
import { rolldown } from "rolldown"

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

for (const [input, name] of [
  ["src/embed.ts", "embed.js"],
  ["src/worker/embed-worker.ts", "embed-worker.js"],
]) {
  const bundle = await rolldown({
    input: here(input),
    platform: "browser",
    cwd: here("."),
    onLog(level, log) {
      if (level === "warn") throw new Error(log.message)
    },
  })
  const { output } = await bundle.write({
    file: here(`dist/${name}`),
    format: "esm",
    minify: true,
    codeSplitting: false,
  })
  await bundle.close()
  const strange = output
    .flatMap((each) => (each.type === "chunk" ? each.moduleIds : []))
    .filter((id) => id.includes("node_modules"))
  if (strange.length > 0) throw new Error(`${name} holds files of others: ${strange.join(", ")}`)
}
