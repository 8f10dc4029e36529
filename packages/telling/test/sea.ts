/** A small world in which people, things and places have names that differ from what is typed. */

/** She takes him for asleep; he has no words for waking, and hands over what she came to steal. */
export const sea = `type place;
type thing;
entity big_house : place { told: "the big house"; }
entity ship : place { told: "the ship"; }
entity pearl : thing { told: "the black pearl"; }
property at(who : character) : place { told: "{who} [be] at {value}"; }
property has(who : character, what : thing) : boolean { told: "{who} [have] {what}"; }
property awake(who : character) : boolean;
entity captain : character { told: "the captain", she; at = ship; believes !awake(Bob); wants "to have the pearl": has(captain, pearl); }
entity Bob : character { told: "old Bob", he; at = big_house; awake; has(pearl); wants: has(captain, pearl); }
action walk(who : character, from : place, to : place) {
  precondition: at(who) == from & from != to;
  effect: at(who) = to;
  consenting: who;
  observing(c : character): at(c) == from | at(c) == to;
  told: "{who} [walk] to {to}";
}
action hand_over(who : character, to : character, what : thing) {
  precondition: who != to & at(who) == at(to) & has(who, what) & awake(who);
  effect: has(to, what) & !has(who, what);
  consenting: who;
  observing(c : character): at(c) == at(who);
}
action steal(who : character, whom : character, what : thing) {
  precondition: who != whom & at(who) == at(whom) & has(whom, what) & !awake(whom);
  effect: has(who, what) & !has(whom, what);
  consenting: who;
  observing(c : character): at(c) == at(who);
  told: "{who} [take] {what} from {whom}";
}
utility(): has(captain, pearl);
limits { author: 3; character: 2; belief: 1; }
`

const additions: readonly (readonly [string, string])[] = [
  [
    "property awake(who : character) : boolean;\n",
    `property awake(who : character) : boolean;
property sober(who : character) : boolean { told: "{who} [be] sober"; }
`,
  ],
  ["at = ship; believes", "at = ship; sober; believes"],
  [
    "has(pearl); wants: has(captain, pearl); }\n",
    `has(pearl); wants: sober(Bob); }
entity crew : character { told: "the twins", they; at = big_house; wants: at(crew) == ship; }
`,
  ],
  ["[walk] to {to}", "[walk] to {to}, and [whistle]"],
  ["effect: has(to, what) & !has(who, what);", "effect: has(to, what) & !has(who, what) & sober(who);"],
]

/** The same with a crew of two, and with more that somebody could want and do. */
export const mannedSea = changed(sea, additions)

/** The text with each of these, the first place where it stands, put otherwise. */
export function changed(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((before, [from, to]) => before.replace(from, to), text)
}

/** The same without the names. */
export function nameless(text: string): string {
  return text.replace(/told: "(?:the|old)[^"]*"(?:, \w+)?;/g, "")
}
