import { readDrama, formatStory, compileStory } from "@dramaturg/language"
const big=1<<20
const rep=s=>s.repeat(Math.ceil(big/s.length))
const cases={
 semis:rep(";"), parens:rep("("), closers:rep(")"), mixed:rep("(}"), mixed2:rep("({[")+rep("]"), nots:rep("!")+"a()", ifs:rep("if(a()) ")+"b()", elifs:"if(a()) b()"+rep(" elseif(a()) b()"), ands:rep("a() & ")+"a()", mixand:rep("a() & b() | ")+"a()", minus:rep("a() - ")+"a()", plus:rep("a() + ")+"a()", small:rep("a() = 1;"), lines:rep("a() = 1\n"), words:rep("a "), garbage:rep("a ) b ; & \" x [ = "), word:rep("a"), number:rep("9"), quotes:rep("\""), slashes:rep("/"), stars:rep("/*"), bom:rep("\ufeff"), braces:rep("{;"), ent:rep("entity A : b { x; y = 3; believes z() = 4; } "), entblock:"entity A : b {"+rep("x; y = 3; ")+"}", names:"entity "+rep("A, ")+"A : b;", typos:rep("entity A : ; type ; "), act:rep("action a() { effect: b() c; } "), act2:"action a() {"+rep("effect: b() c; ")+"}", doc:rep("/// a\n"), docs:rep("/// a\na() = 1;\n"), eq:rep("a() == ")+"a()", assign:rep("a() = ")+"a()", args:"a("+rep("A, ")+"A)", bel:rep("believes(A, "), belb:rep("believes ")+"a();", nul:rep("\0"), cr:rep("\r"), surr:rep("\ud83d"), quest:rep("? "),
}
import { tokenize } from "./dist/drama/tokens.js"
for (let [n,t] of Object.entries(cases)) { if(process.argv[2]&&process.argv[2]!=='all'&&n!==process.argv[2]) continue
 if(process.argv[3]){ const k=tokenize(t).tokens; if(k.length>199990) t=t.slice(0,k[199990].offset) }
 let t0=performance.now(); let r; try{ r=readDrama(t,"x.drama") }catch(e){ console.log("THROW",n,String(e).slice(0,200)); continue}
 const t1=performance.now(); let f; try{ f=formatStory(t,"x.drama") }catch(e){console.log("FTHROW",n,String(e).slice(0,200))}
 const t2=performance.now(); let c; try{ c=compileStory(t,{file:"x.drama"}) }catch(e){console.log("CTHROW",n,String(e).slice(0,200))}
 const t3=performance.now()
 console.log(n.padEnd(9),(t1-t0).toFixed(0).padStart(6),(t2-t1).toFixed(0).padStart(6),(t3-t2).toFixed(0).padStart(6),r.diagnostics.length,r.diagnostics[0]?.code, r.diagnostics.length?"":"NO DIAG")
}
