/** The worlds that the tests of the library share. */

/** Two characters, one story of four acts; all limits are stated. */
export const parcel = `
type place;
entity Kitchen, Post : place;
property at(who : character) : place;
property waiting(who : character) : boolean;
property parcel(who : character) : boolean;
property cake() : boolean;
entity Nell : character { told: "Nell", she; at = Kitchen; wants "a cake": cake(); }
entity Toby : character { told: "Toby", he; at = Kitchen; wants: (if(parcel(Toby)) 2 else 0) + (if(at(Toby) == Kitchen) 1 else 0); }
action invent(who : character, to : character) {
  precondition: who != to & at(who) == at(to) & !waiting(to);
  effect: believes(to, waiting(to));
  consenting: who;
  observing(c : character): at(c) == at(who);
  told: "{who} [tell] {to} that a parcel [be] waiting at the post office";
}
action walk(who : character, to : place) {
  precondition: at(who) != to;
  effect: at(who) = to;
  consenting: who;
}
action fetch(who : character) {
  precondition: at(who) == Post & waiting(who);
  effect: parcel(who) & !waiting(who);
  consenting: who;
  told: "{who} [fetch] a parcel";
}
trigger none_there(who : character) {
  precondition: at(who) == Post & !waiting(who) & believes(who, waiting(who));
  effect: believes(who, !waiting(who));
  told: "the clerk [shake] her head at {who}";
}
action bake(who : character) {
  precondition: at(who) == Kitchen & !cake() & (forall(c : character) (c == who | at(c) != Kitchen));
  effect: cake();
  consenting: who;
  observing(c : character): at(c) == Kitchen;
  told: "{who} [bake] a cake";
}
utility(): cake() & at(Toby) == Kitchen;
limits { author: 5; character: 3; belief: 2; }
scenario "there is a cake" { expect story; }
scenario "there is a parcel" { expect ending parcel(Toby); }
`

/** A search that never ends and never finds. */
export { endless } from "./worlds.js"
