/**
 * Reads Sabre's expressions in the slow way, directly by the grammar's ordered alternatives, without
 * memoised results or indexed places. It returns the same bracketed text as `printTree`, or undefined if
 * nothing fits, and shares no code with the reader.
 */
const openers = "([{"
const closers = ")]}"

/** The places of a sign that are inside no bracket. */
function places(tokens: readonly string[], sign: string): number[] {
  const found: number[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i] === sign) found.push(i)
    if (!openers.includes(tokens[i])) continue
    i = partner(tokens, i)
    if (i < 0) return found
  }
  return found
}

function partner(tokens: readonly string[], at: number): number {
  const closer = closers[openers.indexOf(tokens[at])]
  for (let i = at + 1; i < tokens.length; i++) {
    if (tokens[i] === closer) return i
    if (openers.includes(tokens[i])) i = partner(tokens, i)
    if (i < 0) return -1
  }
  return -1
}

function pieces(tokens: readonly string[], sign: string): string[][] | undefined {
  const cuts = [-1, ...places(tokens, sign), tokens.length]
  const all = cuts.slice(1).map((cut, i) => tokens.slice(cuts[i] + 1, cut))
  if (all.at(-1)!.length === 0) all.pop()
  return all.some((piece) => piece.length === 0) ? undefined : all
}

const isName = (text: string | undefined) => text !== undefined && /^[A-Za-z]/.test(text)

function term(tokens: readonly string[]): string | undefined {
  const [text] = tokens
  return tokens.length === 1 && (text === "?" || /^-?\d/.test(text) || isName(text)) ? text : undefined
}

function isCall(t: readonly string[]): boolean {
  return isName(t[0]) && t[1] === "(" && partner(t, 1) === t.length - 1
}

function fluent(t: readonly string[]): string | undefined {
  if (!isCall(t)) return undefined
  const inside = t.slice(2, -1)
  const comma = places(inside, ",")[0]
  if (t[0] === "believes" && comma !== undefined) {
    const [who, what] = [term(inside.slice(0, comma)), fluent(inside.slice(comma + 1))]
    if (who && what) return `believes(${who}, ${what})`
  }
  const items = pieces(inside, ",")?.map(term)
  return items && !items.includes(undefined) ? `${t[0]}(${items.join(", ")})` : undefined
}

function chain(t: readonly string[], sign: string): string | undefined {
  const all = places(t, sign).length > 0 ? pieces(t, sign) : undefined
  const parts = all && all.length > 1 ? all.map(naive) : [undefined]
  return parts.includes(undefined) ? undefined : `(${parts.join(` ${sign} `)})`
}

function binary(
  t: readonly string[],
  sign: string,
  left: (t: readonly string[]) => string | undefined = naive,
): string | undefined {
  const cut = places(t, sign)[0]
  if (cut === undefined) return undefined
  const [a, b] = [left(t.slice(0, cut)), naive(t.slice(cut + 1))]
  return a !== undefined && b !== undefined ? `(${a} ${sign} ${b})` : undefined
}

function binder(t: readonly string[], word: string): string | undefined {
  if (t[0] !== word || t[1] !== "(" || !isName(t[2]) || t[3] !== ":" || !isName(t[4]) || t[5] !== ")")
    return undefined
  const body = naive(t.slice(6))
  return body && `(${word} ${t[2]} : ${t[4]} . ${body})`
}

function branch(t: readonly string[], word: string): string | undefined {
  if (t[0] !== word || t[1] !== "(") return undefined
  const close = partner(t, 1)
  const [condition, body] = [naive(t.slice(2, close)), naive(t.slice(close + 1))]
  return close > 0 && condition && body ? `if ${condition} then ${body}` : undefined
}

function conditional(t: readonly string[]): string | undefined {
  if (t[0] !== "if") return undefined
  const branches: string[][] = []
  let rest = [...t]
  while (true) {
    const behind = rest.slice(1)
    const cut = places(behind, "elseif")[0] ?? places(behind, "else")[0]
    if (cut === undefined) break
    branches.push(rest.slice(0, cut + 1))
    rest = rest.slice(cut + 1)
  }
  branches.push(rest)
  const last = branches.length > 1 && rest[0] === "else" ? naive(branches.pop()!.slice(1)) : ""
  const texts = branches.map((each, i) => branch(each, i === 0 ? "if" : "elseif"))
  if (last === undefined || texts.includes(undefined)) return undefined
  return `(${texts.join(" else")}${last === "" ? "" : ` else ${last}`})`
}

function typeTest(t: readonly string[]): string | undefined {
  const cut = places(t, ":")[0]
  const body =
    cut === undefined || cut !== t.length - 2 || !isName(t[cut + 1]) ? undefined : naive(t.slice(0, cut))
  return body && `(${body} : ${t[cut + 1]})`
}

function belief(t: readonly string[]): string | undefined {
  if (t[0] !== "believes" || !isCall(t)) return undefined
  const inside = t.slice(2, -1)
  const comma = places(inside, ",")[0]
  const who = comma === undefined ? undefined : term(inside.slice(0, comma))
  const what = who && naive(inside.slice(comma + 1))
  return what && `believes(${who}, ${what})`
}

export function naive(t: readonly string[]): string | undefined {
  if (t.length === 0) return undefined
  if (t[0] === "(" && partner(t, 0) === t.length - 1) return naive(t.slice(1, -1))
  const not = () => {
    const body = t[0] === "!" ? naive(t.slice(1)) : undefined
    return body && `(!${body})`
  }
  const alternatives = [
    () => term(t),
    () => fluent(t),
    () => belief(t),
    () => chain(t, "&"),
    () => chain(t, "|"),
    not,
    () => conditional(t),
    () => binder(t, "forall"),
    () => binder(t, "exists"),
    () => binary(t, "=", fluent),
    ...["==", "!=", ">=", "<=", ">", "<"].map((sign) => () => binary(t, sign)),
    () => typeTest(t),
    () => binder(t, "product"),
    () => binder(t, "sum"),
    ...["*", "/", "+", "-"].map((sign) => () => binary(t, sign)),
  ]
  for (const alternative of alternatives) {
    const found = alternative()
    if (found !== undefined) return found
  }
  return undefined
}
