/** The keys of all commands, wherever the cursor is. */
import { commands } from "../commands/index.js"
import { run } from "../commands/command.js"
import type { Studio } from "../studio.js"

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

export function watchKeys(studio: Studio): void {
  addEventListener("keydown", (press) => {
    if (press.defaultPrevented || press.isComposing) return
    const found = commands.find((each) => each.key !== undefined && isKey(each.key, press))
    if (!found || (found.when && !found.when(studio.state))) return
    press.preventDefault()
    run(studio, found, undefined)
  })
}

function isKey(key: string, press: KeyboardEvent): boolean {
  const parts = key.split("-")
  const wanted = parts.at(-1)!.toLowerCase()
  const [mod, shift, alt] = ["Mod", "Shift", "Alt"].map((each) => parts.includes(each))
  const isMod = isMac ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey
  const isPressed = press.key.toLowerCase() === wanted || (alt && press.code === `Digit${wanted}`)
  return isPressed && isMod === mod && press.shiftKey === shift && press.altKey === alt
}

/** How people read a key. */
export function keyName(key: string): string {
  const names: Record<string, string> = isMac
    ? { Mod: "⌘", Shift: "⇧", Alt: "⌥" }
    : { Mod: "Ctrl", Shift: "Shift", Alt: "Alt" }
  return key
    .split("-")
    .map((each) => names[each] ?? (each.length === 1 ? each.toUpperCase() : each === "Escape" ? "Esc" : each))
    .join(isMac ? "" : " ")
}
