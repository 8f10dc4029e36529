/**
 * Mistakes of beginners, and the one message that each gets. Each case is a small world with one part of it
 * replaced; expected are all messages, with their hints.
 */
import { compileStory } from "@dramaturg/language"
import { describe, expect, test } from "vitest"
import { applyFix } from "./apply-fix.js"

const world = `type place;
type thing;
entity Home, Market : place;
entity Ring : thing;
entity Tom : character {
  at = Home;
  has(Ring);
}
entity Ann : character;
property at(who : character) : place;
property has(who : character, what : thing) : boolean;
property asleep(who : character) : boolean;
property coins(who : character) : number;
property raining() : boolean;
at(Ann) = Market;
action walk(who : character, to : place) {
  precondition: at(who) != to;
  effect: at(who) = to;
  consenting: who;
}
utility(Tom): at(Tom) == Market;
utility(): at(Tom) == Market;
`

function changed(old: string, fresh: string): string {
  expect(world).toContain(old)
  return world.replace(old, () => fresh)
}

function said(text: string, file = "w.drama"): string[] {
  const { diagnostics } = compileStory(text, { file })
  return diagnostics.map(
    (each) => `${each.span.line}:${each.span.column} ${each.message}${each.hint ? ` ${each.hint}` : ""}`,
  )
}

test("the world itself is without a mistake", () => {
  expect(said(world)).toEqual([])
})

const condition = "at(who) != to;"
const effect = "at(who) = to;"
const block = "  at = Home;\n"

