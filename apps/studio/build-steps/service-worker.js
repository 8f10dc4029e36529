/** Keeps the studio's own files, so that it opens without a network. Nothing that an author writes passes through here. */
const edition = "dramaturg-__EDITION__"
const files = "__FILES__"

self.addEventListener("install", (happening) => {
  happening.waitUntil(caches.open(edition).then((kept) => kept.addAll(files)))
})

self.addEventListener("activate", (happening) => {
  happening.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter((each) => each.startsWith("dramaturg-") && each !== edition).map((each) => caches.delete(each))))
      .then(() => self.clients.claim()),
  )
})

/** The page from the network if there is one, so that a new edition is seen at once; everything else never changes under its name. */
self.addEventListener("fetch", (happening) => {
  const { request } = happening
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return
  happening.respondWith(request.mode === "navigate" ? freshPage(request) : keptFile(request))
})

async function freshPage(request) {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match("./")) ?? Response.error()
  }
}

async function keptFile(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) (await caches.open(edition)).put(request, answer.clone())
  return answer
}
