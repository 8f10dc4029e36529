/**
 * Writes one file through the door that every command writes through, and nothing else: small enough to be
 * killed many times.
 */
import { replaceFile } from "../dist/files/replace-file.js"

const [path, letter, length] = process.argv.slice(2)
try {
  replaceFile(path, letter.repeat(Number(length)), { isOwn: true })
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error.code
}
