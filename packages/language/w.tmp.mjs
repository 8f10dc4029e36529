import { readSabre, writeDrama } from "@dramaturg/language"
import { readFileSync } from "node:fs"
console.log(writeDrama(readSabre(readFileSync(process.argv[2],"utf8"),"x.txt").draft).text)
