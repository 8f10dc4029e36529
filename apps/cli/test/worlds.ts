/**
 * Small worlds for the tests of the command, each with what it is for. They are read by both languages alike.
 */

/** Tom walks to the market and buys from Merchant: two acts, one of them joint. */
export const market = `type place;
type thing;
entity Tom : character;
entity Merchant : character;
entity Cottage : place;
entity Market : place;
entity Potion : thing;
property at(who : character) : place;
property has(who : character, what : thing) : boolean;
property coins(who : character) : number;
at(Tom) = Cottage;
at(Merchant) = Market;
has(Merchant, Potion) = True;
coins(Tom) = 1;
action walk(who : character, from : place, to : place) {
  precondition: at(who) == from & from != to;
  effect: at(who) = to;
  consenting: who;
};
action buy(buyer : character, seller : character, what : thing, where : place) {
  precondition: (buyer != seller) & at(buyer) == where & at(seller) == where & has(seller, what) & coins(buyer) > 0;
  effect: (has(buyer, what) = True) & (has(seller, what) = False) & (coins(buyer) = (coins(buyer) - 1)) & (coins(seller) = (coins(seller) + 1));
  consenting: buyer, seller;
};
utility(): if(has(Tom, Potion)) 1 else 0;
utility(Tom): if(has(Tom, Potion)) 1 else 0;
utility(Merchant): coins(Merchant);
`

/** The same, but nobody can walk: no story exists. */
export const stuck = market.replace(
  "at(who) == from & from != to",
  "at(who) == from & (from != to) & coins(who) > 5",
)

/** A search that never ends and never finds: the number wanted lies between those that can be reached. */
export const endless = `entity Tom : character;
property steps() : number;
property laps() : number;
action step() {
  effect: steps() = (steps() + 2);
};
action back() {
  effect: steps() = (steps() - 2);
};
action lap() {
  effect: laps() = (laps() + 2);
};
utility(): if((steps() + laps()) == 1) 1 else 0;
`

/** Three mistakes in three places. */
export const mistaken = `type place;
entity Tom : character;
entity Home : place;
property at(who : character) : place;
at(Tom) = Hoem;
at(Tmo) = Home;
utility(): at(Tom) == 5 & hungry(Tom);
`

/**
 * One action with 40^8 instances, of which none can be ruled out by itself: whoever makes them all never
 * comes back.
 */
export const vast = [
  "type thing;",
  ...Array.from({ length: 40 }, (_, i) => `entity T${i} : thing;`),
  "entity Tom : character;",
  "property near(one : thing, other : thing) : number;",
  `action join(${Array.from({ length: 8 }, (_, i) => `x${i} : thing`).join(", ")}) {`,
  `  precondition: ${Array.from({ length: 7 }, (_, i) => `near(x${i}, x${i + 1}) >= 0`).join(" & ")};`,
  "  effect: near(x0, x1) = (near(x2, x3) + 1);",
  "  consenting: Tom;",
  "};",
  "utility(): near(T0, T1);",
  "utility(Tom): near(T0, T1);",
  "",
].join("\n")

/** Nobody has a reason to eat, and a comparison in it can never hold. */
export const warned = `entity Tom : character;
type food;
entity Bread : food;
property holds(who : character) : food;
property fed(who : character) : boolean;
action eat(who : character) {
  precondition: holds(who) == Tom;
  effect: fed(who);
  consenting: who;
};
utility(): if(fed(Tom)) 1 else 0;
utility(Tom): if(fed(Tom)) 1 else 0;
`

/** What the author wants can be had, but nobody who could bring it about wants anything of it. */
export const unmoved = `entity Tom : character;
property done() : boolean;
property rested() : boolean;
action go() {
  precondition: !done();
  effect: done();
  consenting: Tom;
};
utility(): if(done()) 1 else 0;
utility(Tom): if(rested()) 1 else 0;
`

/** Each step needs both, and both need to trust in all steps to come: thirty minds within minds. */
export const mirrored = `entity Tom : character;
entity Ann : character;
property turn(who : character) : boolean;
property steps() : number;
turn(Tom);
action pass(who : character, other : character) {
  precondition: who != other & turn(who);
  effect: !turn(who) & turn(other) & steps() = (steps() + 1);
  consenting: who, other;
};
utility(): if(steps() >= 30) 1 else 0;
utility(Tom): if(steps() >= 30) 1 else 0;
utility(Ann): if(steps() >= 30) 1 else 0;
`

/**
 * A greedy search lights the good lamps one by one; a patient one may find that pulling the lever often
 * enough does.
 */
export const lampsAndLever = (good: number, pulls: number, others = 14) =>
  [
    "type lamp;",
    "type good : lamp;",
    ...Array.from({ length: good }, (_, i) => `entity Good${i} : good;`),
    ...Array.from({ length: others }, (_, i) => `entity Lamp${i} : lamp;`),
    "property lit(which : lamp) : boolean;",
    "property pulls() : number;",
    "action light(which : lamp) {",
    "  precondition: !lit(which);",
    "  effect: lit(which);",
    "};",
    "action pull() {",
    `  precondition: pulls() < ${pulls};`,
    "  effect: pulls() = (pulls() + 1);",
    "};",
    `utility(): if(pulls() == ${pulls}) ${good} else sum(which : good) (if(lit(which)) 1 else 0);`,
    "",
  ].join("\n")

/** Five pulls do what takes six lamps. */
export const lamps = lampsAndLever(6, 5)
