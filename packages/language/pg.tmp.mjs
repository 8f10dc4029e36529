import { compileStory } from "@dramaturg/language"
import { readFileSync, readdirSync } from "node:fs"
for (const f of readdirSync("/work/main/docs/messages")) { const t=readFileSync("/work/main/docs/messages/"+f,"utf8"); const code=f.slice(0,-3)
 for (const m of t.matchAll(/## (Wrong|Right)\n[^`]*```(drama|sabre)\n([\s\S]*?)```/g)) { const r=compileStory(m[3],{file:"x."+(m[2]==="drama"?"drama":"txt")}); const codes=r.diagnostics.map(x=>x.code); const good=m[1]==="Wrong"?codes.includes(code):codes.length===0; if(!good) console.log(code,m[1],m[2],r.diagnostics.map(x=>x.code+": "+x.message)) } }
