/**
 * `npm run docs [-- PORT]` builds the site and serves it on this computer until Ctrl-C; `npm run
 * docs:build` only builds it, in docs-site/dist. Other scripts have built the packages, the elements and
 * the studio before.
 */
import { rmSync } from "node:fs"
import { build as buildSite } from "vitepress"
import { dist, isFresh } from "./fresh.mjs"
import { here, prepare } from "./prepare.mjs"

const words = process.argv.slice(2)
const isBuildOnly = words.includes("--build")
const wished = words.find((each) => each !== "--build") ?? "4174"
if (!/^\d+$/.test(wished) || Number(wished) > 65_535)
  stop(`"${wished}" is no port: write a number up to 65535, for instance npm run docs -- 4175`)

if (isBuildOnly || !isFresh()) await make()
if (isBuildOnly) console.log(`The site is in ${dist}`)
else await show()

async function make() {
  await prepare()
  rmSync(dist, { recursive: true, force: true })
  await buildSite(here)
}

async function show() {
  const { serve } = await import("../apps/studio/serve.mjs")
  const { server, address } = await serve(Number(wished), dist).catch(({ message }) =>
    stop(`${message}\nChoose another: npm run docs -- ${Number(wished) + 1}`),
  )
  console.log(`The documentation is open at ${address} (Ctrl C closes it).`)
  process.on("SIGINT", () => {
    server.close()
    server.closeAllConnections()
    process.exit(0)
  })
}

function stop(sentence) {
  console.error(sentence)
  process.exit(2)
}
