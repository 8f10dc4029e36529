/** The lines for Neovim, in a Neovim without a screen; left out where there is none. */
import { spawnSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { folderOf, launcher } from "../../../apps/lsp/test/client.js"

const isThere = spawnSync("nvim", ["--version"]).status === 0
const here = fileURLToPath(new URL("../", import.meta.url))

const world = `type place;
entity Home, Garden : place;
property at(who : character) : place;
entity Anna : character { at = Home; wants: at(Anna) == Gardn; }
/// From here to there.
action walk(who : character, to : place) {
  effect: at(who) = to;
  consenting: who;
}
utility(): if(at(Anna) == Garden) 1 else 0;
`

test.skipIf(!isThere)(
  "in Neovim an author sees what is wrong, mends it, renames, and is told the story (skipped without nvim)",
  () => {
    const { folder } = folderOf({ "garden.drama": world })
    const command = [process.execPath, launcher, "lsp"].map((each) => JSON.stringify(each)).join(", ")
    writeFileSync(
      join(folder, "init.lua"),
      `vim.opt.runtimepath:prepend(${JSON.stringify(here)})\nvim.g.dramaturg_cmd = { ${command} }\n`,
    )
    const words = ["--headless", "-u", "init.lua", "-i", "NONE", "-n", "garden.drama"]
    const ran = spawnSync("nvim", [...words, "-c", `luafile ${join(here, "test", "ask.lua")}`], {
      cwd: folder,
      encoding: "utf8",
      timeout: 120_000,
      env: { ...process.env, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder },
    })
    const found = JSON.parse(ran.stdout)
    expect(found.failed).toBe(undefined)
    expect(found.filetype).toBe("dramaturg")
    const [line, column] = [3, world.split("\n")[3].indexOf("Gardn")]
    expect(found.errors).toEqual([expect.objectContaining({ line, column })])
    expect(found.text).toContain("wants: at(Anna) == Garden;")
    expect(found.hover).toContain("From here to there.")
    expect(found.renamed).toBe(true)
    expect(found.told).toContain("stroll(Anna, Garden)")
    expect(ran.status).toBe(0)
  },
)
