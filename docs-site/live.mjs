/**
 * What a block of code means on this site. ` ```drama live ` becomes a world that its reader can change,
 * with its story; ` ```drama play ` one that can be played. Both show the plain text until the elements are
 * there.
 */

export function live(md) {
  md.core.ruler.push("empty-headings-of-tables", ({ tokens }) => {
    tokens.forEach((each, i) => {
      // A heading without words is none: those who hear the page are told nothing by it.
      if (each.type !== "th_open" || tokens[i + 1].content !== "") return
      each.tag = "td"
      tokens[i + 2].tag = "td"
    })
  })
  const fence = md.renderer.rules.fence
  md.renderer.rules.fence = (tokens, at, ...rest) => {
    const found = /^drama\s+(live|play)\s*(.*)$/.exec(tokens[at].info.trim())
    if (!found) return fence(tokens, at, ...rest)
    const [, kind, options] = found
    const world = encodeURIComponent(tokens[at].content).replaceAll("'", "%27")
    return `<LiveWorld kind="${kind}" world="${world}" options="${encodeURIComponent(options)}" />\n`
  }
}
