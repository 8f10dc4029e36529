/**
 * The local server: whatever is asked of it, it answers with a proper status, gives nothing from outside its
 * folder, and lives on.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { spawnSync } from "node:child_process"
import { type AddressInfo, connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { serve } from "../serve.mjs"

const home = mkdtempSync(join(tmpdir(), "dramaturg-serve-"))
const folder = join(home, "dist")
let host: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  mkdirSync(join(folder, "assets"), { recursive: true })
  mkdirSync(join(home, "dist-secret"))
  writeFileSync(join(home, "secret.txt"), "secret")
  writeFileSync(join(home, "dist-secret", "secret.txt"), "secret")
  writeFileSync(join(folder, "index.html"), "<p>the page</p>")
  writeFileSync(join(folder, "assets", "a b.js"), "0123456789")
  writeFileSync(join(folder, "empty.txt"), "")
  symlinkSync(join(home, "secret.txt"), join(folder, "link.txt"))
  host = await serve(0, folder)
})

afterAll(() => {
  host.server.close()
  rmSync(home, { recursive: true, force: true })
})

/** Sent byte by byte as it stands: clients that mean well would mend it. */
function ask(target: string, { method = "GET", headers = [] as readonly string[] } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect((host.server.address() as AddressInfo).port, "127.0.0.1")
    let heard = ""
    socket
      .setEncoding("latin1")
      .on("data", (each) => (heard += each))
      .on("end", () => resolve(heard))
      .on("error", reject)
    socket.write(
      Buffer.from(
        `${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers.map((each) => `${each}\r\n`).join("")}\r\n`,
        "latin1",
      ),
    )
  })
}

const status = async (...asked: Parameters<typeof ask>): Promise<number> =>
  Number((await ask(...asked)).split(" ")[1])

const [hidden, nothing] = [/secret/, 404]
const hostile: readonly (readonly [target: string, status: number])[] = [
  ["/%", 400],
  ["/%00", 400],
  ["/%zz", 400],
  ["/%ff%fe", 400],
  ["/%C0%AE%C0%AE/secret.txt", 400],
  ["/a%00.html", 400],
  ["/?%", 200],
  ["/index.html?%00", 200],
  ["/..%2fsecret.txt", 400],
  ["/%2e%2e/secret.txt", 400],
  ["/../secret.txt", 400],
  ["/assets/../../secret.txt", 400],
  ["/..%5csecret.txt", 400],
  ["/..\\secret.txt", 400],
  ["/../dist-secret/secret.txt", 400],
  ["/-secret/secret.txt", nothing],
  ["/link.txt", nothing],
  ["/assets", nothing],
  ["/assets/", nothing],
  ["/index.html/", nothing],
  ["/nobody", nothing],
  ["//secret.txt", nothing],
  ["//", 200],
  ["//index.html", 200],
  ["*", 400],
  ["http://x/index.html", 400],
  [`/${"a".repeat(5000)}`, 414],
  [`/${"a/".repeat(30_000)}`, 431],
  ["/\xff\xfe", nothing],
  ["/index.html\x01", nothing],
]

test("addresses that stand for no file, or lead out of the folder, get a status, and the server lives on", async () => {
  for (const [target, wanted] of hostile) {
    const heard = await ask(target)
    // What is not HTTP at all is refused before it is looked at.
    expect([wanted, 400], `${target.slice(0, 60)}: ${heard.slice(0, 40)}`).toContain(
      Number(heard.split(" ")[1]),
    )
    expect(heard).not.toMatch(hidden)
    if (wanted !== 400 && !/[\x01\xff]/.test(target))
      expect(Number(heard.split(" ")[1]), target.slice(0, 60)).toBe(wanted)
  }
  expect(await ask("/")).toContain("<p>the page</p>")
})

test("files are read and nothing else: no other method does anything, HEAD has no body", async () => {
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
    expect(await ask("/", { method, headers: ["Content-Length: 0"] })).toMatch(
      /^HTTP\/1.1 405 [\s\S]*allow: GET, HEAD/i,
    )
  const head = await ask("/", { method: "HEAD" })
  expect(head).toMatch(/^HTTP\/1.1 200 [\s\S]*content-length: 15\r\n/i)
  expect(head).not.toContain("the page")
  expect(await status("/nobody", { method: "HEAD" })).toBe(404)
})

test("a stretch of a file is given if it is there, and a file that has not changed is not given twice", async () => {
  const range = (asked: string): Promise<string> => ask("/assets/a%20b.js", { headers: [`Range: ${asked}`] })
  expect(await range("bytes=2-4")).toMatch(
    /^HTTP\/1.1 206 [\s\S]*content-range: bytes 2-4\/10\r\n[\s\S]*\r\n\r\n234$/i,
  )
  expect(await range("bytes=7-")).toMatch(/^HTTP\/1.1 206 [\s\S]*\r\n\r\n789$/)
  expect(await range("bytes=-2")).toMatch(/^HTTP\/1.1 206 [\s\S]*\r\n\r\n89$/)
  expect(await range("bytes=5-500")).toMatch(/^HTTP\/1.1 206 [\s\S]*\r\n\r\n56789$/)
  expect(await range("bytes=10-")).toMatch(/^HTTP\/1.1 416 [\s\S]*content-range: bytes \*\/10\r\n/i)
  for (const odd of ["bytes=4-2", "bytes=-", "lines=1-2", "bytes=0-1,4-5", "bytes=99999999999999999999999-1"])
    expect(await range(odd)).toMatch(/^HTTP\/1.1 200 [\s\S]*0123456789$/)
  expect(await ask("/empty.txt", { headers: ["Range: bytes=0-1"] })).toMatch(/^HTTP\/1.1 416 /)
  expect(await status("/empty.txt")).toBe(200)
  const mark = /etag: (.*)\r\n/i.exec(await ask("/"))![1]
  expect(await status("/", { headers: [`If-None-Match: ${mark}`] })).toBe(304)
})

test("this computer alone is listened to, and a port that is taken is said to be", async () => {
  const { address, port } = host.server.address() as AddressInfo
  expect(address).toBe("127.0.0.1")
  await expect(serve(port, folder)).rejects.toThrow(`Port ${port} is taken`)
})

test("npm run studio says what is no port", () => {
  for (const wrong of ["abc", "70000", "-1", "80.5"]) {
    const { status: code, stderr } = spawnSync(
      process.execPath,
      [fileURLToPath(new URL("../../../scripts/studio.mjs", import.meta.url)), wrong],
      { encoding: "utf8" },
    )
    expect([code, stderr]).toEqual([
      2,
      `"${wrong}" is no port: write a number up to 65535, for instance npm run studio -- 4174\n`,
    ])
  }
})
