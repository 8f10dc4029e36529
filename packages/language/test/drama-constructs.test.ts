/**
 * Includes, words, time, demands and scenarios: how they are read, formatted and written, and the messages
 * about mistakes in them.
 */
import { compileStory, formatStory, readDrama, writeDrama } from "@dramaturg/language"
import { describe, expect, test } from "vitest"
import { applyFix } from "./apply-fix.js"
import { bare } from "./bare.js"
import { printTree } from "./print-tree.js"

const whole = `/// A world of parts.

include "people.drama";
include "@lib/clock";
type place;
type person : character;
entity Anna : person { told: "the \\"captive\\"", she; wants "to be whole": a() & b(); at = Home; }
common property time() : number;
property at(who : character) : place { told: "{who} [be] in {value}"; }
every action by(who : character) {
  precondition: !dead(who);
  effect: tired(who);
  observing(c : character): seen(c);
}
every action {
  effect: forall(c : character) (if(seen(c) & !believes(c, possible())) startled(c));
}
unforeseen trigger heals(v : person) {
  precondition: after(6) & within(2, time() + 1);
  effect: unforeseen(strength(v) = strength(v) + 4 & sorrow(v));
  told: "{v} [heal]";
}
action crawl(who : person, to : place) {
  effect: at(who) = to;
  takes: 1;
  consenting: who;
  told:
    "{who} [crawl] to {to}, slowly, on hands and knees",
    "{who} [drag] {who.self} to {to} with great effort";
  says: "Was it // enough?"; // who knows
}
utility(Bob) "to sleep": if(believes(Bob, utility(Anna)) > 3) 1 else utility(Bob);
n() = utility(Anna);
story {
  must: carry_out(Spike, ?);

  /// Nobody may die.
  never: dead(Buffy);
  first: begged(Buffy, Spike) then: promised(Spike, Buffy);
  first: begged(Buffy, Spike) & (at(Buffy) == Dungeon | at(Buffy) == Tower)
    then: promised(Spike, Buffy) | promised(Spike, Anna);
  ends: at(Buffy) == Safety;
}
scenario "the pool has dried" {
  pool(Buffy) = Dry;
  utility(Spike): at(Spike) == Night;
  without catch_tear, weep;
  limits { author: 8; }
  goal: -2;
  first: a() then: b();
  expect no story;
  expect story;
  expect ending at(Spike) == Night;
  expect no ending !lame(Spike);
  expect act crawl(Spike);
  expect no act crawl(?);
  expect believes(Angelus, shackled(Buffy));
}
scenario "short" { expect story; }
`

test("a well set world with all of them is read without a remark and stays as it is", () => {
  expect(readDrama(whole, "w.drama").diagnostics).toEqual([])
  expect(formatStory(whole, "w.drama").text).toBe(whole)
})

test("white space makes no difference, and comes to rest", () => {
  const pressed = whole
    .replace(/\s*\n\s*(?!\/\/)/g, (gap) => (gap.includes("\n\n") ? "\n\n" : "\n"))
    .replace(/ ([:=&|]) /g, "$1")
  const set = formatStory(pressed, "w.drama").text
  expect(bare(readDrama(set, "w.drama").tree)).toBe(bare(readDrama(whole, "w.drama").tree))
  expect(formatStory(set, "w.drama").text).toBe(set)
})

test("written down, it says the same", () => {
  const { tree } = readDrama(whole, "w.drama")
  const said = (definitions: typeof tree.definitions) => definitions.map((each) => bare(each)).sort()
  const again = readDrama(writeDrama(tree).text, "w.drama")
  expect(again.diagnostics).toEqual([])
  expect(said(again.tree.definitions)).toEqual(said(tree.definitions))
})

