/**
 * A town of as many lines as one likes, to be typed in: households with an errand each, written as people
 * write, with comments. What can happen is little for its length, so it is the text that is large and not the
 * search.
 */

/** The text of a town in our own language, of about so many lines. */
export function town(lines) {
  const households = Math.max(1, Math.round((lines - head.split("\n").length) / linesOf(1)))
  return [head, ...Array.from({ length: households }, (_, i) => household(i + 1))].join("\n")
}

const head = `/// A town in which everybody has an errand, and one of them is the baker's.

limits { author: 3; character: 3; belief: 1; }

type place;
entity Square, Bakery : place;
property at(who : character) : place;
property done(who : character) : boolean;

utility():
  if(done(Person1)) 1 else 0;
`

const linesOf = (number) => household(number).split("\n").length

function household(number) {
  const [person, house, errand] = [`Person${number}`, `House${number}`, `run_errand_${number}`]
  return `
// Household ${number}: somebody lives here who would rather have been to the square.
entity ${house} : place;

entity ${person} : character {
  at = ${house};
  wants: if(done(${person})) 1 else 0;
}

/// ${person} goes to the square and sees to it that what had to be done is done.
action ${errand}() {
  precondition:
    at(${person}) == ${house} &
    !done(${person});
  effect:
    at(${person}) = Square &
    done(${person});
  consenting: ${person};
  observing(other : character): at(other) == Square;
}`
}
