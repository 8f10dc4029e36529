/**
 * What would let a story end as somebody asked, and what somebody would have to know: beliefs about beliefs
 * included.
 */
import { startEndingQuery, startReview } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import type { EndingAnswer, Problem } from "@dramaturg/model"
import { endingSentences, reviewSentences } from "@dramaturg/telling"
import { describe, expect, test } from "vitest"

function world(text: string): Problem {
  const { problem, diagnostics } = compileStory(text, { file: "world.drama" })
  if (problem === undefined) throw new Error(diagnostics.map((each) => each.message).join(" "))
  return problem
}

function said(text: string, options: Parameters<typeof startEndingQuery>[1] = {}): readonly string[] {
  return endingSentences(ending(text, options), world(text))
}

function ending(text: string, options: Parameters<typeof startEndingQuery>[1] = {}): EndingAnswer {
  const inquiry = startEndingQuery(world(text), options)
  while (!inquiry.step(1000));
  return inquiry.answer!
}

const rain = `
type place; entity In, Out : place;
property at(who : character) : place; property rain() : boolean; property wet(who : character) : boolean;
rain();
entity Sam : character { at = In; wants: if(at(Sam) == Out) (if(rain()) 0 else 2) else 1; }
action go(who : character, to : place) { precondition: at(who) != to; effect: at(who) = to; consenting: who; }
utility(): at(Sam) == Out & rain();
limits { author: 2; character: 1; belief: 1; }`

describe("an ending that no story reaches", () => {
  test("opens if somebody believed otherwise", () => {
    expect(said(rain)).toEqual([
      "No story ends so, within the limits: every possibility was looked at.",
      "It could end so",
      "- if Sam wanted it to, by go(Sam, Out).",
      "- if at the start Sam believed that rain() does not hold (believes(Sam, !rain())), by go(Sam, Out).",
      "None of these opens it, and all were tried: wider limits (6) and facts of the start (2).",
    ])
  })

  test("opens if somebody believed that somebody else believed otherwise", () => {
    const sentences = said(`
      property watched() : boolean; property stolen() : boolean;
      watched();
      entity Guard : character { wants: 0; }
      entity Thief : character { wants: if(stolen()) (if(believes(Guard, watched())) 0 else 2) else 1; }
      action steal(who : character) { precondition: who == Thief & !stolen(); effect: stolen(); consenting: who; }
      utility(): stolen() & watched() & believes(Thief, watched());`)
    expect(sentences).toContain(
      "- if at the start Thief believed that Guard believes that watched() does not hold (believes(Thief, believes(Guard, watched())) = False), by steal(Thief).",
    )
  })

  test("opens if people planned further", () => {
    const sentences = said(`
      property a() : boolean; property b() : boolean;
      entity Ann : character { wants: b(); }
      action first(Ann) { precondition: !a(); effect: a(); consenting: Ann; }
      action second(Ann) { precondition: a() & !b(); effect: b(); consenting: Ann; }
      utility(): b();
      limits { author: 2; character: 1; belief: 1; }`)
    expect(sentences).toContain("- if people planned 2 acts ahead, not 1, by first(Ann), then second(Ann).")
  })

  test("says which kinds of change there was no time for", () => {
    let now = 0
    const sentences = said(rain, { clock: () => now++, timeoutMs: 10 })
    expect(sentences.join(" ")).toMatch(
      /Not tried to the end, so that one of them may(, too)?: .*beliefs at the start \(2 of 2\)/,
    )
  })

  test("says what it is trying, in order", () => {
    const tried: string[] = []
    ending(rain, { onTrial: (what) => tried.push(what) })
    expect(tried).toEqual([
      "the ending itself",
      ...[1, 2, 3, 4, 5, 6].map((each) => `limit ${each} of 6`),
      "want 1 of 1",
      "belief 1 of 2",
      "belief 2 of 2",
      "fact 1 of 2",
      "fact 2 of 2",
    ])
  })
})

describe("what somebody would have to know", () => {
  const warned = `
    property stole(who : character) : boolean;
    property surrendered(who : character) : boolean;
    stole(Thief);
    entity Constable : character { wants: surrendered(Thief); }
    entity Thief : character { believes believes(Constable, stole(Thief)) = False;
      wants: if(believes(Constable, stole(Thief))) (if(surrendered(Thief)) 1 else 0) else (if(surrendered(Thief)) 0 else 3); }
    action give_up(who : character) { precondition: who == Thief & !surrendered(who); effect: surrendered(who); consenting: who; }
    action warn(who : character) {
      precondition: who == Constable & stole(Thief);
      effect: believes(Thief, believes(Constable, stole(Thief)));
      consenting: who;
      observing(c : character): c == who;
    }
    utility(): surrendered(Thief);
    limits { author: 3; character: 2; belief: 3; }`
  const span = { file: "plot", offset: 0, length: 0, line: 1, column: 1 }
  const reviewed = (text: string, act: string): readonly string[] => {
    const inquiry = startReview(world(text), { acts: [{ act, span }], notes: [] })
    while (!inquiry.step(100));
    return reviewSentences(inquiry.answer!, world(text)).acts[0].sentences
  }

  test("may be what somebody else believes; the act that would tell them is named", () => {
    expect(reviewed(warned, "give_up(Thief)")).toEqual([
      "Knowing that Constable believes that stole(Thief) holds, Thief would have a reason; but as far as Thief knows, Constable believes that stole(Thief) does not hold. warn(Constable) would tell Thief.",
    ])
  })

  test("without such an act, who knows is named", () => {
    const silent = warned.replace(/action warn[^}]*}/, "")
    expect(reviewed(silent, "give_up(Thief)").join(" ")).toContain(
      "Thief would have a reason; but as far as Thief knows, Constable believes that stole(Thief) does not hold. Constable could say so.",
    )
  })
})