describe("what is read", () => {
  const read = (text: string) => {
    const { tree, diagnostics } = readDrama(text, "w.drama")
    expect(diagnostics).toEqual([])
    return tree.definitions
  }
  const expected = (item: string) => {
    const [scenario] = read(`scenario "s" { ${item} }`)
    return scenario.kind === "scenario" ? scenario.items.map((each) => bare(each)) : []
  }

  test("a text keeps everything but its escapes; its span covers the marks", () => {
    const [include] = read(String.raw`include "a\"b\\c\d // e { ; 'f' “g” .drama";`)
    expect(include).toMatchObject({
      kind: "include",
      path: { text: String.raw`a"b\c\d // e { ; 'f' “g” .drama`, span: { offset: 8, length: 35 } },
    })
  })

  test("an entity's words belong to everybody on its line", () => {
    const entities = read(`entity Tom, Ann : character { told: "a child", they; }`)
    expect(
      entities.map((each) =>
        each.kind === "entity"
          ? `${each.name.text}: ${each.told?.name.text}, ${each.told?.pronoun?.text}`
          : "",
      ),
    ).toEqual(["Tom: a child, they", "Ann: a child, they"])
  })

  test("docs belong to the demand or item they stand before", () => {
    const [, never] = read("story { must: a(); /// No.\n never: b(); }")
    expect(never.doc).toBe("No.")
  })

  test.each([
    ["expect story;", { what: "story", negated: false }],
    ["expect no story", { what: "story", negated: true }],
    ["expect ending (a() | b()) & c();", { what: "ending", negated: false }],
    ["expect no ending exists(x : t) a(x);", { what: "ending", negated: true }],
    ["expect act go(Tom, ?);", { what: "act", negated: false }],
    ["expect no a();", { what: "holds", negated: true }],
    ["expect (a() | b()) & c();", { what: "holds", negated: false }],
    ["expect (ending(Tom) == Home);", { what: "holds", negated: false }],
    ["expect ending == Tom;", { what: "holds", negated: false }],
  ])("%s", (text, part) => {
    expect(JSON.parse(expected(text)[0])).toMatchObject({ kind: "expect", ...part })
  })

  test.each([
    ["utility(): before(6);", "before(6)"],
    ["utility(): within(2, n() + 1) & after(n() - 1);", "(within(2, (n() + 1)) & after((n() - 1)))"],
    ["utility(): before(6); property before(n : t) : boolean;", "before(6)"],
    ["utility(): utility(Ann) + utility();", "(utility(Ann) + utility())"],
    ["utility(): believes(Bob, utility(Ann)) > 3;", "(believes(Bob, utility(Ann)) > 3)"],
    ["utility():\n  utility(Ann) +\n  utility(Bob);", "(utility(Ann) + utility(Bob))"],
    [
      "utility(): if(a())\n  utility(Ann)\nelse\n  utility(Bob);",
      "(if a() then utility(Ann) else utility(Bob))",
    ],
    ["unforeseen(a());", "unforeseen(a())"],
    ["forall(x : t) unforeseen(a(x) = 3 & b());", "(forall x : t . unforeseen(((a(x) = 3) & b())))"],
  ])("%j", (text, expected) => {
    const [each] = read(text)
    expect(each.kind === "utility" || each.kind === "initial" ? printTree(each.body) : each.kind).toBe(
      expected,
    )
  })
})

/** Every new word, used for everything that has a name. */
const words = [
  "include",
  "every",
  "by",
  "common",
  "unforeseen",
  "story",
  "scenario",
  "told",
  "says",
  "takes",
  "must",
  "never",
  "first",
  "then",
  "ends",
  "without",
  "goal",
  "expect",
  "no",
  "ending",
  "act",
  "before",
  "after",
  "within",
]

describe("a world that uses the new words as names means what it meant", () => {
  const worldOf = (w: string, property = w) => `type ${w}_kind; type ${w} : character;
    property ${property}(${w} : ${w}) : boolean; property ${property}_of(${w} : ${w}) : ${w}; property ${property}_n(${w} : ${w}) : number;
    entity P${w} : ${w} { ${property}; !${property}; ${property}_of = Q${w}; ${property}_n = 3; believes ${property}(Q${w}); wants: ${property}(P${w}); }
    entity Q${w} : ${w};
    ${property}(Q${w}); !${property}(Q${w}); ${property}(Q${w}) = True; believes(P${w}, ${property}(Q${w})); ${property}_of(Q${w}) = P${w};
    action ${w}(${w} : ${w}, other : character) {
      precondition: ${property}(${w}) & (exists(${w} : ${w}) ${property}(${w})) & ${w} : ${w} & ${property}_of(${w}) != ${w};
      effect: if(${property}(${w})) !${property}(${w}) else ${property}(${w});
      consenting: ${w}; observing(${w} : character): ${w} : ${w};
    }
    trigger ${w}(${w} : ${w}) { precondition: ${property}(${w}) & ${property}_n(${w}) > 9; effect: ${property}_n(${w}) = 0; }
    utility(): sum(${w} : ${w}) (if(${property}(${w})) 1 else 0);`
  const problemOf = (text: string) => {
    const { problem, diagnostics } = compileStory(text, { file: "w.drama" })
    expect(diagnostics.filter((each) => each.severity === "error").map((each) => each.message)).toEqual([])
    return bare(problem)
  }

  test.each(words)("%s", (word) => {
    const renamed = problemOf(worldOf(word)).replace(new RegExp(`(?<=["PQ])${word}(?=["_])`, "g"), "word_")
    expect(renamed).toBe(problemOf(worldOf("word_")))
    expect(problemOf(formatStory(worldOf(word), "w.drama").text)).toBe(problemOf(worldOf(word)))
  })

  test("an act may be called like a word that formulas know", () => {
    const { tree } = readDrama(
      "action after(c : character) { } story { must: after(Tom); never: before(6); }",
      "w.drama",
    )
    expect(
      tree.definitions
        .slice(1)
        .map((each) => (each.kind === "demand" && each.demand !== "order" ? each.body.kind : "")),
    ).toEqual(["fluent", "moment"])
  })
})

