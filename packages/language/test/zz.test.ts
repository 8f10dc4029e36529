import { test } from "vitest"
import { compileStory, formatStory } from "@dramaturg/language"
import { giant, giants, fuzzDrama } from "./fuzz-drama.js"
import { tokenize } from "../dist/drama/tokens.js"
const cpu=(f:()=>unknown)=>{ const c=process.cpuUsage(); f(); const d=process.cpuUsage(c); return (d.user+d.system)/1000 }
test("x",()=>{
  for (const [name,cut] of [["1MB",false],["just below the token limit",true]] as const) {
    const rows=giants.map(g=>{ let t=giant(g); if(cut){ const k=tokenize(t).tokens; if(k.length>99990) t=t.slice(0,k[99990].offset) }
      return {g:(g[0].slice(-8)+g[1]).slice(0,44), c:Math.min(cpu(()=>compileStory(t,{file:"x.drama"})),cpu(()=>compileStory(t,{file:"x.drama"}))), f:cpu(()=>formatStory(t,"x.drama"))} })
    rows.sort((a,b)=>b.c-a.c); console.log(name+"\n"+rows.slice(0,6).map(r=>`  compile ${r.c.toFixed(0)} format ${r.f.toFixed(0)} ${r.g}`).join("\n")+"\n  worst format "+Math.max(...rows.map(r=>r.f)).toFixed(0))
  }
  const r=fuzzDrama(10000,21); console.log("fuzz 10000", r.failures.length, r.failures.slice(0,3).map(x=>x.slice(0,300)))
},600000)
