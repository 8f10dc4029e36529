/** `npm run studio [-- PORT]`: builds the studio and serves it on this computer. It opens on the founding scene. */
import { build, buildStudio, install } from "./steps.mjs"

const wished = Number(process.argv.slice(2).find((each) => /^\d+$/.test(each)) ?? 4173)

install()
build()
buildStudio()
const { serve } = await import("../apps/studio/serve.mjs")
const { address } = await serve(wished).catch(() => serve(0))
console.log(`The studio is open at ${address} (Ctrl C closes it).`)
