/**
 * A market large enough to be a nuisance: all may walk everywhere, hand on anything to anyone, and notice
 * those who come by. Nothing of it can be folded away, so what is written here is what has to be grounded.
 */

/** Actions: walks p·q·(q−1), gifts p·(p−1)·i. Triggers: p·(p−1)·q who notice one another. */
export function market({ people, places, items }) {
  const names = numbered("P", people)
  const squares = numbered("Q", places)
  const goods = numbered("G", items)
  return `/// A market of ${people} people, ${places} places and ${items} goods.

limits { author: 4; character: 3; belief: 1; }

type place : entity;
type good : entity;

property at(who : character) : place;
property holder(what : good) : character;
property seen(who : character, whom : character, where : place) : boolean;

entity ${names.join(", ")} : character;
entity ${squares.join(", ")} : place;
entity ${goods.join(", ")} : good;

${names.map((name, i) => `at(${name}) = ${squares[i % places]};`).join("\n")}
${goods.map((good, i) => `holder(${good}) = ${names[i % people]};`).join("\n")}

action walk(who : character, from : place, to : place) {
  precondition: at(who) == from & from != to;
  effect: at(who) = to;
  consenting: who;
  observing(c : character): at(c) == from | at(c) == to;
}

action give(who : character, to : character, what : good) {
  precondition: who != to & at(who) == at(to) & holder(what) == who;
  effect: holder(what) = to;
  consenting: who;
  observing(c : character): at(c) == at(who);
}

trigger notice(who : character, whom : character, where : place) {
  precondition: who != whom & at(who) == where & at(whom) == where & !seen(who, whom, where);
  effect: seen(who, whom, where);
}

utility(): holder(G1) == P2;
utility(P1): holder(G1) == P2;
`
}

export const numbered = (word, count) => Array.from({ length: count }, (_, i) => `${word}${i + 1}`)
