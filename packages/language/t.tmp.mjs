import { compileStory } from "@dramaturg/language"
import { readFileSync } from "node:fs"
for (const f of process.argv.slice(2)) {
const t=performance.now()
const r=compileStory(readFileSync(f,"utf8"),{file:f})
console.log(f,(performance.now()-t).toFixed(0)+"ms",r.problem?"ok":"no", r.draft.definitions.length)
for(const d of r.diagnostics.slice(0,99)) console.log(`  ${d.span.line}:${d.span.column} ${d.severity} ${d.code} ${d.message} | ${d.hint??""} | ${(d.fixes??[]).map(x=>x.title)}`)
}
