/**
 * A village of swaps and rumours, as large as one likes.
 *
 * Finch has a gilt cup and wants Maud's gold one. Maud would have to be a fool to swap, so she must be made
 * one: a neighbour tells her that the gilt cup once was a king's. Every rumour is false, so no story here
 * does without a false belief. Everything else (houses, neighbours with things of their own, rumours about
 * those) is in the way, but could be of use: all may walk, whisper and swap, and all want more than they
 * have.
 *
 * The dimensions can be grown one by one. All but the road leave the shortest story as long as it is.
 */

/** The smallest village in which everything occurs. */
export const smallest = { rooms: 3, people: 3, items: 3, gossips: 2, road: 1, bystanders: 0 }

export const dimensions = {
  rooms: "houses around the square",
  people: "villagers, each with a utility and beliefs of their own",
  items: "things to swap",
  gossips: "rumours that can be whispered",
  road: "stops on the way from Finch's house to Maud's (the story grows with it)",
  bystanders: "people who walk and talk like everybody, and want something that concerns nobody else",
}

/** The text of a village in our own language. */
export function village(sizes) {
  const { rooms, people, items, gossips, road, bystanders } = { ...smallest, ...sizes }
  const acts = road + 3
  const houses = numbered("House", rooms)
  const stops = numbered("Stop", road)
  const things = ["Gilt", "Gold", ...numbered("Thing", items - 2)]
  const names = ["Finch", "Maud", ...numbered("Neighbour", people - 2)]
  const rumours = ["KingsCup", ...numbered("Rumour", gossips - 1)]
  return [
    `/// A village: ${rooms} houses, ${people} people, ${items} things, ${gossips} rumours, ${road} stops on the road.\n`,
    `limits { author: ${acts}; character: ${acts}; belief: 2; }\n`,
    kinds,
    `entity ${[...houses, ...stops].join(", ")} : place;`,
    `entity ${things.join(", ")} : thing;`,
    `entity ${rumours.join(", ")} : rumour;\n`,
    ...names.map((name, i) => villager(name, houses[homeOf(i)])),
    ...(bystanders > 0 ? [dancing] : []),
    ...numbered("Guest", bystanders).map((name, i) => guest(name, houses[homeOf(i)])),
    ...ways(houses, stops),
    ...things.map(
      (thing, i) => `holder(${thing}) = ${names[i % people]};\nworth(${thing}) = ${worthOf(thing)};`,
    ),
    ...rumours.map((rumour, i) => `about(${rumour}) = ${things[i % items]};`),
    rules,
  ].join("\n")
}

const numbered = (word, count) => Array.from({ length: Math.max(0, count) }, (_, i) => `${word}${i + 1}`)

/**
 * Finch lives at one end; Maud and every other neighbour in one house at the other end, the rest next door.
 * More houses stand empty.
 */
function homeOf(person) {
  return person === 0 ? 0 : 2 - (person % 2)
}

/** Nothing is truly worth as much as the gold cup, so no honest swap gets it. */
const worthOf = (thing) => ({ Gold: 3, Gilt: 1 })[thing] ?? 2

/** The first house lies at one end of the road, the others at its far end. */
function ways(houses, stops) {
  const road = [houses[0], ...stops]
  const links = road.slice(1).map((stop, i) => [road[i], stop])
  for (const house of houses.slice(1)) links.push([stops.at(-1), house])
  return links.map(([from, to]) => `way(${from}, ${to});\nway(${to}, ${from});`)
}

const kinds = `type place : entity;
type thing : entity;
type rumour : entity;

/// Where somebody is.
property at(who : character) : place;

/// From where one can walk to where.
property way(from : place, to : place) : boolean;

/// Who has it.
property holder(what : thing) : character;

/// What it is worth, rumours aside.
property worth(what : thing) : number;

/// What a rumour makes precious.
property about(story : rumour) : thing;

/// Whether there is anything in a rumour. There never is; but try telling them.
property so(story : rumour) : boolean;
`

const villager = (name, home) => `entity ${name} : character {
  at = ${home};
  wants: sum(t : thing) (if(holder(t) == ${name}) (worth(t) + (if(exists(r : rumour) (about(r) == t & so(r))) 5 else 0)) else 0);
}
`

const dancing = `type guest : character;
property danced(who : guest) : boolean;

action dance(who : guest) {
  precondition: !danced(who);
  effect: danced(who);
  consenting: who;
  observing(c : character): at(c) == at(who);
}
`

const guest = (name, home) => `entity ${name} : guest {
  at = ${home};
  wants: danced(${name});
}
`

const rules = `
action walk(who : character, from : place, to : place) {
  precondition: at(who) == from & way(from, to);
  effect: at(who) = to;
  consenting: who;
  observing(c : character): at(c) == from | at(c) == to;
}

/// In confidence, and with a straight face.
action whisper(who : character, to : character, story : rumour) {
  precondition: who != to & at(who) == at(to);
  effect: believes(to, so(story));
  consenting: who;
  observing(c : character): c == who | c == to;
}

/// Both have to think it a bargain.
action swap(one : character, other : character, mine : thing, yours : thing) {
  precondition: one != other & at(one) == at(other) & holder(mine) == one & holder(yours) == other;
  effect: holder(mine) = other & holder(yours) = one;
  consenting: one, other;
  observing(c : character): at(c) == at(one);
}

utility(): holder(Gold) == Finch;
`
