/**
 * A house with boxes, of which nobody knows what they hold, and Ida, who would like the gold in one of them:
 * as large as one likes along every dimension of hoping.
 *
 * She looks into a box in the hope that it is there, and takes it; it lies in the last one, so the cases of
 * all other boxes are supposed before its own. With helpers she cannot look herself, but asks one of them to
 * look and tell her; in a chain each asks the next, and the last one looks: hopes within hopes. With several
 * keys she must have looked into as many other boxes as well before she can take it, and so must suppose as
 * many things at once.
 */

/** The smallest house in which somebody hopes. */
export const smallest = { boxes: 2, values: 2, helpers: 0, chain: 0, keys: 0 }

/** What each dimension means, the sizes that are measured, and what else must be so for them. */
export const dimensions = {
  boxes: { means: "open facts: what each box holds", sizes: [2, 3, 4, 6, 8, 12, 16] },
  values: { means: "values of each: what a box may hold", sizes: [2, 3, 4, 6, 8, 12, 16] },
  helpers: { means: "people besides Ida who can be asked to look", sizes: [1, 2, 3, 4, 5, 6] },
  chain: { means: "depth of minds: helpers who ask one another", sizes: [1, 2, 3] },
  keys: {
    means: "facts that must be supposed at once besides the gold, among four boxes",
    sizes: [0, 1, 2, 3],
    with: { boxes: 4 },
  },
}

/** The text of a house in our own language. */
export function house(sizes) {
  const { boxes, values, helpers, chain, keys } = { ...smallest, ...sizes }
  const numbered = (word, count) => Array.from({ length: Math.max(0, count) }, (_, i) => `${word}${i + 1}`)
  const box = numbered("Box", boxes)
  const guests = numbered("Guest", Math.max(helpers, chain))
  const looking = guests.length === 0 ? ["Ida"] : chain > 0 ? guests.slice(-1) : guests
  const asking = guests.map((guest, i) => (chain > 0 && i > 0 ? [guests[i - 1], guest] : ["Ida", guest]))
  const [depth, acts] = [
    Math.max(chain, Math.min(helpers, 1)),
    (chain > 0 ? 2 * chain : helpers > 0 ? 2 : 0) + 2 + keys,
  ]
  return [
    `/// A house of ${boxes} boxes that may each hold ${values} things; ${guests.length} helpers, ${depth} minds deep; ${keys} keys.\n`,
    `limits { author: ${acts}; character: ${acts}; belief: ${depth + 1}; cases: ${keys + 1}; }\n`,
    "type thing;\ntype box;",
    `entity ${["Gold", ...numbered("Thing", values - 1)].join(", ")} : thing;`,
    `entity ${box.join(", ")} : box;`,
    "entity Ida : character { wants: has_gold(); }",
    ...guests.map((name) => `entity ${name} : character { wants: thanked(${name}); }`),
    "\nopen property holds(where : box) : thing;",
    "property has_gold() : boolean;",
    "property thanked(who : character) : boolean;",
    "property asked(who : character) : boolean;",
    "property may_ask(who : character, whom : character) : boolean;",
    "property may_look(who : character) : boolean;\n",
    "asked(Ida);",
    ...looking.map((each) => `may_look(${each});`),
    ...asking.map(([who, whom]) => `may_ask(${who}, ${whom});`),
    ...box.map((each, i) => `holds(${each}) = ${i === boxes - 1 ? "Gold" : "Thing1"};`),
    "forall(who : character) forall(where : box) believes(who, holds(where)) = ?;",
    rules(box.slice(0, keys)),
  ].join("\n")
}

const rules = (keys) => `
action ask(who : character, whom : character) {
  precondition: may_ask(who, whom) & asked(who) & !asked(whom);
  effect: asked(whom);
  consenting: who;
}

/// Others see that somebody looks, and not what is in it.
action look(who : character, into : box) {
  precondition: may_look(who) & asked(who);
  effect: knows(who, holds(into));
  consenting: who;
}

action tell(who : character, whom : character, of : box) {
  precondition: may_ask(whom, who) & asked(who) & !thanked(who) & believes(who, holds(of)) != ?;
  effect: believes(whom, holds(of)) = believes(who, holds(of)) & thanked(who);
  consenting: who;
}

action take(Ida, from : box) {
  precondition: ${["holds(from) == Gold", ...keys.map((each) => `holds(${each}) == Thing1`)].join(" & ")};
  effect: has_gold();
  consenting: Ida;
}

utility(): has_gold();
`
