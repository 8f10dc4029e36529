/** Two small worlds of the corpus, and of other tests. */

/** Tom takes a key unseen. Ann reads where it is in a letter; Bob concludes it when the door is opened. */
export const key = `type spot : entity;
entity Drawer, Pocket : spot;
property key() : spot;
property open() : boolean;
property uneasy(who : character) : boolean;
property kind(who : character) : boolean;
property tall(who : character) : boolean;
entity Tom : character { wants: open(); }
entity Ann : character { believes kind(Tom); wants: kind(Tom); }
entity Bob : character;
key() = Drawer;
action take(who : character) {
  precondition: key() == Drawer;
  effect: key() = Pocket;
  consenting: who;
  observing(c : character): c == who;
};
action put_back(who : character) {
  precondition: key() == Pocket;
  effect: key() = Drawer;
  consenting: who;
  observing(c : character): c == who;
};
action write(who : character, to : character) {
  precondition: who != to;
  effect: believes(to, key()) = key();
  consenting: who;
  observing(c : character): c == who;
};
action unlock(who : character) {
  precondition: key() == Pocket & !open();
  effect: open();
  consenting: who;
  observing(c : character): True;
};
trigger guilt(who : character) {
  precondition: key() == Pocket & !uneasy(who) & who == Tom;
  effect: uneasy(who);
};
utility(): if(open()) 1 else 0;
`
/**
 * Somebody is hungry, somebody else has bread, and they are in two places; two scenarios say what is to come
 * of it.
 */
export const meal = `type place;
entity Home, Garden, Market : place;
property at(who : character) : place;
property hungry(who : character) : boolean;
property hasBread(who : character) : boolean;
entity Anna : character { at = Home; hungry = True; wants: !hungry(Anna); told: "Anna"; }
entity Bert : character { at = Market; hasBread = True; wants: !hungry(Anna); told: "Bert"; }
action walk(who : character, to : place) {
  told: "{who} strolls over to {to}";
  precondition: at(who) != to;
  effect: at(who) = to;
  consenting: who;
  observing(other : character): at(other) == at(who) | at(other) == to;
}
action share(giver : character, eater : character) {
  told: "{giver} shares bread with {eater}";
  precondition: hasBread(giver) & at(giver) == at(eater) & giver != eater;
  effect: hasBread(giver) = False & hungry(eater) = False;
  consenting: giver, eater;
  observing(other : character): at(other) == at(giver);
}
utility(): !hungry(Anna);
scenario "Anna eats" {
  expect story;
}
scenario "Bert starves" {
  expect ending hungry(Bert);
}
`