describe("one mistake is one message", () => {
  test.each<[string, string, string]>([
    [
      effect,
      "at(who) == to;",
      "18:11 `==` asks whether something is so, but here it says what becomes so. Write `=` to give a value.",
    ],
    [
      effect,
      "asleep(who) != True;",
      "18:11 `!=` asks whether something is so, but here it says what becomes so. Write `!` before what becomes false, or give it a value with `=`.",
    ],
    [
      "at(Ann) = Market",
      "at(Ann) == Market",
      "15:1 `==` asks whether something is so, but here it says what becomes so. Write `=` to give a value.",
    ],
    [
      condition,
      "at(who) = to;",
      "17:17 `=` gives a value, but here something is only asked. Write `==` to compare.",
    ],
    [condition, "at(who) != to and asleep(who);", "17:31 `and` means nothing here. Did you mean `&`?"],
    [condition, "asleep(who) or at(who) == to;", "17:29 `or` means nothing here. Did you mean `|`?"],
    [condition, "not asleep(who);", "17:17 `not` means nothing here. Did you mean `!`?"],
    [condition, "not(at(who) == to);", "17:17 `not(…)` means nothing here. Write `!…`."],
    [effect, "asleep(who) = true;", "18:25 Nobody and nothing is called `true`. Did you mean `True`?"],
    [effect, "at(who) = null;", "18:21 Nobody and nothing is called `null`. Did you mean `?`?"],
    [condition, "coins(who) => 3;", "17:28 `=>` means nothing here. Did you mean `>=`?"],
    [condition, "coins(who) =< 3;", "17:28 `=<` means nothing here. Did you mean `<=`?"],
    [condition, "at(who) <> to;", "17:25 `<>` means nothing here. Did you mean `!=`?"],
    [condition, "at(who) === to;", "17:25 `===` means nothing here. Did you mean `==`?"],
    [condition, "at(who) ≠ to;", "17:25 `≠` means nothing here. Did you mean `!=`?"],
    [condition, "asleep(who) && raining();", "17:29 `&&` means nothing here. Did you mean `&`?"],
    [condition, "asleep(who) || raining();", "17:29 `||` means nothing here. Did you mean `|`?"],
    [effect, "coins(who) += 1;", "18:22 `+=` means nothing here. Write `coins(who) = coins(who) + …`."],
    [
      effect,
      "coins(who) -= coins(who);",
      "18:22 `-=` means nothing here. Write `coins(who) = coins(who) - …`.",
    ],
    [effect, "coins(who)++;", "18:21 `++` means nothing here. Write `coins(who) = coins(who) + 1`."],
    [effect, "at(who) := to;", "18:19 `:=` means nothing here. Did you mean `=`?"],
    [
      effect,
      "asleep(who) -> at(who) = to;",
      "18:23 `->` means nothing here. What depends on something is written `if(…) …`.",
    ],
    [
      effect,
      "if asleep(who) then at(who) = to;",
      "18:14 What `if` asks stands in round brackets. Write `if(…) …`, without `then`.",
    ],
    [
      effect,
      "if(asleep(who)) then at(who) = to;",
      "18:27 `then` means nothing here. Write `if(…) … else …`.",
    ],
    [effect, "when(asleep(who)) at(who) = to;", "18:11 `when` means nothing here. Did you mean `if`?"],
    [
      effect,
      "if(asleep(who)) { at(who) = to; } else { at(who) = Home; };",
      "18:27 Braces cannot stand in a condition or an effect. Use round brackets, and `&` where several things happen: `if(…) (… & …) else …`.",
    ],
    [
      effect,
      "if(asleep(who)) at(who) = to; else at(who) = Home;",
      "18:41 This `else` has lost its `if`. Take out the semicolon before it.",
    ],
    [
      effect,
      "if(asleep(who)) at(who) = to else;",
      "18:44 `;` cannot stand behind `else`. Say what is so otherwise, or leave `else` out.",
    ],
    [condition, "at(who) is to;", "17:25 `is` means nothing here. Did you mean `==`?"],
    [condition, "who is asleep;", "17:21 `is` means nothing here. Write `asleep(who)`."],
    [condition, "at(who) is not to;", "17:25 `is not` means nothing here. Did you mean `!=`?"],
    [
      "utility(): at(Tom) == Market",
      "utility(): at(Tom) == Market ? 1 : 0",
      "22:30 `?` cannot stand here; it is the sign of the unknown. A choice is written `if(…) … else …`.",
    ],
    [
      "utility(): at(Tom) == Market",
      "utility(): max(coins(Tom), coins(Ann))",
      "22:12 `max(…)` means nothing here. Write `if(… > …) … else …`.",
    ],
    [
      condition,
      "forall c : character asleep(c);",
      "17:24 What `forall` goes through stands in round brackets. Write `forall(someone : character) …`.",
    ],
    [condition, "all(c : character) asleep(c);", "17:17 `all` means nothing here. Did you mean `forall`?"],
    [condition, "exists(p in place) at(who) == p;", "17:26 `in` means nothing here. Did you mean `:`?"],
    ["action walk", "acton walk", "16:1 `acton` begins no definition. Did you mean `action`?"],
    ["entity Ring", "entiy Ring", "4:1 `entiy` begins no definition. Did you mean `entity`?"],
    [
      "entity Ring",
      "Ring : thing;\nentity Sword",
      "4:1 Nothing says what `Ring` is. Did you mean `entity Ring : thing`?",
    ],
    ["utility():", "utilty():", "22:1 `utilty` begins no definition. Did you mean `utility`?"],
    [
      "utility():",
      "goal:",
      "22:1 `goal` begins no definition. What a person wants begins with `utility(Tom):`, what you want of the story with `utility():`.",
    ],
    [
      "utility(Tom):",
      "wants(Tom):",
      "21:1 `wants` begins no definition. What a person wants begins with `utility(Tom):`, what you want of the story with `utility():`.",
    ],
    [
      "utility():",
      "utility:",
      "22:8 Whose wish this is stands in round brackets behind `utility`. What a person wants begins with `utility(Tom):`, what you want of the story with `utility():`.",
    ],
    ["Ann : character", "Ann : charcter", "9:14 No type `charcter` is declared. Did you mean `character`?"],
    [
      "entity Ann : character;",
      "character Ann;",
      "9:1 `character` is a type and begins no definition. Write `entity Ann : character;`.",
    ],
    ["effect:", "efect:", "18:3 `efect` begins no part of an action or trigger. Did you mean `effect`?"],
    [
      "precondition:",
      "precondtion:",
      "17:3 `precondtion` begins no part of an action or trigger. Did you mean `precondition`?",
    ],
    [
      "precondition:",
      "requires:",
      "17:3 `requires` begins no part of an action or trigger. Did you mean `precondition`?",
    ],
    [
      "precondition:",
      "if:",
      "17:3 `if` begins no part of an action or trigger. Did you mean `precondition`?",
    ],
    [
      "consenting:",
      "agents:",
      "19:3 `agents` begins no part of an action or trigger. Did you mean `consenting`?",
    ],
    [
      "consenting: who;",
      "observing: everybody;",
      "19:12 `observing` asks of every character whether they see this. Write `observing(someone : character): …;`, or leave it out if everybody sees it.",
    ],
    [
      "precondition:",
      "precondition =",
      "17:16 A colon is missing behind `precondition`. Write `precondition: …;`.",
    ],
    [
      "precondition: ",
      "precondition ",
      "17:3 A colon is missing behind `precondition`. Write `precondition: …;`.",
    ],
    [
      "boolean;\nproperty coins",
      "bool;\nproperty coins",
      "12:36 There is no type `bool`. Did you mean `boolean`?",
    ],
    ["number;", "int;", "13:35 There is no type `int`. Did you mean `number`?"],
    [
      condition,
      "asleep;",
      "17:17 `asleep` is a property, and its brackets are missing. Write `asleep(who)`.",
    ],
    [
      condition,
      "at who != to;",
      "17:17 What the property `at` is asked of stands in round brackets. Write `at(who)`.",
    ],
    [condition, "who.at != to;", "17:17 Nobody and nothing is called `who.at`. Did you mean `at(who)`?"],
    [
      "at(Ann) = Market;",
      "raining = True;",
      "15:1 `raining` is a property, and its brackets are missing. Write `raining()`.",
    ],
    [
      "at(Ann) = Market;",
      "Ann at Market;",
      "15:1 What `at` is said of stands behind it, in round brackets. Write `at(Ann) = Market`, or `==` to ask.",
    ],
    [
      "at(Ann) = Market;",
      "at(Ann, Market);",
      "15:1 `at` takes one name in its brackets, not two. Write `at(Ann) = Market` to say it, or `==` to ask.",
    ],
    [
      "at(Ann) = Market;",
      "at(Ann) = Market.",
      "15:17 A full stop ends nothing here. Write `;` in its place.",
    ],
    [
      "consenting: who;",
      "consenting: who.",
      "19:15 A full stop ends nothing here, so it seems to belong to the name `who.`. Take it out; everything ends with `;`.",
    ],
    [
      effect,
      "at(who) = to, asleep(who);",
      "18:23 A comma does not join conditions or effects. Did you mean `&`?",
    ],
    ["to;\n  consenting", "to,\n  consenting", "18:23 A comma ends nothing here. Did you mean `;`?"],
    [
      condition,
      "at(who) != to; asleep(who);",
      "17:32 `asleep` begins no part of an action or trigger. If it belongs to the part before it, join the two with `&` and not with a semicolon.",
    ],
    [
      "consenting: who",
      "consenting: who & Ann",
      "19:19 A comma stands between those who must agree. Did you mean `,`?",
    ],
    [
      condition,
      "(at(who) != to & asleep(who);",
      "17:45 A `)` is missing before `;`: the `(` of line 17 is never closed. Write `)` where what began with `(` should end.",
    ],
    [
      "  consenting: who;\n}",
      "  consenting: who;",
      "19:18 A `}` is missing before `utility`: the `{` of line 16 is never closed. Write `}` where what began with `{` should end.",
    ],
    [
      "  has(Ring);\n}",
      "  has(Ring);",
      "7:12 A `}` is missing before `entity`: the `{` of line 5 is never closed. Write `}` where what began with `{` should end.",
    ],
    [
      "consenting: who;\n}",
      "consenting: who;\n}}",
      "20:2 This `}` closes nothing. Take it out, or open a bracket before it.",
    ],
    [
      "at(Ann) = Market;",
      "at(Ann) = Market",
      "15:11 A semicolon is missing between `Market` and `action`. Write `;` behind `Market`, at the end of its line.",
    ],
    [
      condition,
      "at(who) != to",
      "17:28 A semicolon is missing between `to` and `effect`. Write `;` behind `to`, at the end of its line.",
    ],
    [
      "entity Ring : thing;",
      "entity Ring : thing",
      "4:15 A semicolon is missing between `thing` and `entity`. Write `;` behind `thing`, at the end of its line.",
    ],
    [
      "  has(Ring);\n",
      "  has(Ring);\n  action sleep(who : character) {\n    effect: asleep(who);\n    consenting: who;\n  }\n  !asleep;\n",
      "8:3 `action` cannot stand inside the braces of `Tom`. Move it behind the closing `}`: `entity`, `action` and the others stand beside one another, not in one another.",
    ],
    [
      "  has(Ring);\n",
      "  has(Ring);\n  utility(Tom): asleep(Tom);\n",
      "8:3 `utility` cannot stand inside the braces of `Tom`. In somebody's block what they want is written `wants: …;`.",
    ],
    [block, "  at : Home;\n", "6:6 `:` gives no value. Did you mean `=`?"],
    [block, "  at == Home;\n", "6:6 `==` gives no value. Did you mean `=`?"],
    [block, "  wants asleep(Tom);\n", "6:3 A colon is missing behind `wants`. Write `wants: …;`."],
    [block, "  want: asleep(Tom);\n", "6:3 `want` means nothing here. Did you mean `wants`?"],
    [block, "  belives asleep(Ann);\n", "6:3 `belives` means nothing here. Did you mean `believes`?"],
    [block, "  not asleep;\n", "6:3 `not` means nothing here. Did you mean `!`?"],
    [block, "  at = Home,\n", "6:12 A comma does not join what is said of somebody. Did you mean `;`?"],
    [
      block,
      "  believes(Tom, asleep(Ann));\n",
      "6:15 Who believes is not said in a block. In a block it is clear who believes: write only what, for instance `believes at(Tom) = Home`.",
    ],
    [
      "has(Ring);",
      "has;",
      "7:3 In the block of `Tom`, `has` takes one name in its brackets, not none. Write `has(what)`, with a thing.",
    ],
    [
      "has(Ring);",
      "raining;",
      "7:3 `raining` is said of nobody, so it is not about `Tom`. Write `raining()` outside the block.",
    ],
    [
      "utility(): at(Tom)",
      "utility(): at(tom)",
      "22:15 Nobody and nothing is called `tom`. Did you mean `Tom`?",
    ],
    ["to : place", "to : Place", "16:35 There is no type `Place`. Did you mean `place`?"],
    ["at(Ann) = Market", "At(Ann) = Market", "15:1 There is no property `At`. Did you mean `at`?"],
    [
      "at(Ann) = Market",
      "at(Ann) = place",
      "15:11 `place` is a type of people or things, not one of them. Name one of that type, for instance `Home`.",
    ],
    [
      condition,
      "walk(who, to);",
      "17:17 `walk` is an action, and only properties can be true or false. Say what is so once it has happened.",
    ],
    [
      "type place;",
      "# my world\ntype place;",
      "1:1 `#` begins no comment here. Write `//` before what only human readers should see.",
    ],
    [
      "type thing;",
      "type thing; -- all of them",
      "2:13 `--` begins no comment here. Write `//` before what only human readers should see.",
    ],
    [
      "type place;",
      "' my world\ntype place;",
      "1:1 `'` begins no comment here. Write `//` before what only human readers should see.",
    ],
    ["entity Ring", "entity Old Ring", "4:8 A name has no spaces in it. Write `Old_Ring`, everywhere."],
    ["entity Ring", "entity Old-Ring", "4:8 A name has no `-` in it. Write `Old_Ring`, everywhere."],
    [
      "entity Ring : thing;",
      'entity "Ring" : thing;',
      "4:8 A text in quotation marks has no place here. Names are written without quotation marks.",
    ],
    [
      "entity Ring : thing;",
      "entity Ring, 7Rings : thing;",
      "4:14 `7Rings` is no name. A name begins with a letter.",
    ],
    [
      "entity Ring : thing;",
      "entity Ring;",
      "4:8 Nothing says what type `Ring` has. Write the type behind a colon, for instance `entity Ring : character`.",
    ],
    [
      "entity Ann : character;",
      "entity Ann {\n}",
      "9:8 Nothing says what type `Ann` has. Write the type behind a colon, for instance `entity Ann : character`.",
    ],
    [
      "who : character, to : place) {",
      "character who, place to) {",
      "16:13 The name comes first, then a colon, then the type. Did you mean `who : character`?",
    ],
    [
      "who : character, to : place) {",
      "who, to) {",
      "16:13 Nobody and nothing is called `who`. Say what it stands for: `who : character`.",
    ],
    [
      "who : character, to : place) {",
      "who : Tom, to : place) {",
      "16:19 `Tom` is one person or thing, not a type. Write its type, `character`; a name alone, without a colon, stands for that one person or thing.",
    ],
    [
      "walk(who : character, to : place) {",
      "walk {",
      "16:8 The brackets of `walk` are missing. Write `action walk(who : character) { … }`, or `action walk() { … }` if it takes nobody.",
    ],
    [
      "who : character, to : place) {",
      "who : character, to : place):",
      "16:41 The parts of `walk` stand in braces. Write `{` directly behind the brackets: `action walk(…) { precondition: …; effect: …; }`.",
    ],
    [
      "who : character, to : place) {",
      "who : character, to : place);\n{",
      "16:40 The parts of `walk` stand in braces. Write `{` directly behind the brackets: `action walk(…) { precondition: …; effect: …; }`.",
    ],
    [
      "property raining() : boolean;",
      "property raining : boolean;",
      "14:10 The brackets of `raining` are missing. Write `property raining(who : character) : boolean`, or `property raining() : boolean` if it is said of nobody.",
    ],
    [
      "property raining() : boolean;",
      "property raining();",
      "14:18 Nothing says what type of answer `raining` has. Write `: boolean` behind the brackets if it is so or not, `: number`, or a type of people or things.",
    ],
    [
      "property raining() : boolean;",
      "property raining() = True;",
      "14:20 Nothing says what type of answer `raining` has. Say the type, `property raining(…) : boolean;`, and give values apart: `raining(…) = …;`.",
    ],
    [
      "type thing;",
      "type thing = Ring, Sword;",
      "2:12 A type does not list who belongs to it. Write `type thing;`, and for whoever is of this type `entity … : thing;`.",
    ],
    ["type thing;", "type thing extends entity;", "2:12 `extends` means nothing here. Did you mean `:`?"],
    [
      "utility(): at(Tom) == Market;",
      "utility(): at(Tom) == Market;\nlimits: 5;",
      "23:7 The limits stand in braces. Write `limits { author: 5; character: 3; belief: 2; }`.",
    ],
    [
      "utility(): at(Tom) == Market;",
      "utility(): at(Tom) == Market;\nlimits { author = 5 }",
      "23:10 A colon stands behind the name of a limit. Write `author: …;`.",
    ],
    [
      "utility(): at(Tom) == Market;\n",
      "",
      "1:1 Nothing says what the story should reach, so no story can be found. Write what you, the author, want, for instance `utility(): at(Tom) == Market;`.",
    ],
    [
      condition,
      "believes(at(who) == to);",
      "17:17 `believes` needs somebody who believes. Write `believes(who, …)`: first the person, then a comma, then what they believe.",
    ],
    [
      condition,
      "who believes asleep(Ann);",
      "17:21 Who believes what stands in round brackets. Write `believes(who, …)`.",
    ],
    [condition, "coins(who) > 1,000;", "17:30 Numbers are written without commas. Did you mean `1000`?"],
  ])("`%s` → `%s`", (old, fresh, expected) => {
    expect(said(changed(old, fresh))).toEqual([expected])
  })
})

