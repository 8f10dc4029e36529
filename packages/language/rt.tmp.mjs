import { lower, readSabre, readDrama, writeDrama, formatStory } from "@dramaturg/language"
import { readFileSync, readdirSync } from "node:fs"
const strip=(p)=>JSON.stringify(p,(k,v)=>k==="origin"||k==="doc"?undefined:v)
let ok=0,bad=0; const only=process.argv[2]
for (const d of ["benchmarks/problems","conformance/random-worlds","conformance/minds-worlds","conformance/probes"]) for (const f of readdirSync("/work/shared/"+d)) {
  if(only&&!f.includes(only)) continue
  const text=readFileSync(`/work/shared/${d}/${f}`,"utf8")
  const s=readSabre(text,"w.txt"); const a=lower(s.draft,"sabre")
  if(!a.problem||s.diagnostics.some(x=>x.severity==="error")) { if(!d.includes("probes"))console.log("sabre fails",f); continue }
  const w=writeDrama(s.draft)
  const r=readDrama(w.text,"w.drama"); const b=lower(r.draft,"drama")
  const fm=formatStory(w.text,"w.drama")
  const errs=[...r.diagnostics,...b.diagnostics].filter(x=>x.severity==="error")
  const same=b.problem&&strip(a.problem)===strip(b.problem)
  if(!same||errs.length||fm.text!==w.text||w.diagnostics.length){bad++; if(bad<12||d.includes("probes")){console.log(d,f,"same",same,"fmt",fm.text===w.text,w.diagnostics.map(x=>x.message)); for(const e of errs.slice(0,3)) console.log("   ",e.span.line,e.code,e.message); if(only)console.log(w.text)}} else ok++
  if(only==="raiders"||only==="space") console.log(w.text)
}
console.log(ok,bad)
