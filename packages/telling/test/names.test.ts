/**
 * What somebody or something is called: names out of identifiers, capitals in every script, names that
 * mention others.
 */
import { describe, expect, test } from "vitest"
import { capitalised, plainName, splitName } from "../src/english/names.js"
import { parseLabel, referenceTo } from "@dramaturg/model"
import { lexiconOf } from "../src/english/lexicon.js"
import { newReference, refer } from "../src/english/refer.js"
import { curled, stopped, tidied } from "../src/english/template.js"
import { nameWords, questionWords, wantWords } from "../src/english/fact-words.js"
import { compiled, factSaid } from "./say.js"

test.each<[string, string]>([
  ["Lady_Macbeth", "Lady Macbeth"],
  ["MacDuff", "MacDuff"],
  ["McCoy", "McCoy"],
  ["DrNo", "Dr No"],
  ["Jean‑Luc", "Jean‑Luc"],
  ["jean-luc", "Jean-Luc"],
  ["R2D2", "R2D2"],
  ["C3PO", "C3PO"],
  ["X", "X"],
  ["tom", "Tom"],
  ["TOM", "Tom"],
  ["old_man", "the old man"],
  ["captain", "the captain"],
  ["Old_Man", "Old Man"],
  ["JoanOfArc", "Joan of Arc"],
  ["the_joker", "the joker"],
  ["TheJoker", "the Joker"],
  ["guard1", "Guard 1"],
  ["Ève", "Ève"],
  ["élodie", "Élodie"],
  ["иван", "Иван"],
  ["Σωκράτης", "Σωκράτης"],
  ["O'Brien", "O'Brien"],
])("a person called %s is %s", (name, words) => {
  expect(plainName({ name, types: ["character", "entity"] })).toBe(words)
})

test.each<[string, string]>([
  ["Old_Mill", "the old mill"],
  ["TheBigHouse", "the big house"],
  ["the_big_house", "the big house"],
  ["St_Mary's_Church", "St Mary's Church"],
  ["NewYork", "New York"],
  ["New_House", "the new house"],
  ["Hill", "the hill"],
  ["KITCHEN", "the kitchen"],
  ["A", "A"],
  ["HQ", "the HQ"],
  ["room2", "room 2"],
  ["Mount_Doom", "Mount Doom"],
  ["London", "London"],
  ["Baker_Street", "Baker Street"],
  ["High_Street", "the high street"],
  ["baker's_shop", "the baker's shop"],
  ["my_house", "my house"],
  ["кухня", "кухня"],
  ["MacDuff_Castle", "MacDuff Castle"],
  ["XRay", "the X ray"],
])("a place called %s is %s", (name, words) => {
  expect(plainName({ name, types: ["place", "entity"] })).toBe(words)
})

test("what is of a type whose kind have names has one", () => {
  expect(plainName({ name: "Salem", types: ["town", "entity"] })).toBe("Salem")
  expect(plainName({ name: "Market_Town", types: ["town", "entity"] })).toBe("the market town")
})

test("words of identifiers", () => {
  expect(splitName("throwHimselfDown")).toEqual(["throw", "himself", "down"])
  expect(splitName("give_back")).toEqual(["give", "back"])
  expect(splitName("schlägtTürZu")).toEqual(["schlägt", "tür", "zu"])
})

test.each<[string, string]>([
  ["the captain", "The captain"],
  ["élan", "Élan"],
  ["иван шёл", "Иван шёл"],
  ["σωκράτης", "Σωκράτης"],
  ["“well", "“Well"],
  ["𐐨𐐩", "𐐀𐐩"],
  ["ß", "ß"],
  ["გიორგი", "გიორგი"],
  ["東京", "東京"],
  ["ﬁsh", "ﬁsh"],
  ["", ""],
])("a sentence that begins with %s begins with %s", (text, words) => {
  expect(capitalised(text)).toBe(words)
})

describe("blanks, stops and apostrophes", () => {
  test.each<[string, string]>([
    ["  the   mill  ", "the mill"],
    ["to the mill , at last  ", "to the mill, at last"],
    ["what ?", "what?"],
    ["a\n\tb", "a b"],
    [" ", ""],
  ])("%j becomes %j", (text, words) => {
    expect(tidied(text)).toBe(words)
  })
  test.each<[string, string]>([
    ["gone", "gone."],
    ["gone.", "gone."],
    ["gone!", "gone!"],
    ["“Gone.”", "“Gone.”"],
    ["met Mr.", "met Mr."],
  ])("%j is stopped as %j", (text, words) => {
    expect(stopped(text)).toBe(words)
  })
  test.each<[string, string]>([
    ["Tom's", "Tom’s"],
    ["the twins' room", "the twins’ room"],
    ["'tis I", "’tis I"],
    ["he said 'no' twice", "he said ‘no’ twice"],
    ["rock'n'roll", "rock’n’roll"],
    ["the '90s", "the ’90s"],
  ])("%j is curled to %j", (text, words) => {
    expect(curled(text)).toBe(words)
  })
})