describe("in somebody's block", () => {
  test.each<[string, string[]]>([
    [
      "  at = Home\n  coins = 3\n  !asleep;\n",
      [
        "6:8 A semicolon is missing between `Home` and `coins`. Write `;` behind `Home`, at the end of its line.",
        "7:11 A semicolon is missing between `3` and `!`. Write `;` behind `3`, at the end of its line.",
      ],
    ],
    [
      "  believes Ann at Market;\n",
      ["6:12 What `at` is said of stands behind it, in round brackets. Write `at(Ann)`."],
    ],
    [
      "  Ann likes Tom a lot;\n",
      ["6:3 A semicolon is missing between `Ann` and `likes`. Write `;` between them."],
    ],
  ])("`%s`", (fresh, expected) => {
    expect(said(changed(block, fresh))).toEqual(expected)
  })
})

describe("the edit that is offered mends it", () => {
  test.each<[string, string]>([
    [effect, "at(who) == to;"],
    [condition, "at(who) = Home;"],
    [condition, "at(who) != to and !asleep(who);"],
    [condition, "coins(who) =< 3;"],
    [condition, "at(who) ≠ to;"],
    [effect, "coins(who) += 1;"],
    [effect, "coins(who)++;"],
    ["action walk", "acton walk"],
    ["precondition:", "precondition ="],
    ["precondition: ", "precondition "],
    ["entity Ann", "Ann"],
    ["to : place) {", "place to) {"],
    ["at(Ann) = Market;", "at(Ann) = Market."],
    ["type thing;", "type thing extends entity;"],
    ["type thing;", "type thing; # all of them"],
    [condition, "coins(who) < 1,000;"],
    [block, "  at : Home;\n"],
    ["type thing;", "type thing;# all of them\n% and more"],
  ])("`%s` → `%s`", (old, fresh) => {
    const text = changed(old, fresh)
    const [{ fixes = [] }] = compileStory(text, { file: "w.drama" }).diagnostics
    expect(said(applyFix(text, fixes[0]))).toEqual([])
  })
})

