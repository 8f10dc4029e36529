/** Lets the browser fetch the page's own code while the first lines of the studio begin the engine: what is asked for next stands in the head. */
import type { Plugin } from "vite"

/** The page, and the editor in it. */
const wanted = ["page", "view"]

export function ahead(): Plugin {
  return {
    name: "ahead",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) => {
        const chunks = Object.values(bundle ?? {}).filter((each) => each.type === "chunk")
        const needed = new Set(
          chunks
            .filter((each) => wanted.includes(each.name))
            .flatMap((each) => [each.fileName, ...each.imports]),
        )
        const entry = chunks.find((each) => each.isEntry && each.name === "index")
        return [...needed]
          .filter((each) => each !== entry?.fileName && !entry?.imports.includes(each))
          .map((each) => ({
            tag: "link",
            attrs: { rel: "modulepreload", crossorigin: true, href: `./${each}` },
            injectTo: "head" as const,
          }))
      },
    },
  }
}
