/** Formatting: what goes in and what comes out. */
import { formatStory } from "@dramaturg/language"
import { expect, test } from "vitest"

function formatted(text: string): string {
  const once = formatStory(text, "w.drama").text
  expect(formatStory(once, "w.drama").text).toBe(once)
  return once
}

test("spaces, lines and paragraphs come to rest in one place, and no comment is lost", () => {
  expect(
    formatted(`
/// A small world.



type location;type place:location; // where one can be
  // The people.
/* All of them. */ entity  Spike,Dru:person { at=Landing; !asleep; // he sleeps

    // not now
  believes at(Buffy)=?;wants:if(at(Spike)==Floor) 1 else - 1;
  // that is all
} // done
entity Buffy : person { at = Floor }
property  at( c:character ):place  ;
at(Spike)=Landing;;limits{author:5;character:none;belief:2}
// the end`),
  ).toBe(`/// A small world.

type location;
type place : location; // where one can be
// The people.
/* All of them. */
entity Spike, Dru : person {
  at = Landing;
  !asleep; // he sleeps

  // not now
  believes at(Buffy) = ?;
  wants: if(at(Spike) == Floor) 1 else -1;
  // that is all
} // done
entity Buffy : person { at = Floor }
property at(c : character) : place;
at(Spike) = Landing;;
limits { author: 5; character: none; belief: 2 }
// the end
`)
})

test("a long condition is broken one conjunct a line, a long `if` one branch a line", () => {
  expect(
    formatted(`action walk(c : person, p : place) {
precondition: at(c) != p & (!lame(c) | hunger(c) > 2) & believes(c, at(c) != p & hunger(c) - 1 > -2) & !asleep(c); // why
effect: at(c) = p & /* first */ (if(lame(c)) hunger(c) = hunger(c) + 1 elseif (asleep(c)) hunger(c) = hunger(c) + 1000000 else hunger(c) = - 1);
consenting:c;observing(d:character):at(d)==p|at(d)==at(c) }`),
  ).toBe(`action walk(c : person, p : place) {
  precondition:
    at(c) != p &
    (!lame(c) | hunger(c) > 2) &
    believes(c, at(c) != p & hunger(c) - 1 > -2) &
    !asleep(c); // why
  effect:
    at(c) = p & /* first */ (
      if(lame(c))
        hunger(c) = hunger(c) + 1
      elseif(asleep(c))
        hunger(c) = hunger(c) + 1000000
      else
        hunger(c) = -1
    );
  consenting: c;
  observing(d : character): at(d) == p | at(d) == at(c)
}
`)
})

test("a text that cannot be read is left as it is, and why is said", () => {
  const text = "entity   Tom :character\n type place ;"
  const { text: after, diagnostics } = formatStory(text, "w.drama")
  expect(after).toBe(text)
  expect(diagnostics.map((each) => each.code)).toEqual(["missing-semicolon"])
})

test("a text that is only unclear is set all the same", () => {
  expect(formatted("a()|b()&c();")).toBe("a() | b() & c();\n")
})

test.each([
  ["", ""],
  [";", ";\n"],
  ["// only this", "// only this\n"],
  ["\n\n/* a\n   b */\n", "/* a\n   b */\n"],
])("%j becomes %j", (text, expected) => {
  expect(formatted(text)).toBe(expected)
})

test.each([
  ["type a;\r\n/* b\r\n   c */\ntype d;\r\n", "type a;\r\n/* b\r\n   c */\r\ntype d;\r\n"],
  ["type a;\n/* b\r\n   c */\ntype d;\n", "type a;\n/* b\n   c */\ntype d;\n"],
  ["type a;\rtype d;", "type a;\rtype d;\r"],
  ["type a;\r\ntype d;\n", "type a;\r\ntype d;\r\n"],
  ["\ufefftype   a;\r\n", "\ufefftype a;\r\n"],
])(
  "the line ends that most lines of %j have stay, everywhere, and so does a byte order mark",
  (text, expected) => {
    expect(formatted(text)).toBe(expected)
  },
)