describe("names and wants that mention somebody", () => {
  const world = compiled(`type place;
entity Lodging : place { told: "{Cassio's} lodging"; } entity Door : place { told: "the door of {Lodging}"; }
entity One : place { told: "one of {Two}"; } entity Two : place { told: "two of {One}"; }
entity Twins : character { told: "the twins", they; } entity Room : place { told: "{Twins's} room"; } entity Attic : place { told: "St Mary's attic"; }
entity Cassio : character { told: "Cassio", he; wants "to be in {Cassio's} lodging": at(Cassio) == Lodging; } entity Iago : character { told: "Iago", he; wants "{Cassio's} ruin": at(Cassio) == Door; }
property at(who : character) : place { told: "{who} [be] in {value}"; }`)

  test("are told as one speaks of them", () => {
    expect(factSaid(world, "at(Cassio)", "Lodging")).toBe("Cassio was in his lodging")
    expect(factSaid(world, "at(Iago)", "Lodging")).toBe("Iago was in Cassio’s lodging")
    expect(factSaid(world, "at(Cassio)", "Lodging", { narrator: "Cassio" })).toBe("I was in my lodging")
    expect(factSaid(world, "at(Iago)", "Door", { narrator: "Cassio", tense: "present" })).toBe(
      "Iago is in the door of my lodging",
    )
    expect(factSaid(world, "at(Iago)", "Attic")).toBe("Iago was in St Mary’s attic")
  })

  test("have a full form, and end where they run in a circle", () => {
    expect(nameWords(world, "Door")).toBe("the door of Cassio’s lodging")
    expect(nameWords(world, "One")).toBe("one of two of the one")
    expect(wantWords(world, "Cassio")).toBe("to be in his lodging")
    expect(wantWords(world, "Iago")).toBe("Cassio’s ruin")
    expect(wantWords(world, "Twins")).toBeUndefined()
  })

  test("belong to several with an apostrophe alone", () => {
    expect(refer(newReference(lexiconOf(world), undefined), "Twins", "possessive").text).toBe("the twins’")
  })
})

test("what may be unknown is a question", () => {
  const world =
    compiled(`type place; type thing; entity Hall : place; entity Ring : thing; entity Ann : character; property at(who : character) : place; property asleep(who : character) : boolean;
property owner(what : thing) : character; property money(who : character) : number; property key() : place; property hungry(who : character) : boolean { told: "{who} [want] something to eat"; }
property found() : character { told: "{value's} knife [lie] under the lamp"; } property shut() : thing { told: "{value's} lid [be] shut"; }`)
  expect(questionWords(world, parseLabel("asleep(Ann)"))).toBe("whether Ann is asleep")
  expect(questionWords(world, parseLabel("hungry(Ann)"))).toBe("whether Ann wants something to eat")
  expect(questionWords(world, parseLabel("at(Ann)"))).toBe("where Ann is")
  expect(questionWords(world, parseLabel("owner(Ring)"))).toBe("who the ring’s owner is")
  expect(questionWords(world, parseLabel("money(Ann)"))).toBe("what Ann’s money is")
  expect(questionWords(world, parseLabel("key()"))).toBe("where the key is")
  expect(questionWords(world, parseLabel("found()"))).toBe("whose knife lies under the lamp")
  expect(questionWords(world, parseLabel("shut()"))).toBeUndefined()
})

test("what is said aloud may name somebody, too, and brackets in it are brackets", () => {
  const world =
    compiled(`entity Ann : character { told: "Ann", she; } entity captain : character { told: "the captain", he; } property so() : boolean;
action call(who : character, whom : character) { effect: so(); consenting: who; says: "  Come, {whom}! It's {who's} [last] word. "; }`)
  expect(lexiconOf(world).speech(referenceTo("call", ["Ann", "captain"]), 0)).toBe(
    "Come, the captain! It’s Ann’s [last] word.",
  )
})
