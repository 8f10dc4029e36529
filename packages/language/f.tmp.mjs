import { formatStory, layOut } from "./dist/drama/format.js"
import { readFileSync } from "node:fs"
const t=readFileSync(process.argv[2],"utf8")
const r=formatStory(t,process.argv[2]); console.log(r.text); console.log(r.diagnostics.length, formatStory(r.text,"x").text===r.text)
