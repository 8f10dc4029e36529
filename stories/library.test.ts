/** The library's parts do what they say: small worlds with scenarios, all of which must pass. */
import { startScenario } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import { describe, expect, test } from "vitest"

const worlds: Readonly<Record<string, string>> = {
  "feelings come of what happens, by whose doing it was, and show only in a face": `
include "@lib/feelings";
type thing;
entity Ring : thing;
property has(c : character, t : thing) : boolean;
property hurt(c : character) : boolean;
entity Tom : character { honours; fondness(Sue) = 1; wants: if(has(Tom, Ring)) 3 else 0; }
entity Sue : character { has(Ring); wants: (if(has(Sue, Ring)) 3 else 0) + (if(anger(Sue, Bob) > 0 & hurt(Bob)) 5 else 0); }
entity Bob : character { wants: (if(has(Bob, Ring)) 2 else 0) - (if(hurt(Bob)) 1 else 0); }
action give(c : character, d : character, t : thing) { precondition: c != d & has(c, t); effect: !has(c, t) & has(d, t); consenting: c; }
action steal(c : character, d : character, t : thing) { precondition: c != d & has(d, t); effect: !has(d, t) & has(c, t) & disgrace(c); consenting: c; }
action hit(c : character, d : character) { precondition: c != d & !hurt(d); effect: hurt(d); consenting: c; }
utility(): has(Bob, Ring);
limits { author: 3; character: 3; belief: 1; }
scenario "a loss by somebody's doing is distress and anger; a gain, joy and pride" {
  expect act steal(Bob, Sue, Ring);
  expect distress(Sue) == 2 & anger(Sue, Bob) == 2 & joy(Sue) == 0;
  expect joy(Bob) == 1 & pride(Bob) == 1;
}
scenario "who is fond of somebody is sorry for them, and who holds to honour thinks less of a thief" {
  expect pity(Tom, Sue) == 1;
  expect reproach(Tom, Bob);
  expect !reproach(Bob, Sue);
}
scenario "nobody sees what goes on in another's heart" {
  expect believes(Bob, anger(Sue, Bob) == 0);
  expect believes(Sue, anger(Sue, Bob) == 2);
}
scenario "face to face, it shows" {
  face_to_face(Bob, Sue);
  expect believes(Bob, anger(Sue, Bob) == 2);
  expect believes(Tom, anger(Sue, Bob) == 0);
}
scenario "unless the eyes are down" {
  face_to_face(Bob, Sue);
  eyes_down(Sue);
  expect believes(Bob, anger(Sue, Bob) == 0);
}
scenario "a feeling changes what somebody wants: she hits him for it, and would not have without" {
  first: steal(Bob, Sue, Ring) then: hit(Sue, Bob);
  utility(): has(Bob, Ring) & hurt(Bob);
  expect story;
}
scenario "nobody can plan on a feeling: not even she provokes what would make her want to" {
  without steal;
  utility(): hurt(Bob);
  expect no story;
}`,
  "feelings fade where there is a clock": `
include "@lib/feelings";
include "@lib/waiting";
property cake() : boolean;
entity Tom : character { wants: cake(); }
action bake(c : character) { precondition: !cake(); effect: cake(); consenting: c; }
last_hour() = 6;
limits { author: 4; character: 1; belief: 1; }
scenario "fresh, it is there" { utility(): cake(); expect joy(Tom) == 1; }
scenario "two hours later it is gone" { utility(): cake() & joy(Tom) == 0; expect story; expect time() >= 2; }`,
  "who is dead or asleep does nothing and sees nothing": `
include "@lib/bodies";
property lamp() : boolean;
entity Tom : character { wants: lamp(); }
entity Sue : character { asleep; }
action light(c : character) { precondition: !lamp(); effect: lamp(); consenting: c; }
utility(): lamp();
limits { author: 3; character: 2; belief: 1; }
scenario "the sleeper does not see it" { expect believes(Sue, !lamp()); expect believes(Tom, lamp()); }
scenario "nor do it" { asleep(Tom); without wake; expect no story; }
scenario "nobody decides to wake, but somebody may" { asleep(Tom); expect act wake(Tom); }
scenario "the dead do not" { dead(Tom); expect no story; }`,
  "words: what is said is believed by who trusts, true or not": `
include "@lib/words";
type place;
entity Inn, Road : place;
property at(c : character) : place;
entity RoadIsSafe : topic;
entity Pay : deed;
entity Liar : character { at = Inn; wants: at(Guest) == Road; }
entity Guest : character { at = Inn; believes !so(RoadIsSafe); wants: if(so(RoadIsSafe) & at(Guest) == Road) 1 else 0; }
in_earshot(Liar, Guest); in_earshot(Guest, Liar);
trusts(Guest, Liar);
believes(Guest, trusts(Guest, Liar));
action leave(c : character) { precondition: at(c) == Inn; effect: at(c) = Road; consenting: c; }
utility(): at(Guest) == Road;
limits { author: 3; character: 3; belief: 2; }
scenario "a lie sends him off" { expect act lie(Liar, Guest, RoadIsSafe); expect believes(Guest, so(RoadIsSafe)) & !so(RoadIsSafe); }
scenario "no trust, no lie" { !trusts(Guest, Liar); expect no story; }
scenario "nobody asks what they think they know" { utility(): asked(Guest, Liar, RoadIsSafe); expect no story; }
scenario "if it is so, it is no lie" { so(RoadIsSafe); believes(Guest, !so(RoadIsSafe)); believes(Liar, believes(Guest, !so(RoadIsSafe))); expect act tell(Liar, Guest, RoadIsSafe); expect no act lie(?, ?, ?); }`,
  "words: who wonders asks whom they take to know, and who minds an open question answers it": `
include "@lib/words";
entity War : topic;
property packed(c : character) : boolean;
entity Ann : character { wants: if(packed(Ann)) (if(so(War)) 1 else -1) else 0; }
entity Bob : character { wants: !asked(Ann, Bob, War); }
entity Cid : character;
forall(c : character) (forall(d : character) (if(c != d) in_earshot(c, d)));
so(War);
trusts(Ann, Bob);
believes(Ann, so(War)) = ?; believes(Cid, so(War)) = ?;
believes(Ann, knows(Bob, so(War))); believes(Cid, knows(Bob, so(War)));
believes(Ann, believes(Bob, believes(Ann, so(War)))) = ?;
action pack(c : character) { precondition: believes(c, so(War)) & !packed(c); effect: packed(c); consenting: c; }
utility(): packed(Ann);
limits { author: 3; character: 3; belief: 2; }
scenario "she asks, he answers, she packs" {
  expect act ask(Ann, Bob, War);
  expect act answer(Bob, Ann, War);
  expect believes(Cid, believes(Ann, so(War)));
}
scenario "he has been told for years that it is not, and tells her so" { believes(Bob, !so(War)); expect no story; expect ending believes(Ann, so(War)) == False; }
scenario "she would not believe a word of his" { !trusts(Ann, Bob); expect no story; expect no ending asked(Ann, Bob, War); }
scenario "she takes him for as ignorant as she is" { believes(Ann, believes(Bob, so(War))) = ?; expect no story; expect no ending asked(Ann, Bob, War); }
scenario "he does not mind leaving a question open" { utility(Bob): 0; expect no story; expect no ending asked(Ann, Bob, War); }`,
}

describe.each(Object.entries(worlds))("%s", (_, text) => {
  const { scenarios, diagnostics } = compileStory(text, { file: "library.drama" })
  test("is a world", () => expect(diagnostics.filter((each) => each.severity === "error")).toEqual([]))
  test.each(scenarios.map((each) => ({ title: each.title, each })))("$title", ({ each }) => {
    const inquiry = startScenario(each, { maxVisited: 100_000 })
    while (!inquiry.step(1000));
    const open = inquiry.answer!.fulfilments.filter(({ isMet }) => isMet !== true)
    expect(
      open.map(({ expectation, evidence }) => ({
        text: expectation.text,
        plan: "story" in evidence ? evidence.story.plan : evidence.kind,
      })),
    ).toEqual([])
  })
})
