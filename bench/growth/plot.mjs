/** A plot with two logarithmic axes as an SVG: readable in light, in dark, in grey and on paper. */

const WIDTH = 720
const HEIGHT = 440
const INSIDE = { left: 92, right: 600, top: 48, bottom: 376 }
const LABEL_GAP = 17

/** Told apart by colour and by mark, so that a print without colours still can be read. */
const looks = [
  { light: "#0b62a4", dark: "#6cb6ff", mark: "circle" },
  { light: "#b3470b", dark: "#ff9e64", mark: "square" },
  { light: "#1b7837", dark: "#7ee787", mark: "triangle" },
  { light: "#7b3294", dark: "#d2a8ff", mark: "diamond" },
  { light: "#444444", dark: "#c9c9c9", mark: "cross" },
]

/** `series` are `{ name, points: [[x, y], …] }`, all above 0. */
export function plotOf({ title, xTitle, yTitle, series }) {
  const drawn = series
    .map((each, i) => ({ ...each, look: i % looks.length }))
    .filter((each) => each.points.length > 0)
  const all = drawn.flatMap((each) => each.points)
  const x = axis(
    all.map(([size]) => size),
    INSIDE.left,
    INSIDE.right,
  )
  const y = axis(
    all.map(([, amount]) => amount),
    INSIDE.bottom,
    INSIDE.top,
  )
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title" font-family="system-ui, 'DejaVu Sans', Helvetica, Arial, sans-serif" font-size="13">`,
    `<title id="title">${title}: ${yTitle}, over ${xTitle}</title>`,
    `<style>${style()}</style>`,
    `<rect class="paper" width="${WIDTH}" height="${HEIGHT}"/>`,
    text(INSIDE.left, 26, title, 'class="ink" font-size="16" font-weight="600"'),
    ...gridAlong(x, ticks(x)).map((each) => upright(each)),
    ...gridAlong(y, ticks(y)).map((each) => level(each)),
    `<rect class="frame" x="${INSIDE.left}" y="${INSIDE.top}" width="${INSIDE.right - INSIDE.left}" height="${INSIDE.bottom - INSIDE.top}"/>`,
    text((INSIDE.left + INSIDE.right) / 2, HEIGHT - 18, xTitle, 'class="soft" text-anchor="middle"'),
    `<g transform="translate(20 ${(INSIDE.top + INSIDE.bottom) / 2}) rotate(-90)">${text(0, 0, yTitle, 'class="soft" text-anchor="middle"')}</g>`,
    ...drawn.map((each) => curve(each, x, y)),
    ...labels(drawn, x, y),
    "</svg>",
  ].join("\n")}\n`
}

/** Dark only where a screen says so; paper is always light. */
function style() {
  const light = `.paper{fill:#ffffff}.ink{fill:#1a1a1a}.soft{fill:#555555}.grid{stroke:#dddddd}.frame{stroke:#888888;fill:none}${colours("light")}`
  const dark = `.paper{fill:#14171c}.ink{fill:#f0f0f0}.soft{fill:#b8b8b8}.grid{stroke:#343a43}.frame{stroke:#808893;fill:none}${colours("dark")}`
  return `.line{stroke-width:2;stroke-linejoin:round}${light}@media screen and (prefers-color-scheme:dark){${dark}}`
}

/** A series' lines, its marks, and its name. */
function colours(key) {
  return looks
    .map(
      (look, i) =>
        `.l${i}{stroke:${look[key]};fill:none}.m${i}{stroke:${look[key]};fill:${look[key]}}.w${i}{fill:${look[key]}}`,
    )
    .join("")
}

/** Maps values to places on a logarithmic scale, with a little room on both sides. */
function axis(values, from, to) {
  const [low, high] = [Math.min(...values), Math.max(...values)].map(Math.log10)
  const room = Math.max(0.05 * (high - low), 0.05)
  const start = low - room
  const span = high + room - start
  return {
    low: 10 ** start,
    high: 10 ** (start + span),
    place: (value) => from + ((Math.log10(value) - start) / span) * (to - from),
  }
}

/** Powers of ten, and 2 and 5 times them where there are few. */
function ticks({ low, high }) {
  const decades = Math.log10(high / low)
  const among = decades > 3.5 ? [1] : [1, 2, 5]
  const found = []
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++)
    found.push(...among.map((each) => each * 10 ** power))
  return found.filter((each) => each >= low && each <= high)
}

const gridAlong = (scale, ticks) => ticks.map((value) => ({ at: scale.place(value), word: grouped(value) }))

const grouped = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f")

function upright({ at, word }) {
  return `<line class="grid" x1="${n(at)}" x2="${n(at)}" y1="${INSIDE.top}" y2="${INSIDE.bottom}"/>${text(at, INSIDE.bottom + 20, word, 'class="soft" text-anchor="middle"')}`
}

function level({ at, word }) {
  return `<line class="grid" x1="${INSIDE.left}" x2="${INSIDE.right}" y1="${n(at)}" y2="${n(at)}"/>${text(INSIDE.left - 8, at + 4, word, 'class="soft" text-anchor="end"')}`
}

function curve({ points, look }, x, y) {
  const places = points.map(([size, amount]) => [x.place(size), y.place(amount)])
  const path = places.map(([a, b]) => `${n(a)},${n(b)}`).join(" ")
  return `<g><polyline class="line l${look}" points="${path}"/>${places.map((each) => mark(look, each)).join("")}</g>`
}

function mark(look, [a, b]) {
  const moved = (points) => points.map(([p, q]) => `${n(a + p)},${n(b + q)}`).join(" ")
  const shape = looks[look].mark
  if (shape === "circle") return `<circle class="m${look}" cx="${n(a)}" cy="${n(b)}" r="4"/>`
  if (shape === "cross")
    return `<path class="l${look}" stroke-width="2.5" d="M${moved([[-4, -4]])}L${moved([[4, 4]])}M${moved([[-4, 4]])}L${moved([[4, -4]])}"/>`
  return `<polygon class="m${look}" points="${moved(corners[shape])}"/>`
}

const corners = {
  square: [
    [-4, -4],
    [4, -4],
    [4, 4],
    [-4, 4],
  ],
  triangle: [
    [0, -5],
    [5, 4],
    [-5, 4],
  ],
  diamond: [
    [0, -5.5],
    [5.5, 0],
    [0, 5.5],
    [-5.5, 0],
  ],
}

/**
 * Names stand in one column at the right, beside the ends of their curves, pushed apart where they would
 * touch.
 */
function labels(drawn, x, y) {
  const wanted = drawn.map(({ name, points, look }) => ({
    name,
    look,
    from: [x.place(points.at(-1)[0]), y.place(points.at(-1)[1])],
  }))
  wanted.sort((a, b) => a.from[1] - b.from[1])
  let lowest = -Infinity
  const placed = wanted.map((each) => {
    lowest = Math.max(each.from[1], lowest + LABEL_GAP)
    return { ...each, at: lowest }
  })
  return placed.map(({ name, look, from, at }) => {
    const thread = `<line class="l${look}" stroke-dasharray="2 3" x1="${n(from[0] + 7)}" y1="${n(from[1])}" x2="${INSIDE.right + 12}" y2="${n(at)}"/>`
    return `${thread}${mark(look, [INSIDE.right + 22, at])}${text(INSIDE.right + 34, at + 4, name, `class="w${look}"`)}`
  })
}

const text = (x, y, words, more) => `<text x="${n(x)}" y="${n(y)}" ${more}>${words}</text>`

const n = (value) => Number(value.toFixed(1))
