/**
 * `npm run vsix`: bundles the extension and puts it, with the command and all that it needs, into
 * `editors/vscode/dramaturg.vsix`. A `.vsix` is a zip with a list of its kinds of files and a manifest of its
 * own.
 *
 * The same sources make the same bytes: the files stand in order and have one date.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, extname, join, relative } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { zipSync } from "fflate"
import { rolldown } from "rolldown"
import { licenceTexts } from "../../scripts/licences.mjs"
import { build, root } from "../../scripts/steps.mjs"
import { generatedFiles } from "./make-grammar.mjs"

const here = dirname(fileURLToPath(import.meta.url))
const command = join(root, "apps", "cli")

const types = {
  ".drama": "text/plain",
  ".json": "application/json",
  ".js": "application/javascript",
  ".cjs": "application/javascript",
  ".md": "text/markdown",
  ".txt": "text/plain",
  ".vsixmanifest": "text/xml",
}

/** Makes the `.vsix`; returns its bytes. The packages have to be compiled before. */
export async function makeVsix() {
  const manifest = JSON.parse(readFileSync(join(here, "package.json"), "utf8"))
  const files = {
    "extension/package.json": jsonText(shippedManifest(manifest)),
    "extension/LICENSE.txt": readFileSync(join(root, "LICENSE")),
    "extension/README.md": readFileSync(join(here, "README.md")),
    "extension/language-configuration.json": readFileSync(join(here, "language-configuration.json")),
    ...Object.fromEntries(
      Object.entries(generatedFiles()).map(([path, text]) => [`extension/${path}`, text]),
    ),
    ...(await bundledExtension()),
    ...serverFiles(),
  }
  const named = { "extension.vsixmanifest": vsixManifest(manifest), ...files }
  return zipOf({ "[Content_Types].xml": contentTypes(Object.keys(named)), ...named })
}

/** What VS Code reads: nothing of how it was made. */
function shippedManifest({ devDependencies: _, private: __, type: ___, ...rest }) {
  return rest
}

async function bundledExtension() {
  const bundle = await rolldown({
    input: join(here, "build", "extension.js"),
    platform: "node",
    external: ["vscode"],
  })
  const { output } = await bundle.generate({ format: "cjs", entryFileNames: "extension.cjs" })
  await bundle.close()
  const [{ code, modules }, ...others] = output.filter((each) => each.type === "chunk")
  if (others.length > 0) throw new Error("The extension was bundled into several files; one was expected.")
  return {
    "extension/dist/extension.cjs": code,
    "extension/dist/licences.txt": licenceTexts(Object.keys(modules), "extension"),
  }
}

/** The command as it is published, which is the server. */
function serverFiles() {
  const { name, version, license } = JSON.parse(readFileSync(join(command, "package.json"), "utf8"))
  const files = ["bin", "bundle"].flatMap((each) => filesIn(join(command, each)))
  if (!files.some((each) => each.endsWith("main.js")))
    throw new Error("The command is not built: npm run build.")
  return {
    "extension/server/package.json": jsonText({ name, version, license, type: "module" }),
    ...Object.fromEntries(
      files.map((each) => [
        `extension/server/${relative(command, each).replaceAll("\\", "/")}`,
        readFileSync(each),
      ]),
    ),
  }
}

function filesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && !each.name.endsWith(".map"))
    .map((each) => join(each.parentPath, each.name))
    .sort()
}

function contentTypes(paths) {
  const endings = [...new Set(paths.map((each) => extname(each)))].filter((each) => each !== "").sort()
  const lines = endings.map((each) => {
    if (!types[each]) throw new Error(`No content type is known for ${each}.`)
    return `  <Default Extension="${each}" ContentType="${types[each]}"/>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
${lines.join("\n")}
</Types>
`
}

function vsixManifest({
  name,
  displayName,
  description,
  version,
  publisher,
  engines,
  categories,
  keywords,
  repository,
}) {
  const source = repository.url.replace(/^git\+/, "")
  const properties = {
    "Microsoft.VisualStudio.Code.Engine": engines.vscode,
    "Microsoft.VisualStudio.Code.ExtensionDependencies": "",
    "Microsoft.VisualStudio.Code.ExtensionPack": "",
    "Microsoft.VisualStudio.Code.ExtensionKind": "workspace",
    "Microsoft.VisualStudio.Services.Links.Source": source,
    "Microsoft.VisualStudio.Services.GitHubFlavoredMarkdown": "true",
  }
  const assets = {
    "Microsoft.VisualStudio.Code.Manifest": "extension/package.json",
    "Microsoft.VisualStudio.Services.Content.Details": "extension/README.md",
    "Microsoft.VisualStudio.Services.Content.License": "extension/LICENSE.txt",
  }
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${xml(name)}" Version="${xml(version)}" Publisher="${xml(publisher)}"/>
    <DisplayName>${xml(displayName)}</DisplayName>
    <Description xml:space="preserve">${xml(description)}</Description>
    <Tags>${xml([...keywords, "dramaturg", "__ext_drama"].join(","))}</Tags>
    <Categories>${xml(categories.join(","))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
${Object.entries(properties)
  .map(([id, value]) => `      <Property Id="${id}" Value="${xml(value)}"/>`)
  .join("\n")}
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
${Object.entries(assets)
  .map(([type, path]) => `    <Asset Type="${type}" Path="${path}" Addressable="true"/>`)
  .join("\n")}
  </Assets>
</PackageManifest>
`
}

function xml(text) {
  return text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`)
}

function jsonText(value) {
  return `${JSON.stringify(value, null, 2)}\n`
}

function zipOf(files) {
  const encoder = new TextEncoder()
  const bytes = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === "string" ? encoder.encode(content) : new Uint8Array(content),
  ])
  return zipSync(Object.fromEntries(bytes), { level: 9, mtime: new Date(2020, 0, 1) })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  build()
  const path = join(here, "dramaturg.vsix")
  const bytes = await makeVsix()
  writeFileSync(path, bytes)
  console.log(`${relative(process.cwd(), path)}: ${Math.round(bytes.length / 1024)} kB`)
}
