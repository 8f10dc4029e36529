/**
 * Serves the built studio as any static host would: the files of one folder and nothing else, to this
 * computer alone. Whatever is asked of it, it answers with a proper status and goes on. Plain Node; used by
 * `npm run studio` and by the tests.
 */
import { createReadStream, realpathSync, statSync } from "node:fs"
import { createServer } from "node:http"
import { extname, join, sep } from "node:path"
import { pipeline } from "node:stream"
import { fileURLToPath } from "node:url"

export const built = fileURLToPath(new URL("dist", import.meta.url))

const kinds = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
}

/** No file of ours has a longer address. */
const longestAddress = 2000

/**
 * Answers with the address once it can be opened. Port 0: any that is free. A port that is taken, or may not
 * be used, is an error that says so.
 */
export function serve(port = 0, folder = built) {
  const server = createServer((request, response) => {
    try {
      answer(request, response, folder)
    } catch {
      // Whatever happened, it happened to this one request.
      if (!response.headersSent) say(response, 500, "This could not be answered.")
      else response.destroy()
    }
  })
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(new Error(whyNotOpen(port, error), { cause: error })))
    server.listen(port, "127.0.0.1", () =>
      resolve({ server, address: `http://localhost:${server.address().port}/` }),
    )
  })
}

function whyNotOpen(port, { code, message }) {
  if (code === "EADDRINUSE")
    return `Port ${port} is taken: by a studio that is open already, perhaps, or by another program.`
  if (code === "EACCES") return `Port ${port} may not be used: ports below 1024 usually belong to the system.`
  return `Port ${port} could not be opened: ${message}.`
}

function answer(request, response, folder) {
  if (request.method !== "GET" && request.method !== "HEAD")
    return say(response, 405, "Files can be read here, and nothing else.", { allow: "GET, HEAD" })
  if (request.url.length > longestAddress) return say(response, 414, "No file here has so long an address.")
  const steps = stepsOf(request.url)
  if (!steps) return say(response, 400, "This is no address of a file.")
  const file = fileAt(folder, steps)
  if (!file) return say(response, 404, "There is nothing here.")
  send(request, response, file, steps)
}

/**
 * The path, step by step; undefined where it is none: escapes that stand for nothing, steps that lead out, or
 * names that no file has.
 */
function stepsOf(target) {
  const path = target.replace(/[?#].*$/s, "")
  if (!path.startsWith("/")) return undefined
  const decoded = unescaped(path)
  if (decoded === undefined || /[\0\\]/.test(decoded)) return undefined
  const steps = decoded.split("/").filter((each) => each !== "" && each !== ".")
  if (steps.includes("..")) return undefined
  return decoded.endsWith("/") ? [...steps, "index.html"] : steps
}

function unescaped(path) {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** Where the file really lies has to be inside of where the folder really lies, whatever links point to. */
function fileAt(folder, steps) {
  try {
    const home = realpathSync(folder)
    const path = realpathSync(join(home, ...steps))
    const about = statSync(path)
    return path.startsWith(home + sep) && about.isFile() ? { path, about } : undefined
  } catch {
    return undefined
  }
}

function send(request, response, { path, about }, steps) {
  const mark = `"${about.size.toString(36)}-${Math.round(about.mtimeMs).toString(36)}"`
  const headers = {
    "content-type": kinds[extname(path)] ?? "application/octet-stream",
    "x-content-type-options": "nosniff",
    "accept-ranges": "bytes",
    etag: mark,
    "cache-control": steps[0] === "assets" ? "public, max-age=31536000, immutable" : "no-cache",
  }
  if (request.headers["if-none-match"]?.split(",").some((each) => each.trim() === mark))
    return void response.writeHead(304, headers).end()
  const piece = pieceOf(request, about.size, mark)
  if (piece === "outside")
    return say(response, 416, "The file is shorter than that.", { "content-range": `bytes */${about.size}` })
  const { start, end } = piece ?? { start: 0, end: about.size - 1 }
  response.writeHead(piece ? 206 : 200, {
    ...headers,
    "content-length": end - start + 1,
    ...(piece ? { "content-range": `bytes ${start}-${end}/${about.size}` } : {}),
  })
  if (request.method === "HEAD" || about.size === 0) return void response.end()
  // A reader who goes away, or a file that vanishes meanwhile, ends this answer only.
  pipeline(createReadStream(path, { start, end }), response, () => {})
}

/**
 * The one stretch that is asked for; undefined: all of it. Whatever else is asked for may be ignored, and is.
 */
function pieceOf({ method, headers }, size, mark) {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? "")
  if (
    method !== "GET" ||
    !asked ||
    (asked[1] === "" && asked[2] === "") ||
    (headers["if-range"] ?? mark) !== mark
  )
    return undefined
  const [first, last] = [asked[1], asked[2]].map((each) => (each === "" ? undefined : Number(each)))
  const start = first ?? Math.max(0, size - last)
  const end = Math.min(size - 1, first === undefined ? size - 1 : (last ?? size - 1))
  if (first !== undefined && last !== undefined && last < first) return undefined
  return start > end || start >= size ? "outside" : { start, end }
}

function say(response, status, sentence, headers = {}) {
  response
    .writeHead(status, {
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      ...headers,
    })
    .end(`${sentence}\n`)
}
