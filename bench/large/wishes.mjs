/**
 * Wishes that are long sums: as many conditionals as one likes, written out one by one or as a `sum`. Each
 * can be true or false on its own, so multiplying them out gives two to the power of their number.
 */
import { numbered } from "./market.mjs"

/** As long as a row may be that is still read as one calculation. */
const ROW = 100

const counted = "sum(l : lamp) (if(lit(l)) 1 else 0)"

/**
 * `isWrittenOut`: the author's wish is `((if(lit(L1)) 1 else 0) + …) + (…) + …` in rows; the others' always a
 * `sum`.
 */
export function wishes({ conditionals, isWrittenOut }) {
  const lamps = numbered("L", conditionals)
  return `/// A street of ${conditionals} lamps, and two who would rather see more of them lit.

limits { author: 2; character: 2; belief: 1; }

type lamp : entity;

property lit(which : lamp) : boolean;
property tired(who : character) : boolean;

entity ${lamps.join(", ")} : lamp;
entity Ada, Ben : character;

action light(who : character, which : lamp) {
  precondition: !lit(which) & !tired(who);
  effect: lit(which) & tired(who);
  consenting: who;
}

utility():
  ${isWrittenOut ? writtenOut(lamps) : counted};

utility(Ada): ${counted};

utility(Ben): ${counted};
`
}

function writtenOut(lamps) {
  const rows = []
  for (let i = 0; i < lamps.length; i += ROW)
    rows.push(
      lamps
        .slice(i, i + ROW)
        .map((lamp) => `(if(lit(${lamp})) 1 else 0)`)
        .join(" + "),
    )
  return rows.map((row) => `(${row})`).join("\n  + ")
}
