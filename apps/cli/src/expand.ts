/**
 * Folders and patterns instead of files. We look ourselves, because some shells know no patterns; what a
 * shell has taken apart already comes as names of files and stays as it is.
 */
import { sep } from "node:path"
import { glob, isDynamicPattern } from "tinyglobby"
import { Refusal } from "./exit.js"
import { statOf } from "./files/known-files.js"

/** What is passed over in folders: hidden ones, other people's packages, and what `_` sets apart. */
const passedOver = ["**/.*/**", "**/node_modules/**", "**/_*/**"]

/**
 * The files that are meant, in the order in which they are named; those of one folder or pattern by name, and
 * without those that are there already. A name that is no folder and no pattern stays, whether there is such
 * a file or not.
 */
export async function expand(paths: readonly string[]): Promise<readonly string[]> {
  const all: string[] = []
  for (const path of paths) {
    const found = await filesIn(path)
    all.push(...(found?.filter((each) => !all.includes(each)) ?? [path]))
  }
  return all
}

/** Undefined: it is neither a folder nor a pattern. */
async function filesIn(path: string): Promise<readonly string[] | undefined> {
  const about = path === "-" ? undefined : statOf(path)
  if (about?.isDirectory()) {
    const found = await glob("**/*.drama", { cwd: path, ignore: passedOver, onlyFiles: true })
    if (found.length === 0) throw new Refusal(`there is no .drama file in the folder ${path}.`)
    return found.sort(byName).map((each) => inFolder(path, each))
  }
  if (path === "-" || about !== undefined) return undefined
  const pattern = sep === "\\" ? path.replaceAll("\\", "/") : path
  if (!isDynamicPattern(pattern)) return undefined
  const found = await glob(pattern, {
    onlyFiles: true,
    expandDirectories: false,
    ignore: ["**/node_modules/**"],
  })
  if (found.length === 0) throw new Refusal(`no file is named like ${path}.`)
  return found.sort(byName)
}

function inFolder(folder: string, file: string): string {
  return folder === "." ? file : `${folder.replace(/[/\\]+$/, "")}/${file}`
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
