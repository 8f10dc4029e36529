/** Sentences made of identifiers alone: read aloud, each must be one that somebody might write. */
import { describe, expect, test } from "vitest"
import { actSaid, compiled, factSaid } from "./say.js"

const people = `type place; type thing; type secret;
entity Hill, Shore, Mill, Inn : place; entity Ring, Sword, Bomb, Bell : thing; entity Vow : secret;
entity Ann, Bob, Fay, Ida, Tom, Ned, Gus : character;`

/** `c` is short for character, `p` for place, `t` for thing, `s` for secret. */
const types: Readonly<Record<string, string>> = {
  c: "character",
  p: "place",
  t: "thing",
  s: "secret",
  b: "boolean",
}
const signature = (words: string): string =>
  words.replace(/:([cptsb])\b/g, (_, short: string) => ` : ${types[short]}`)

describe("acts", () => {
  test.each<[string, string, string, string]>([
    // Fixed people and things
    ["raid(Ann, where:p)", "Ann", "raid(Ann, Hill)", "Ann raided the hill"],
    ["point(Ann, to:c, where:p)", "Ann", "point(Ann, Bob, Hill)", "Ann pointed to Bob at the hill"],
    ["nudge(to:c, Ann)", "Ann", "nudge(Bob, Ann)", "Ann nudged Bob"],
    ["nudge(Ann, Bob)", "Ann", "nudge(Ann, Bob)", "Ann nudged Bob"],
    ["ring(who:c, Bell)", "who", "ring(Tom, Bell)", "Tom rang the bell"],
    ["sing()", "Ann", "sing()", "Ann sang"],
    // Several who consent
    ["marry(a:c, b:c)", "a, b", "marry(Ann, Bob)", "Ann and Bob married"],
    ["conspire(a:c, b:c, c:c)", "a, b, c", "conspire(Ann, Bob, Fay)", "Ann, Bob and Fay conspired"],
    ["duel(Ann, Bob)", "Ann, Bob", "duel(Ann, Bob)", "Ann and Bob duelled"],
    ["dance_with(a:c, b:c)", "a, b", "dance_with(Ann, Bob)", "Ann and Bob danced"],
    ["go_out(a:c, b:c)", "a, b", "go_out(Ann, Bob)", "Ann and Bob went out"],
    // Prepositions at the end of a name, in the names of parameters, and in neither
    ["hand_over(who:c, to:c, what:t)", "who", "hand_over(Ned, Fay, Ring)", "Ned handed over the ring to Fay"],
    ["look_at(who:c, with:c)", "who", "look_at(Fay, Ned)", "Fay looked at Ned"],
    ["go_on(who:c, to:p, from:p)", "who", "go_on(Gus, Mill, Inn)", "Gus went on to the mill from the inn"],
    ["walk(who:c, from:p, to:p)", "who", "walk(Ann, Inn, Mill)", "Ann walked from the inn to the mill"],
    ["goTo(who:c, where:p)", "who", "goTo(Ann, Mill)", "Ann went to the mill"],
    [
      "walkFromTo(who:c, fromPlace:p, toPlace:p)",
      "who",
      "walkFromTo(Ann, Inn, Mill)",
      "Ann walked from the inn to the mill",
    ],
    ["runAwayFrom(who:c, whom:c)", "who", "runAwayFrom(Ann, Bob)", "Ann ran away from Bob"],
    ["jump_into(who:c, p:p)", "who", "jump_into(Ann, Mill)", "Ann jumped into the mill"],
    ["wait_for(who:c, whom:c, at:p)", "who", "wait_for(Ann, Bob, Inn)", "Ann waited for Bob at the inn"],
    ["travel(who:c, via:p, to:p)", "who", "travel(Ann, Inn, Mill)", "Ann travelled via the inn to the mill"],
    ["buy(who:c, what:t, for:c)", "who", "buy(Ann, Ring, Bob)", "Ann bought the ring for Bob"],
    ["hide(who:c, what:t, in:p)", "who", "hide(Ann, Ring, Mill)", "Ann hid the ring in the mill"],
    [
      "unlock(who:c, what:t, with:t)",
      "who",
      "unlock(Ann, Bell, Ring)",
      "Ann unlocked the bell with the ring",
    ],
    ["kill(who:c, whom:c, weapon:t)", "who", "kill(Ann, Bob, Sword)", "Ann killed Bob with the sword"],
    ["sleep(who:c, where:p)", "who", "sleep(Ann, Inn)", "Ann slept at the inn"],
    ["enter(who:c, p:p)", "who", "enter(Ann, Inn)", "Ann entered the inn"],
    // Verbs that ask for more
    ["give(who:c, whom:c, what:t)", "who", "give(Ann, Bob, Ring)", "Ann gave Bob the ring"],
    ["give(who:c, what:t, whom:c)", "who", "give(Ann, Ring, Bob)", "Ann gave the ring to Bob"],
    ["give_back(who:c, what:t, whom:c)", "who", "give_back(Ann, Ring, Bob)", "Ann gave back the ring to Bob"],
    ["pick_up(who:c, what:t)", "who", "pick_up(Ann, Ring)", "Ann picked up the ring"],
    [
      "put_down(who:c, what:t, where:p)",
      "who",
      "put_down(Ann, Ring, Inn)",
      "Ann put down the ring at the inn",
    ],
    ["steal(who:c, whom:c, what:t)", "who", "steal(Ann, Bob, Ring)", "Ann stole the ring from Bob"],
    ["rob(who:c, whom:c, what:t)", "who", "rob(Ann, Bob, Ring)", "Ann robbed Bob of the ring"],
    ["lie(who:c, whom:c)", "who", "lie(Ann, Bob)", "Ann lied to Bob"],
    ["hang(who:c, whom:c)", "who", "hang(Ann, Bob)", "Ann hanged Bob"],
    ["introduce(who:c, a:c, b:c)", "who", "introduce(Ann, Bob, Fay)", "Ann introduced Bob to Fay"],
    ["tell(who:c, whom:c, what:s)", "who", "tell(Ann, Bob, Vow)", "Ann told Bob the vow"],
    ["ask(who:c, whom:c, about:s)", "who", "ask(Ann, Bob, Vow)", "Ann asked Bob about the vow"],
    ["beg_for_death(who:c, whom:c)", "who", "beg_for_death(Ann, Bob)", "Ann begged Bob for death"],
    ["attack_at_dawn(who:c, whom:c)", "who", "attack_at_dawn(Ann, Bob)", "Ann attacked Bob at dawn"],
    ["fall_in_love(who:c, whom:c)", "who", "fall_in_love(Ann, Bob)", "Ann fell in love with Bob"],
    ["answer(who:c, ok:b)", "who", "answer(Ann, True)", "Ann answered yes"],
    // Words in names
    ["open_door(who:c)", "who", "open_door(Ann)", "Ann opened the door"],
    ["secretly_leave(who:c)", "who", "secretly_leave(Ann)", "Ann secretly left"],
    ["apply(who:c)", "who", "apply(Ann)", "Ann applied"],
    ["drop_what(who:c, what:t)", "who", "drop_what(Ann, Ring)", "Ann dropped the ring"],
    ["guard_arrests(guard:c, whom:c)", "guard", "guard_arrests(Ann, Bob)", "Ann arrested Bob"],
    ["swap2(who:c, with:c)", "who", "swap2(Ann, Bob)", "Ann swapped with Bob"],
    ["w(who:c)", "who", "w(Ann)", "Ann did W"],
    // Nobody consents: it happens
    ["boom(Hill)", "", "boom(Hill)", "there was a boom at the hill"],
    ["lightning_strikes(whom:c)", "", "lightning_strikes(Tom)", "lightning struck Tom"],
    ["be_soaked(who:c)", "", "be_soaked(Ida)", "Ida was soaked"],
    ["tree_falls_on(victim:c)", "", "tree_falls_on(Ida)", "a tree fell on Ida"],
    ["kill(who:c)", "", "kill(Ida)", "Ida was killed"],
    ["drown(who:c)", "", "drown(Ida)", "Ida drowned"],
    ["fall_ill(who:c)", "", "fall_ill(Ida)", "Ida fell ill"],
    ["hit_by_bus(who:c)", "", "hit_by_bus(Ida)", "Ida was hit by a bus"],
    ["heart_attack(who:c)", "", "heart_attack(Ida)", "Ida had a heart attack"],
    ["explode(Bomb)", "", "explode(Bomb)", "the bomb exploded"],
    ["bomb_explodes(Bomb)", "", "bomb_explodes(Bomb)", "the bomb exploded"],
    ["bomb_goes_off()", "", "bomb_goes_off()", "the bomb went off"],
    ["storm(where:p)", "", "storm(Shore)", "there was a storm at the shore"],
    ["rain()", "", "rain()", "it rained"],
    ["earthquake()", "", "earthquake()", "there was an earthquake"],
    ["night_falls()", "", "night_falls()", "night fell"],
    ["wolves_attack(whom:c)", "", "wolves_attack(Ann)", "wolves attacked Ann"],
    ["fireBreaksOut(where:p)", "", "fireBreaksOut(Mill)", "fire broke out at the mill"],
  ])("%s by %s: %s", (template, doers, label, sentence) => {
    const problem = compiled(
      `${people} property so() : boolean; action ${signature(template)} { effect: so(); ${doers === "" ? "" : `consenting: ${doers};`} }`,
    )
    expect(actSaid(problem, label)).toBe(sentence)
  })

  test("of oneself, in every mood, tense and person", () => {
    const problem =
      compiled(`${people.replace("entity Ann, Bob, Fay", 'entity Ann : character { told: "Ann", she; } entity Bob, Fay')} property so() : boolean;
      action throw_self_down(who : character) { effect: so(); consenting: who; } action must_wait(who : character) { effect: so(); consenting: who; }`)
    expect(actSaid(problem, "throw_self_down(Ann)")).toBe("Ann threw herself down")
    expect(actSaid(problem, "throw_self_down(Bob)")).toBe("Bob threw themself down")
    expect(actSaid(problem, "throw_self_down(Ann)", { narrator: "Ann", tense: "present" })).toBe(
      "I throw myself down",
    )
    expect(actSaid(problem, "throw_self_down(Ann)", { verbForm: "infinitive", withoutSubject: true })).toBe(
      "throw herself down",
    )
    expect(actSaid(problem, "throw_self_down(Ann)", { isNegated: true })).toBe(
      "Ann did not throw herself down",
    )
    expect(actSaid(problem, "must_wait(Ann)", { verbForm: "future" })).toBe("Ann would have to wait")
    expect(actSaid(problem, "must_wait(Ann)", { verbForm: "infinitive", withoutSubject: true })).toBe(
      "have to wait",
    )
    expect(actSaid(problem, "must_wait(Ann)", { isNegated: true })).toBe("Ann did not have to wait")
  })
})