describe("nobody is blamed for what follows from a mistake", () => {
  const uses =
    "at(Bob) = Home; has(Bob, Ring); utility(Bob): at(Bob) == Market & asleep(Bob); believes(Bob, raining());"

  test.each([
    ["entity Bob : character { at : Home; }"],
    ["entity Bob : character { wants asleep(Bob); has(Ring); }"],
    ["entity Bob : charcter;"],
    ["type hero : charcter; entity Bob : hero;"],
    ["entity Bob character;"],
    ["entity Bob;"],
    ["entitty Bob : character;"],
    ["character Bob;"],
    ["Bob : character;"],
    ['entity "Bob" : character;'],
    ["entity Bob : character { if(raining()) { has(Ring); } }"],
    [
      "entity Bob : character {\n  action nap(who : character) { effect: asleep(who); }\n  has(Ring);\n  wants: asleep(Bob);\n}",
    ],
  ])("`%s`", (text) => {
    expect(said(`${world}${text}\n${uses}`)).toHaveLength(1)
  })

  test("a name that nobody declared is missed once", () => {
    expect(said(`${world}${uses}`)).toEqual([
      "23:4 Nobody and nothing is called `Bob`. Say who or what it is: `entity Bob : …;`.",
    ])
  })
})

describe("a world in the other language is told so, and nothing else", () => {
  test("ours in a file for Sabre's", () => {
    expect(said(world, "w.txt")).toEqual([
      "1:1 This is not written in Sabre's language, as the `.txt` of its file says, but in Dramaturg's own. Give the file a name that ends in `.drama`.",
    ])
  })

  test("Sabre's in a file for ours", () => {
    const text = `property p() : boolean; property q() : boolean; property r() : boolean; entity X : a; entity Y : b; type c; type c; type c : d;
      action f() { precondition: p() & q() | r(); effect: p(); effect: q(); };`
    const { diagnostics } = compileStory(text, { file: "w.drama" })
    expect(diagnostics.map((each) => `${each.code}: ${each.message}`)).toEqual([
      "other-language: In Sabre's language this is without a mistake; in Dramaturg's own it has 7.",
    ])
    expect(diagnostics[0].related?.map((each) => each.message)).toContain("No type `a` is declared.")
  })
})
