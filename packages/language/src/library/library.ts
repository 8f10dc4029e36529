/** The parts that come with the language, by the paths under which worlds include them: `@lib/clock`. */
import { parts } from "./generated/texts.js"

const prefix = "@lib/"

export function isOfLibrary(path: string): boolean {
  return path.startsWith(prefix)
}

export function libraryText(path: string): string | undefined {
  const name = path.slice(prefix.length)
  return Object.hasOwn(parts, name) ? parts[name] : undefined
}

export function namesOfLibrary(): string[] {
  return Object.keys(parts).map((each) => prefix + each)
}