test("an article that the author writes before a name takes the place of the name's own", () => {
  const problem = compiled(`${people}
entity Garden : place { told: "the garden"; }
action go(who : character, to : place) { consenting: who; told: "{who} [go] to the {to}"; }
action call(who : character, whom : character) { consenting: who; told: "{who} [call] a {whom}"; }`)
  expect(actSaid(problem, "go(Ann, Garden)")).toBe("Ann went to the garden")
  expect(actSaid(problem, "go(Ann, Inn)")).toBe("Ann went to the inn")
  expect(actSaid(problem, "call(Ann, Bob)")).toBe("Ann called a Bob")
})

describe("facts in the author's words", () => {
  test.each<[string, boolean, string]>([
    ["{who} [have] paid Bob", false, "Ann has not paid Bob"],
    ["{who} [have] already been there", false, "Ann has not already been there"],
    ["{who} [have] asked", true, "Ann has asked"],
    ["{who} [have] money", false, "Ann does not have money"],
    ["{who} [have] mixed feelings", false, "Ann does not have mixed feelings"],
    ["{who} [have] no bread", false, "Ann does not have no bread"],
    ["{who} [have, had, had, having, has] paid", false, "Ann has not paid"],
  ])("%s is %s: %s", (told, value, sentence) => {
    const problem = compiled(`${people}\nproperty done(who : character) : boolean { told: "${told}"; }`)
    expect(factSaid(problem, "done(Ann)", value, { tense: "present" })).toBe(sentence)
  })
})

