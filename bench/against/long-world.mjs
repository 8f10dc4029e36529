/** A world of so many lines, of actions of eight lines each, as they stand in the worlds of `stories/`. */
export function longWorld(lines) {
  const head = `type place : entity;
entity Hall, Yard, Mill : place;
entity Ann, Ben : character;
property at(who : character) : place { told: "{who} [be] in {value}"; }
utility(): at(Ann) == Hall;
`
  const action = (i) => `/// Goes the ${i}th way.
action walk_${i}(who : character, from : place, to : place) {
  precondition: at(who) == from & from != to & (exists(c : character) (c != who & at(c) == to));
  effect: at(who) = to;
  consenting: who;
  observing(c : character): at(c) == from | at(c) == to;
  told: "{who} [walk] from {from} to {to}";
}
`
  const count = Math.floor((lines - head.split("\n").length) / 8)
  return head + Array.from({ length: count }, (_, i) => action(i)).join("")
}
