/** How the site is built from `made/`: pages, their order, search without a server, colours for worlds. */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitepress"
import { grammar } from "../grammar.mjs"
import { packageOf } from "../prepare.mjs"
import { live } from "../live.mjs"

// Files that lie beside the pages; what stands behind the last dot would be taken for the name of a page.
process.env.VITE_EXTRA_EXTENSIONS = "drama,ink,twee"

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const page = (text, link) => ({ text, link })

const messages = () =>
  readdirSync(here("../made/messages"))
    .filter((each) => each !== "index.md")
    .sort()
    .map((each) => page(each.slice(0, -3), `/messages/${each.slice(0, -3)}`))

const packages = () =>
  readdirSync(here("../made/api"))
    .filter((each) => each !== "index.md")
    .sort()
    .map((each) => each.slice(0, -3))

const guides = [
  {
    text: "Begin",
    items: [
      page("A first world in ten minutes", "/learn/"),
      page("The cookbook", "/cookbook"),
      page("In your editor", "/editors"),
    ],
  },
  {
    text: "For writers",
    items: [
      page("Guide", "/guide/writers"),
      page("Check my plot", "/check-my-plot"),
      page("Knowing, believing, wondering", "/knowing"),
    ],
  },
  {
    text: "For designers",
    items: [
      page("Guide", "/guide/designers"),
      page("Play a part", "/play"),
      page("Everything that could happen", "/explore"),
      page("Carry it off", "/exports"),
      page("On your own page", "/embed"),
    ],
  },
  {
    text: "For researchers",
    items: [
      page("Guide", "/guide/researchers"),
      page("Semantics", "/semantics"),
      page("Epistemic planning", "/epistemic-planning"),
      page("Theory of mind", "/theory-of-mind"),
      page("Dramaturg as a library", "/library"),
      page("Sabre’s language", "/language-sabre"),
    ],
  },
]

const reference = [
  {
    text: "The language",
    items: [
      page("Writing a world", "/language"),
      page("All words", "/words"),
      page("The library of worlds", "/library-reference"),
      page("Messages", "/messages/"),
    ],
  },
  {
    text: "Formats",
    items: [
      page("The command line", "/formats/command-line"),
      page("For other programs", "/serve"),
      ...["outline", "problem", "solution", "fabula", "telling", "review"].map((each) =>
        page(each[0].toUpperCase() + each.slice(1), `/formats/${each}`),
      ),
    ],
  },
  {
    text: "API",
    items: [
      page("All packages", "/api/"),
      page("Versions", "/versioning"),
      ...packages().map((each) => page(packageOf(each), `/api/${each}`)),
    ],
  },
]

export default defineConfig({
  title: "Dramaturg",
  description: "Stories in which every act has a reason.",
  lang: "en-GB",
  srcDir: "made",
  outDir: "dist",
  cacheDir: "cache",
  cleanUrls: false,
  head: [["link", { rel: "icon", href: "/icon.svg", type: "image/svg+xml" }]],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("dramaturg-") } } },
  markdown: {
    languages: [grammar()],
    // Both are as legible as the guidelines for contrast ask.
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config: live,
  },
  ignoreDeadLinks: [/^\/studio\//, /^\/schemas\//, /^\/stories\//],
  themeConfig: {
    nav: [
      page("Learn", "/learn/"),
      {
        text: "Guides",
        items: ["writers", "designers", "researchers"].map((each) => page(`For ${each}`, `/guide/${each}`)),
      },
      page("Language", "/language"),
      page("Messages", "/messages/"),
      page("API", "/api/"),
      { text: "Studio", link: "/studio/index.html", target: "_self" },
    ],
    sidebar: {
      "/messages/": [{ text: "Messages", link: "/messages/", items: messages() }],
      "/": [...guides, ...reference],
    },
    search: { provider: "local" },
    outline: { level: [2, 3] },
    docFooter: { prev: "Before this", next: "After this" },
  },
  vite: {
    publicDir: join(here("../made"), "public"),
    build: { chunkSizeWarningLimit: 5000 },
  },
})
