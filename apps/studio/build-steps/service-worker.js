/**
 * Keeps the studio's own files, so that it opens without a network. It answers for the files of its list and for nothing else that lies
 * beside them; nothing that an author writes passes through here, and no cache but its own is touched.
 */
const edition = "__EDITION__"
const { scope } = self.registration
const prefix = `dramaturg:${new URL(scope).pathname}:`
const name = prefix + edition

const addresses = (files) => files.map((each) => new URL(each, scope).href)
/** Kept at once, and kept when somebody first needs them. */
const kept = addresses("__FILES__")
const later = addresses("__LATER__")
const page = new URL("./", scope).href
const own = new Set([...kept, ...later])

self.addEventListener("install", (happening) => {
  happening.waitUntil(Promise.all(kept.map(async (each) => {
    // Past the browser's own cache, where files of an older edition may lie.
    const answer = await fetch(new Request(each, { cache: "reload" }))
    if (!answer.ok) throw new Error(`${each}: ${answer.status}`)
    if (mayBeKept(answer)) await (await caches.open(name)).put(each, answer)
  })))
})

self.addEventListener("activate", (happening) => {
  happening.waitUntil(removeOld().then(() => self.clients.claim()))
})

/** Other editions of this studio, and what it kept under names that it no longer uses; another studio's, elsewhere on this host, stays. */
async function removeOld() {
  for (const each of await caches.keys()) {
    const isOld = (each.startsWith(prefix) && each !== name) || (/^dramaturg-[0-9a-f]{12}$/.test(each) && (await isOurs(each)))
    if (isOld) await caches.delete(each)
  }
}

async function isOurs(each) {
  const inside = await (await caches.open(each)).keys()
  return inside.every(({ url }) => url.startsWith(scope))
}

/** The page from the network if there is one, so that a new edition is seen at once; everything else never changes under its name. */
self.addEventListener("fetch", (happening) => {
  const { request } = happening
  if (request.method !== "GET" || request.headers.has("range")) return
  const { origin, pathname } = new URL(request.url)
  const address = origin + pathname
  if (request.mode === "navigate" && (address === page || address === `${page}index.html`)) happening.respondWith(freshPage(request))
  else if (own.has(request.url)) happening.respondWith(keptFile(request))
})

async function freshPage(request) {
  try {
    const answer = await fetch(request)
    if (answer.status < 500) return answer
    return (await keptUnder(page)) ?? answer
  } catch {
    return (await keptUnder(page)) ?? Response.error()
  }
}

async function keptFile(request) {
  const found = await keptUnder(request.url)
  if (found) return found
  const answer = await fetch(request)
  if (later.includes(request.url) && mayBeKept(answer)) {
    const copy = answer.clone()
    void caches.open(name).then((it) => it.put(request.url, copy)).catch(() => {})
  }
  return answer
}

async function keptUnder(address) {
  return (await caches.open(name)).match(address)
}

function mayBeKept(answer) {
  return answer.status === 200 && answer.type === "basic" && !answer.redirected && !/no-store/i.test(answer.headers.get("cache-control") ?? "")
}
