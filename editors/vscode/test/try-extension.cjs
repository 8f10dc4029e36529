/**
 * Activates a bundled extension in a process of its own and has it tell a world. Takes the folder of the
 * extension and the URI of a world; prints what it registered and showed, as JSON.
 */
const Module = require("node:module")
const { join } = require("node:path")

const [folder, world] = process.argv.slice(2)
const stand = join(__dirname, "vscode.cjs")
const resolve = Module._resolveFilename
Module._resolveFilename = (name, ...rest) => (name === "vscode" ? stand : resolve(name, ...rest))

async function main() {
  const extension = require(join(folder, "dist", "extension.cjs"))
  const { registered, commands } = require("vscode")
  const context = { subscriptions: [], asAbsolutePath: (path) => join(folder, path) }
  await extension.activate(context)
  const answer = await commands.executeCommand("dramaturg.tell", world)
  await extension.deactivate()
  process.stdout.write(
    JSON.stringify({ commands: [...registered.commands.keys()], answer, shown: registered.shown }),
  )
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