const said = (text: string) =>
  readDrama(text, "w.drama").diagnostics.map(
    (each) => `${each.span.line}:${each.span.column} ${each.code}: ${each.message} ${each.hint ?? ""}`,
  )

describe("one mistake is one message", () => {
  test.each<[string, string]>([
    [
      "include people.drama;",
      '1:9 include-without-text: Which text is to be included stands in quotation marks. Did you mean `"people.drama"`?',
    ],
    [
      "include 'people.drama';",
      '1:9 quotation-marks: Texts stand in straight double quotation marks. Did you mean `"people.drama"`?',
    ],
    [
      "include “people.drama”;",
      '1:9 quotation-marks: Texts stand in straight double quotation marks. Did you mean `"people.drama"`?',
    ],
    [
      'include "people.drama;',
      '1:9 unclosed-text: This text in quotation marks never ends. Write `"` where it ends, on the same line; inside a text write `\\"`.',
    ],
    [
      "include people;",
      '1:9 include-without-text: Which text is to be included stands in quotation marks. Did you mean `"people"`?',
    ],
    [
      'import "people.drama";',
      "1:1 misspelt-before-text: `import` means nothing here. Did you mean `include`?",
    ],
    [
      'includ "people.drama";',
      "1:1 misspelt-before-text: `includ` means nothing here. Did you mean `include`?",
    ],
    ['include: "a.drama";', '1:8 sign-before-text: No `:` stands behind `include`. Write `include "…"`.'],
    [
      "include;",
      '1:1 include-without-text: Which text is to be included stands in quotation marks. Write `include "people.drama";`.',
    ],
    ['include("a.drama");', '1:8 sign-before-text: No `(` stands behind `include`. Write `include "…"`.'],
    [
      "entity A : character { told: the captive; }",
      '1:30 text-needed: A text in quotation marks is needed here. Write it in straight double marks: `"…"`.',
    ],
    [
      'entity A : character { told "the captive"; }',
      '1:24 missing-colon: A colon and a text stand behind `told`. Write `told: "the captive";`, or `told: "the captive", she;` with one of `he`, `she`, `it` and `they`.',
    ],
    [
      'entity A : character { told: "the captive; }\nentity B : character;',
      '1:30 unclosed-text: This text in quotation marks never ends. Write `"` where it ends, on the same line; inside a text write `\\"`.',
    ],
    [
      "entity A : character { told: “the captive”, she; }",
      '1:30 quotation-marks: Texts stand in straight double quotation marks. Did you mean `"the captive"`?',
    ],
    [
      "entity A : character { told: 'the captive', she; }",
      '1:30 quotation-marks: Texts stand in straight double quotation marks. Did you mean `"the captive"`?',
    ],
    [
      'entity A : character { told: "x", her; }',
      "1:35 not-a-pronoun: `her` is none of the pronouns. Did you mean `she`?",
    ],
    [
      'entity A : character { told: "x", hee; }',
      "1:35 not-a-pronoun: `hee` is none of the pronouns. Did you mean `he`?",
    ],
    [
      'entity A : character { told: "x", "she"; }',
      '1:35 not-a-pronoun: `"she"` is no text and no pronoun. Write `told: "the captive";`, or `told: "the captive", she;` with one of `he`, `she`, `it` and `they`.',
    ],
    [
      'entity A : character { told = "x"; }',
      '1:24 missing-colon: A colon and a text stand behind `told`. Write `told: "the captive";`, or `told: "the captive", she;` with one of `he`, `she`, `it` and `they`.',
    ],
    [
      'entity A : character { told: "x"; told: "y"; }',
      "1:35 part-twice: This is a second `told`. Take one of the two out.",
    ],
    [
      'entity A : character { says: "x"; }',
      '1:24 says-in-block: What somebody says stands in an action. Write `says: "…";` between the braces of that action.',
    ],
    [
      "entity A : character { told: she; }",
      '1:30 text-needed: A text in quotation marks is needed here. Write it in straight double marks: `"…"`.',
    ],
    [
      "entity A : character { wants to be whole: a(); }",
      "1:24 missing-colon: A colon is missing behind `wants`. Write `wants: …;`.",
    ],
    [
      'entity A : character { wants: "to be whole": a(); }',
      '1:31 text-before-colon: This text stands before the colon. Write `wants "…": …;` or `utility(Tom) "…": …;`.',
    ],
    [
      'entity A : character { wants "to be whole" a(); }',
      "1:24 missing-colon: A colon is missing behind `wants`. Write `wants: …;`.",
    ],
    [
      'entity A : character { a; wants "x" = b(); }',
      "1:27 missing-colon: A colon is missing behind `wants`. Write `wants: …;`.",
    ],
    [
      "property p() : boolean { effect: a(); }",
      "1:26 part-not-allowed: Of a property is only said how it is told and which values it might have, so `effect` has no place here. Take it out.",
    ],
    [
      'property p() : boolean { told "x"; }',
      "1:26 missing-colon: A colon is missing behind `told`. Write `told: …;`.",
    ],
    [
      'property p() : boolean { "x"; }',
      "1:26 not-a-name: A text in quotation marks has no place here. Names are written without quotation marks.",
    ],
    [
      'property p() : boolean "x";',
      "1:24 not-a-name: A text in quotation marks has no place here. Names are written without quotation marks.",
    ],
    [
      'property p() : boolean { told: "x"; told: "y"; }',
      "1:37 part-twice: This is a second `told`. Take one of the two out.",
    ],
    [
      'property p() : boolean { says: "x"; }',
      "1:26 part-not-allowed: Of a property is only said how it is told and which values it might have, so `says` has no place here. Take it out.",
    ],
    [
      'property p() : boolean { tld: "x"; }',
      "1:26 misspelt-before-text: `tld` means nothing here. Did you mean `told`?",
    ],
    [
      "common time() : number;",
      "1:1 beginning-not-whole: `common` begins no definition like this. Write `common property …`: only properties can be common.",
    ],
    [
      "common property time : number;",
      "1:17 brackets-missing: The brackets of `time` are missing. Write `property time(who : character) : boolean`, or `property time() : boolean` if it is said of nobody.",
    ],
    [
      "comon property time() : number;",
      "1:1 misspelt-beginning: `comon` begins no definition. Did you mean `common`?",
    ],
    [
      "property common time() : number;",
      "1:10 modifier-misplaced: `common` stands before `property`. Write `common property …`.",
    ],
    [
      "common action go() { }",
      "1:1 modifier-misplaced: `common` cannot stand before `action`. Write `common property …`: only properties can be common.",
    ],
    [
      "common entity A : character;",
      "1:1 modifier-misplaced: `common` cannot stand before `entity`. Write `common property …`: only properties can be common.",
    ],
    [
      "unforeseen action go() { }",
      "1:1 part-not-allowed: Only triggers can be unforeseen as a whole. Write `unforeseen(…)` around what nobody counts on in its effect, or leave `consenting` out: then it is an accident.",
    ],
    [
      "unforseen trigger go() { }",
      "1:1 misspelt-beginning: `unforseen` begins no definition. Did you mean `unforeseen`?",
    ],
    [
      "trigger unforeseen go() { }",
      "1:9 modifier-misplaced: `unforeseen` stands before `trigger`. Write `unforeseen trigger …`.",
    ],
    [
      "action go(who : character) { effect: unforeseen(a(), b()); }",
      "1:38 wrong-arguments: `unforeseen` has one effect in its brackets. Join them with `&`.",
    ],
    [
      'action go(who : character) { told "x"; }',
      "1:30 missing-colon: A colon is missing behind `told`. Write `told: …;`.",
    ],
    [
      "action go(who : character) { told: x; }",
      '1:36 text-needed: A text in quotation marks is needed here. Write it in straight double marks: `"…"`.',
    ],
    [
      'action go(who : character) { told: "x", y; }',
      '1:41 text-needed: A text in quotation marks is needed here. Write it in straight double marks: `"…"`.',
    ],
    [
      "action go(who : character) { told; }",
      "1:34 missing-colon: A colon is missing behind `told`. Write `told: …;`.",
    ],
    [
      "action go(who : character) { told: ; }",
      '1:36 text-needed: A text in quotation marks is needed here. Write it in straight double marks: `"…"`.',
    ],
    [
      'action go(who : character) { told: "x"\n effect: a(); }',
      '1:36 missing-semicolon: A semicolon is missing between `"x"` and `effect`. Write `;` behind `"x"`, at the end of its line.',
    ],
    [
      'action go(who : character) { told: "x";\n told: “y”; }',
      '2:8 quotation-marks: Texts stand in straight double quotation marks. Did you mean `"y"`?',
    ],
    [
      'action go(who : character) { effect: a()\n told: "x"; }',
      "1:40 missing-semicolon: A semicolon is missing between `)` and `told`. Write `;` behind `)`, at the end of its line.",
    ],
    [
      'action go(who : character) { effect: "a"; }',
      "1:38 not-a-name: A text in quotation marks has no place here. Names are written without quotation marks.",
    ],
    [
      'action go(who : character) { effect: told("x"); }',
      "1:43 not-a-name: A text in quotation marks has no place here. Names are written without quotation marks.",
    ],
    [
      "action go(who : character) { says: hello; }",
      '1:36 text-needed: A text in quotation marks is needed here. Write it in straight double marks: `"…"`.',
    ],
    [
      'action go(who : character) { text: "hello"; }',
      "1:30 misspelt-before-text: `text` means nothing here. Did you mean `told`?",
    ],
    [
      "action go(who : character) { takes 1; }",
      "1:30 missing-colon: A colon is missing behind `takes`. Write `takes: …;`.",
    ],
    [
      "action go(who : character) { takes = 1; }",
      "1:36 missing-colon: A colon is missing behind `takes`. Write `takes: …;`.",
    ],
    [
      "action go(who : character) { take: 1; }",
      "1:30 unknown-part: `take` begins no part of an action or trigger. Did you mean `takes`?",
    ],
    [
      'action go(who : character) { takes: "1"; }',
      "1:37 not-a-name: A text in quotation marks has no place here. Names are written without quotation marks.",
    ],
    [
      "action go(who : character) { effect: a(); takes: 1\n consenting: who; }",
      "1:50 missing-semicolon: A semicolon is missing between `1` and `consenting`. Write `;` behind `1`, at the end of its line.",
    ],
    [
      "action go(who : character) { duration: 1; }",
      "1:30 unknown-part: `duration` begins no part of an action or trigger. Did you mean `takes`?",
    ],
    [
      "trigger t() { takes: 1; effect: a(); }",
      "1:15 part-not-allowed: A trigger happens by itself, at once, so `takes` has no place here. Make it an action, or take this part out.",
    ],
    [
      'told: "x";',
      "1:1 part-outside: `told` does not stand by itself. Put it between the braces of whatever is told so.",
    ],
    [
      "takes: 1;",
      "1:1 part-outside: `takes` is a part of an action or trigger and stands nowhere else. Put it between the braces of an `action` or `trigger`.",
    ],
    [
      'says: "x";',
      "1:1 part-outside: `says` is a part of an action or trigger and stands nowhere else. Put it between the braces of an `action` or `trigger`.",
    ],
    [
      '"hello";',
      "1:1 not-a-name: A text in quotation marks has no place here. Names are written without quotation marks.",
    ],
    [
      'a() = "x";',
      "1:7 not-a-name: A text in quotation marks has no place here. Names are written without quotation marks.",
    ],
    [
      "every action by who { effect: a(); }",
      "1:17 every-with-brackets: What is added to actions has no brackets of its own. Write `every action { … }`, `every action walk { … }` for those of one name, and `by(who : character)` behind that if it is about those who consent.",
    ],
    [
      "every action by(who) { effect: a(); }",
      "1:20 every-with-brackets: What is added to actions has no brackets of its own. Write `every action { … }`, `every action walk { … }` for those of one name, and `by(who : character)` behind that if it is about those who consent.",
    ],
    [
      "every action(who : character) { effect: a(); }",
      "1:13 every-with-brackets: What is added to actions has no brackets of its own. Write `every action { … }`, `every action walk { … }` for those of one name, and `by(who : character)` behind that if it is about those who consent.",
    ],
    [
      "every actions { effect: a(); }",
      "1:1 beginning-not-whole: `every` begins no definition like this. Write `every action { … }`: what is added stands in the braces.",
    ],
    [
      "every action by(who : character) { consenting: who; }",
      "1:36 part-not-allowed: What is added to every action is a precondition, an effect or who sees it, so `consenting` has no place here. Write it in the actions themselves.",
    ],
    [
      "every trigger { effect: a(); }",
      "1:1 beginning-not-whole: `every` begins no definition like this. Write `every action { … }`: what is added stands in the braces.",
    ],
    [
      "every action { a(); }",
      "1:16 part-without-heading: `a` begins no part of an action or trigger. Say what it is: `precondition: …;` or `effect: …;`.",
    ],
    [
      "every action;",
      "1:7 every-with-brackets: What is added to actions has no brackets of its own. Write `every action { … }`, `every action walk { … }` for those of one name, and `by(who : character)` behind that if it is about those who consent.",
    ],
    [
      "each action { effect: a(); }",
      "1:1 misspelt-beginning: `each` begins no definition. Did you mean `every`?",
    ],
    [
      "evry action { effect: a(); }",
      "1:1 misspelt-beginning: `evry` begins no definition. Did you mean `every`?",
    ],
    [
      "every action go() { effect: a(); }",
      "1:16 every-with-brackets: What is added to actions has no brackets of its own. Write `every action { … }`, `every action walk { … }` for those of one name, and `by(who : character)` behind that if it is about those who consent.",
    ],
    [
      "every { effect: a(); }",
      "1:1 beginning-not-whole: `every` begins no definition like this. Write `every action { … }`: what is added stands in the braces.",
    ],
    ["utility(Anna) to sleep: a();", "1:15 missing-colon: A colon is missing before `to`. Write `: to`."],
    [
      'utility(Anna): "to sleep" a();',
      '1:16 text-before-colon: This text stands before the colon. Write `wants "…": …;` or `utility(Tom) "…": …;`.',
    ],
    [
      "n() = utility Anna;",
      "1:15 utility-without-brackets: Whose wish this is stands in round brackets behind `utility`. What a person wants begins with `utility(Tom):`, what you want of the story with `utility():`.",
    ],
    [
      "utility(): utility(a());",
      "1:20 nested-application: `a(…)` cannot stand inside the brackets of another property. Give it a name first, for instance `exists(it : entity) (a(…) == it & …)`.",
    ],
    [
      "n() = utility;",
      "1:14 utility-without-brackets: Whose wish this is stands in round brackets behind `utility`. What a person wants begins with `utility(Tom):`, what you want of the story with `utility():`.",
    ],
    [
      "utility(): within(time() + 3);",
      "1:12 wrong-arguments: `within` has two numbers in its brackets. Write how long and since when: `within(3, 6)`.",
    ],
    [
      "utility(): after(1, 2, time() + 1);",
      "1:12 wrong-arguments: `after` has one time in its brackets. Write `after(6)`.",
    ],
    ["story { must a(); }", "1:9 missing-colon: A colon is missing behind `must`. Write `must: …;`."],
    [
      "story { must: ; }",
      "1:15 unexpected-word: `;` cannot stand behind `:`. Say what follows the `:`, or take it out.",
    ],
    ["story { mus: a(); }", "1:9 unknown-part: `mus` begins nothing in `story`. Did you mean `must: …;`?"],
    [
      "story { a(); }",
      "1:9 part-not-allowed: This is no demand on the story. In `story` stand demands: `must: …;`, `never: …;`, `first: … then: …;`, `ends: …;`. What else is to be different stands in a `scenario`.",
    ],
    [
      "story { expect story; }",
      "1:9 part-not-allowed: This is no demand on the story. In `story` stand demands: `must: …;`, `never: …;`, `first: … then: …;`, `ends: …;`. What else is to be different stands in a `scenario`.",
    ],
    [
      "story { first: a(); then: b(); }",
      "1:19 then-missing: What comes first is followed by what comes then. Write `first: … then: …;`, without a semicolon between them and with a colon behind each.",
    ],
    [
      "story { first: a(); }",
      "1:19 then-missing: What comes first is followed by what comes then. Write `first: … then: …;`, without a semicolon between them and with a colon behind each.",
    ],
    [
      "story { first: a() then b(); }",
      "1:20 then-missing: What comes first is followed by what comes then. Write `first: … then: …;`, without a semicolon between them and with a colon behind each.",
    ],
    [
      "story { first a() then: b(); }",
      "1:19 then-missing: What comes first is followed by what comes then. Write `first: … then: …;`, without a semicolon between them and with a colon behind each.",
    ],
    [
      "story { first: a(), then: b(); }",
      "1:19 then-missing: What comes first is followed by what comes then. Write `first: … then: …;`, without a semicolon between them and with a colon behind each.",
    ],
    ["story { then: b(); }", "1:9 item-not-whole: This `then` is not whole. Write `first: … then: …;`."],
    [
      "story must: a();",
      "1:1 beginning-not-whole: `story` begins no definition like this. Write `story { must: …; never: …; }`.",
    ],
    [
      "story: a();",
      "1:1 demand-outside: The demands on the story stand in braces. Write `story { must: …; never: …; }`.",
    ],
    [
      "story { must: a() never: b(); }",
      "1:17 missing-semicolon: A semicolon is missing between `)` and `never`. Write `;` between them.",
    ],
    [
      "story { must: a()\n never: b() }",
      "1:17 missing-semicolon: A semicolon is missing between `)` and `never`. Write `;` behind `)`, at the end of its line.",
    ],
    [
      "must: a();",
      "1:1 demand-outside: `must` is a demand on the story and does not stand by itself. Put it between the braces of `story { … }` or of a scenario.",
    ],
    [
      "never: a();",
      "1:1 demand-outside: `never` is a demand on the story and does not stand by itself. Put it between the braces of `story { … }` or of a scenario.",
    ],
    [
      "first: a() then: b();",
      "1:1 demand-outside: `first` is a demand on the story and does not stand by itself. Put it between the braces of `story { … }` or of a scenario.",
    ],
    [
      "ends: a();",
      "1:1 demand-outside: `ends` is a demand on the story and does not stand by itself. Put it between the braces of `story { … }` or of a scenario.",
    ],
    ["stroy { must: a(); }", "1:1 misspelt-beginning: `stroy` begins no definition. Did you mean `story`?"],
    [
      'story "x" { must: a(); }',
      "1:7 not-a-name: A text in quotation marks has no place here. Names are written without quotation marks.",
    ],
    [
      "story {\n must: a();\ntype place;",
      "2:11 unclosed-bracket: A `}` is missing before `type`: the `{` of line 1 is never closed. Write `}` where what began with `{` should end.",
    ],
    [
      "story { always: a(); }",
      "1:9 unknown-part: `always` begins nothing in `story`. There are `must`, `never`, `first` and `ends`.",
    ],
    ["story { end: a(); }", "1:9 unknown-part: `end` begins nothing in `story`. Did you mean `ends: …;`?"],
    [
      'scenario "a" { expect; }',
      "1:16 missing-formula: Nothing says what is expected. Write `expect story;`, `expect ending …;`, `expect act …;`, or a condition; `no` may stand before each of them.",
    ],
    [
      'scenario "a" { expect no; }',
      "1:16 missing-formula: Nothing says what is expected. Write `expect story;`, `expect ending …;`, `expect act …;`, or a condition; `no` may stand before each of them.",
    ],
    [
      'scenario "a" { expect no stroy; }',
      "1:26 bare-condition: `stroy` alone is no condition. Did you mean `story`?",
    ],
    [
      'scenario "a" { expect a story; }',
      "1:23 article-in-expectation: `a` means nothing here. Write `expect story;`, or `expect no story;`.",
    ],
    [
      'scenario "a" { expect: story; }',
      "1:16 item-not-whole: This `expect` is not whole. Write `expect …;`.",
    ],
    [
      'scenario "a" { expect ending; }',
      "1:23 missing-formula: Nothing stands behind `ending`. Write `expect ending at(Tom) == Home;`.",
    ],
    [
      'scenario "a" { expect act go; }',
      "1:27 not-an-act: Behind `act` stands one act. Write `go(…)`, with whoever takes part in it, or `?` for anybody.",
    ],
    [
      'scenario "a" { expect act go() & a(); }',
      "1:27 not-an-act: Behind `act` stands one act. Write an action and who takes part in it, for instance `expect act walk(Tom, ?)`.",
    ],
    [
      'scenario "a" { expect act; }',
      "1:23 missing-formula: Nothing stands behind `act`. Write `expect act walk(Tom, ?);`.",
    ],
    [
      'scenario "a" { expect not story; }',
      "1:23 article-in-expectation: `not` means nothing here. Did you mean `no`?",
    ],
    [
      'scenario "a" { expects story; }',
      "1:16 unknown-part: `expects` means nothing here. Did you mean `expect …;`?",
    ],
    [
      'scenario "a" { expct story; }',
      "1:16 unknown-part: `expct` means nothing here. Did you mean `expect …;`?",
    ],
    [
      'scenario "a" { expect story\n expect no story; }',
      "1:23 missing-semicolon: A semicolon is missing between `story` and `expect`. Write `;` behind `story`, at the end of its line.",
    ],
    [
      'scenario "a" { without; }',
      "1:16 item-not-whole: This `without` is not whole. Write `without walk, talk;`.",
    ],
    [
      'scenario "a" { without go(Tom); }',
      "1:26 more-than-names: `(` cannot stand behind `without` and a name. Write only their names, with commas between them: `without walk, talk;`.",
    ],
    [
      'scenario "a" { without: go; }',
      "1:16 item-not-whole: This `without` is not whole. Write `without walk, talk;`.",
    ],
    [
      'scenario "a" { without go walk; }',
      "1:27 more-than-names: `walk` cannot stand behind `without` and a name. Write only their names, with commas between them: `without walk, talk;`.",
    ],
    ['scenario "a" { goal 2; }', "1:16 missing-colon: A colon is missing behind `goal`. Write `goal: 2;`."],
    ['scenario "a" { goal: two; }', "1:22 number-needed: A number is needed here. Write it in digits."],
    ['scenario "a" { goal: a(); }', "1:22 number-needed: A number is needed here. Write it in digits."],
    ['scenario "a" { goal = 2; }', "1:16 item-not-whole: This `goal` is not whole. Write `goal: 2;`."],
    ['scenario "a" { must a(); }', "1:16 missing-colon: A colon is missing behind `must`. Write `must: …;`."],
    [
      'scenario "a" { limits: 3; }',
      "1:16 item-not-whole: This `limits` is not whole. Write `limits { author: 5; }`.",
    ],
    [
      'scenario "a" { author: 8; }',
      "1:16 unknown-part: `author` begins nothing in `scenario`. Did you mean `limits { author: 5; }`?",
    ],
    [
      'scenario "a" { wants: a(); }',
      "1:16 unknown-part: `wants` begins nothing in `scenario`. Did you mean `utility(Tom): …;`?",
    ],
    [
      'scenario "a" { \n  action go() { effect: a(); }\n }',
      '2:3 definition-inside: `action` cannot stand inside the braces of `"a"`. Move it behind the closing `}`: `scenario`, `action` and the others stand beside one another, not in one another.',
    ],
    [
      'scenario "a" { precondition: a(); }',
      "1:16 unknown-part: `precondition` begins nothing in `scenario`. There are `must`, `never`, `first`, `ends`, `goal`, `expect`, `without`, `limits` and `utility`.",
    ],
    [
      'scenario "a" { a() = 1\n b() = 2; }',
      "1:22 missing-semicolon: A semicolon is missing between `1` and `b`. Write `;` behind `1`, at the end of its line.",
    ],
    [
      "scenario the pool { expect story; }",
      '1:1 beginning-not-whole: `scenario` begins no definition like this. Write `scenario "…" { … }`, with its title in quotation marks.',
    ],
    [
      "scenario { expect story; }",
      '1:1 beginning-not-whole: `scenario` begins no definition like this. Write `scenario "…" { … }`, with its title in quotation marks.',
    ],
    [
      "scenario 'x' { expect story; }",
      '1:10 quotation-marks: Texts stand in straight double quotation marks. Did you mean `"x"`?',
    ],
    ['scenario "x" expect story;', "1:14 sign-needed: `{` is needed here, not `expect`. "],
    [
      'scenario "x";',
      '1:10 missing-formula: `{` is missing behind `"x"`. Write it there, or take out what waits for it.',
    ],
    [
      'senario "x" { expect story; }',
      "1:1 misspelt-before-text: `senario` means nothing here. Did you mean `scenario`?",
    ],
    [
      'scenario: "x" { expect story; }',
      '1:9 sign-before-text: No `:` stands behind `scenario`. Write `scenario "…"`.',
    ],
    [
      "scenario x { expect story; }",
      '1:1 beginning-not-whole: `scenario` begins no definition like this. Write `scenario "…" { … }`, with its title in quotation marks.',
    ],
    [
      'scenario "x" { a();\nentity B : character;',
      "1:19 unclosed-bracket: A `}` is missing before `entity`: the `{` of line 1 is never closed. Write `}` where what began with `{` should end.",
    ],
    [
      "expect story;",
      '1:1 beginning-not-whole: `expect` begins no definition like this. What is expected stands in a scenario: `scenario "…" { expect story; }`.',
    ],
    [
      'test "x" { expect story; }',
      "1:1 misspelt-before-text: `test` means nothing here. Did you mean `scenario`?",
    ],
    [
      "scenario “the pool” { expect story; }",
      '1:10 quotation-marks: Texts stand in straight double quotation marks. Did you mean `"the pool"`?',
    ],
  ])("`%s`", (text, expected) => {
    expect(said(text)).toEqual([expected])
  })
})

describe("the edit that is offered mends it", () => {
  test.each([
    ["include people.drama;"],
    ["include 'people.drama';"],
    ['include: "people.drama";'],
    ['import "people.drama";'],
    ["entity A : character { told: “the captive”, she; }"],
    ['entity A : character { told: "x", her; }'],
    ['action go() { told "x"; }'],
    ["action go() { duration: 1; }"],
    ["evry action { effect: a(); }"],
    ["comon property p() : number;"],
    ["story { mus: a(); }"],
    ["story { must a(); }"],
    ["stroy { must: a(); }"],
    ['scenario "a" { goal 2; }'],
    ['scenario "a" { expct story; }'],
    ['scenario "a" { expect not story; }'],
    ["scenario 'a' { expect story; }"],
  ])("`%s`", (text) => {
    const [{ fixes = [] }] = readDrama(text, "w.drama").diagnostics
    expect(said(applyFix(text, fixes[0]))).toEqual([])
  })
})