describe("facts", () => {
  test.each<[string, string, boolean | number | string, string]>([
    ["stole(who:c) : boolean", "stole(Ann)", true, "Ann had stolen"],
    ["stole(who:c) : boolean", "stole(Ann)", false, "Ann had not stolen"],
    ["has_glove(who:c) : boolean", "has_glove(Ann)", true, "Ann had a glove"],
    ["hasOldCoat(who:c) : boolean", "hasOldCoat(Ann)", false, "Ann did not have an old coat"],
    ["has_money(who:c) : boolean", "has_money(Ann)", true, "Ann had money"],
    ["has_met(a:c, b:c) : boolean", "has_met(Ann, Bob)", true, "Ann had met Bob"],
    ["has(who:c, what:t) : boolean", "has(Ann, Ring)", true, "Ann had the ring"],
    ["at(who:c) : place", "at(Ann)", "Hill", "Ann was at the hill"],
    ["location(who:c) : place", "location(Ann)", "Hill", "Ann was at the hill"],
    ["key() : place", "key()", "Hill", "the key was at the hill"],
    ["violin_at() : place", "violin_at()", "Hill", "the violin was at the hill"],
    ["murderer() : character", "murderer()", "Ann", "the murderer was Ann"],
    ["carried_by() : character", "carried_by()", "Ann", "it was carried by Ann"],
    ["took() : character", "took()", "Ann", "the one who took it was Ann"],
    ["isAsleep(who:c) : boolean", "isAsleep(Ann)", true, "Ann was asleep"],
    ["asleep(who:c) : boolean", "asleep(Ann)", false, "Ann was not asleep"],
    ["met(a:c, b:c) : boolean", "met(Ann, Bob)", true, "Ann had met Bob"],
    ["spoke(a:c, b:c) : boolean", "spoke(Ann, Bob)", true, "Ann had spoken to Bob"],
    ["hit(p:p) : boolean", "hit(Hill)", true, "the hill was hit"],
    ["married(a:c, b:c) : boolean", "married(Ann, Bob)", true, "Ann was married to Bob"],
    ["killed(a:c, b:c) : boolean", "killed(Ann, Bob)", true, "Ann had killed Bob"],
    ["visited(who:c, where:p) : boolean", "visited(Ann, Hill)", true, "Ann had visited the hill"],
    ["hidden(what:t, where:p) : boolean", "hidden(Ring, Hill)", true, "the ring was hidden at the hill"],
    ["bored(who:c) : boolean", "bored(Ann)", true, "Ann was bored"],
    ["loves(a:c, b:c) : boolean", "loves(Ann, Bob)", true, "Ann loved Bob"],
    ["know(who:c, what:s) : boolean", "know(Ann, Vow)", false, "Ann did not know the vow"],
    ["wearing(who:c, what:t) : boolean", "wearing(Ann, Ring)", true, "Ann was wearing the ring"],
    ["fond(a:c, of:c) : boolean", "fond(Ann, Bob)", true, "Ann was fond of Bob"],
    ["afraid(a:c, b:c) : boolean", "afraid(Ann, Bob)", true, "Ann was afraid of Bob"],
    ["friend(a:c, b:c) : boolean", "friend(Ann, Bob)", true, "Ann was a friend of Bob"],
    ["enemy_of(a:c, b:c) : boolean", "enemy_of(Ann, Bob)", true, "Ann was an enemy of Bob"],
    ["friends(a:c, b:c) : boolean", "friends(Ann, Bob)", true, "Ann was friends with Bob"],
    ["king(who:c) : boolean", "king(Bob)", true, "Bob was king"],
    ["in_prison(who:c) : boolean", "in_prison(Ann)", true, "Ann was in prison"],
    ["can_swim(who:c) : boolean", "can_swim(Ann)", false, "Ann could not swim"],
    ["must_wait(who:c) : boolean", "must_wait(Ann)", true, "Ann had to wait"],
    ["must_wait(who:c) : boolean", "must_wait(Ann)", false, "Ann did not have to wait"],
    ["beside(one:p, other:p) : boolean", "beside(Hill, Shore)", true, "the hill was beside the shore"],
    ["ash_on(who:c) : boolean", "ash_on(Ann)", true, "there was ash on Ann"],
    ["locked() : boolean", "locked()", true, "it was locked"],
    ["bell_rings() : boolean", "bell_rings()", true, "the bell rang"],
    ["door_open() : boolean", "door_open()", false, "the door was not open"],
    ["party_is_over() : boolean", "party_is_over()", true, "the party was over"],
    ["rain() : boolean", "rain()", true, "it rained"],
    ["shut(Hill) : boolean", "shut(Hill)", true, "the hill was shut"],
    ["money(who:c) : number", "money(Ann)", 3, "Ann’s money was three"],
    ["has_coins(who:c) : number", "has_coins(Ann)", 2, "Ann had two coins"],
    ["owes(a:c, b:c) : number", "owes(Ann, Bob)", 3, "Ann owed Bob three"],
    ["trusts(a:c, b:c) : number", "trusts(Ann, Bob)", 1, "Ann’s trust in Bob was one"],
    ["worth(Tom) : number", "worth(Tom)", 3, "Tom’s worth was three"],
    ["score() : number", "score()", 3, "the score was three"],
    ["owner(what:t) : character", "owner(Ring)", "Ann", "the ring’s owner was Ann"],
    ["holding(who:c) : thing", "holding(Ann)", "Ring", "Ann was holding the ring"],
  ])("%s: %s is %s", (template, fluent, value, sentence) => {
    expect(factSaid(compiled(`${people} property ${signature(template)};`), fluent, value)).toBe(sentence)
  })
})
