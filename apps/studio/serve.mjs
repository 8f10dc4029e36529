/** Serves the built studio as any static host would: files and nothing else. Plain Node; used by `npm run studio` and by the tests. */
import { createReadStream, existsSync, statSync } from "node:fs"
import { createServer } from "node:http"
import { extname, join, normalize, sep } from "node:path"
import { fileURLToPath } from "node:url"

export const built = fileURLToPath(new URL("dist", import.meta.url))

const kinds = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
  ".woff2": "font/woff2", ".webmanifest": "application/manifest+json", ".json": "application/json",
}

/** Answers with the address once it can be opened. Port 0: any that is free. */
export function serve(port = 0, folder = built) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname))
    const file = join(folder, path.endsWith(sep) || path.endsWith("/") ? join(path, "index.html") : path)
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { "content-type": "text/plain" }).end("There is nothing here.")
      return
    }
    const isHashed = path.includes("assets")
    response.writeHead(200, {
      "content-type": kinds[extname(file)] ?? "application/octet-stream", "x-content-type-options": "nosniff",
      "cache-control": isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    })
    createReadStream(file).pipe(response)
  })
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", () => resolve({ server, address: `http://localhost:${server.address().port}/` }))
  })
}
