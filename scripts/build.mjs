/**
 * `npm run build`: installs what is missing and compiles every package, and makes the studio's static files.
 */
import { build, buildStudio, install } from "./steps.mjs"

install()
build()
buildStudio()
