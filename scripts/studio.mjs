/**
 * `npm run studio [-- PORT]`: builds the studio and serves it on this computer. It opens on the founding
 * scene.
 */
import { build, buildStudio, install } from "./steps.mjs"

const usual = 4173
const [wished] = process.argv.slice(2)
const port = Number(wished ?? usual)
if (!/^\d+$/.test(wished ?? String(usual)) || port > 65_535)
  stop(`"${wished}" is no port: write a number up to 65535, for instance npm run studio -- ${usual + 1}`)

install()
build()
buildStudio()
const { serve } = await import("../apps/studio/serve.mjs")
// Browsers keep what is written by address: at another port the shelf would be empty, so the script takes no
// other port by itself.
const { address } = await serve(port).catch(({ message }) =>
  stop(
    `${message}\nLook at http://localhost:${port}/, or choose another: npm run studio -- ${port < 65_535 ? Math.max(1024, port + 1) : usual}\n(Each address has a shelf of its own; worlds written under one are not on the other.)`,
  ),
)
console.log(`The studio is open at ${address} (Ctrl C closes it).`)

function stop(sentence) {
  console.error(sentence)
  process.exit(2)
}
