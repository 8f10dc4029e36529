/**
 * The law on finding out (D39 to D45): what the oracle, which reads the definitions and nothing else, says of the
 * worlds made for it. Each of them is tried as it is and changed: its stories, the first reason for an act, what
 * minds hold after acts. And each clause of the law is left out once: exactly the worlds that test it must then
 * come out otherwise.
 */
import { chronicle, startReview, verify } from "@dramaturg/engine"
import {
  type Problem,
  type Solution,
  type Value,
  asItIs,
  caseOf as supposedIn,
  parseValue,
  printValue,
  standingAt,
  stepsOf,
} from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { initialState } from "../src/belief/initial.js"
import { Progression } from "../src/belief/progression.js"
import { StateSpace } from "../src/belief/space.js"
import { ground } from "../src/ground/ground.js"
import { type Act, type Question, isExplained } from "./oracle/explain.js"
import { after } from "./oracle/happen.js"
import { hopeFor, openFluents } from "./oracle/hope.js"
import { inferences } from "./oracle/inference.js"
import { type Misreadings, type OracleLimits, opinionOf, startOf, universeOf } from "./oracle/oracle.js"
import { type World, valueAt } from "./oracle/worlds.js"
import { everyStory } from "./every-story.js"
import { drama, hasShared, readShared } from "./worlds.js"

const long = process.env.LONG === "1"

interface Variant {
  readonly name: string
  readonly world: string
  /** Lines to put in the place of others, and lines to add. */
  readonly changes?: readonly (readonly [string | RegExp, string])[]
  readonly more?: string
  readonly cases?: number
  readonly stories: readonly string[]
  /** Acts that have happened; act; who; the first reason by D42, or that there is none by any law. */
  readonly reasons?: readonly (readonly [after: string, act: string, who: string, reason: string])[]
  /** Acts that have happened; minds, fluent, value: `Al Bo: up() as it is`. */
  readonly minds?: readonly (readonly [after: string, ...holds: string[]])[]
  /** It takes long without D39, and so to leave clauses out. */
  readonly isSlow?: true
  /** It comes out otherwise where D39 is law of what happens, too. */
  readonly isOwnMind?: true
}

const eager = `
type suspect;
entity Butler, Gardener : suspect;
open property killer() : suspect;
property asked() : boolean;
entity Ines : character { wants: killer() != ?; }
entity Otto : character { wants: if(asked()) 0 else 1; }
killer() = Butler;
believes(Ines, killer()) = ?;
believes(Ines, knows(Otto, killer()));
action ask(Ines, Otto) { precondition: !asked(); effect: asked(); consenting: Ines; }
action lie(Otto, Ines, s : suspect) {
  precondition: asked() & believes(Otto, killer()) != s;
  effect: believes(Ines, killer() = s) & !asked() & believes(Ines, !asked());
  consenting: Otto;
  observing(c : character): c == Otto;
}
utility(): asked();
limits { author: 3; character: 3; belief: 3; }
`

/** Otto, who knows, sees Cora look. To Ines's mind he knows that she knows then, whatever it is. */
const onlookers = `
type side;
entity Heads, Tails : side;
open property up() : side;
entity Ines, Otto, Cora : character;
up() = Heads;
believes(Ines, up()) = ?;
believes(Cora, up()) = ?;
believes(Ines, believes(Cora, up())) = ?;
believes(Ines, knows(Otto, up()));
believes(Ines, believes(Otto, believes(Cora, up()))) = ?;
action look(Cora) { effect: knows(Cora, up()); }
action tell(Ines) { effect: believes(Ines, knows(Cora, up())); }
utility(): believes(Cora, up()) == Heads;
limits { author: 1; character: 1; belief: 2; }
`

/** Who acts on an answer is taken to have one; who learns it himself later knows which. */
const secret = `
type side;
entity Left, Right : side;
open property door() : side;
property opened() : boolean;
entity Al : character { wants: door() != ?; }
entity Bo : character { wants: opened(); }
door() = Left;
believes(Al, door()) = ?;
believes(Al, believes(Bo, door())) = ?;
action unlock(Bo) { precondition: believes(Bo, door()) != ? & !opened(); effect: opened(); consenting: Bo; }
action read_sign(Al) { effect: believes(Al, door()) = door(); consenting: Al; }
action move_sign() { effect: door() = Right; observing(c : character): c == Al; }
utility(): believes(Al, knows(Bo, door()));
limits { author: 2; character: 1; belief: 2; }
`

/** She asks to be let go. Whether he does hangs on what he is like, and she is not there when he does it. */
const jailer = `
open property kind() : boolean;
property asked() : boolean;
property free() : boolean;
entity Ada : character { wants: free(); }
entity Jon : character { wants: if(kind()) free() else False; }
kind();
believes(Ada, kind()) = ?;
believes(Ada, knows(Jon, kind()));
action beg(Ada) { precondition: !asked(); effect: asked(); consenting: Ada; }
action unlock(Jon) { precondition: asked(); effect: free(); consenting: Jon; observing(c : character): c == Jon; }
utility(): free();
limits { author: 2; character: 2; belief: 2; }
`

/** Two letters, and a wish to know what is in both. */
const letters = `
open property good(which : letter) : boolean;
type letter;
entity One, Two : letter;
entity Ada : character { wants: good(One) != ? & good(Two) != ?; }
good(One);
believes(Ada, good(One)) = ?;
believes(Ada, good(Two)) = ?;
action read(Ada, which : letter) { effect: knows(Ada, good(which)); consenting: Ada; }
utility(): believes(Ada, good(One)) == True & believes(Ada, good(Two)) == False;
limits { author: 2; character: 2; belief: 1; cases: 2; }
`

/** Otto would burn such a letter, and Ines would see why. That she will is no part of the plan of who slips it to him. */
const slipped = `
open property guilty() : boolean;
property letter() : boolean;
entity Ines : character;
entity Rolf : character { wants: believes(Ines, guilty()) == True; }
entity Otto : character { wants: if(guilty()) (if(letter()) 0 else 1) elseif(letter()) 1 else 0; }
guilty();
believes(Ines, guilty()) = ?;
believes(Ines, knows(Otto, guilty()));
believes(Rolf, believes(Ines, guilty())) = ?;
believes(Rolf, believes(Ines, knows(Otto, guilty())));
action slip(Rolf) { precondition: !letter(); effect: letter(); consenting: Rolf; }
action burn(Otto) { precondition: letter(); effect: !letter(); consenting: Otto; }
utility(): believes(Ines, guilty()) == True;
limits { author: 3; character: 3; belief: 2; infer: 1; }
`

/** She looks, where somebody else is told what is not so, or she herself no longer knows about something else. */
const glance = `
type side;
entity Heads, Tails : side;
open property up() : side { might: value == Tails; }
property hat() : side;
entity Al : character;
entity Bo : character { wants: up() != ?; }
up() = Heads;
hat() = Heads;
believes(Bo, up()) = ?;
action peek(Bo) { effect: knows(Bo, up()); consenting: Bo; }
utility(): believes(Bo, up()) == Heads;
limits { author: 1; character: 1; belief: 1; }
`

/** Whoever hopes that he sleeps cannot do what can only be done while he does not. */
const watch = `
open property asleep() : boolean { might: value == True; }
property tried() : boolean;
property inside() : boolean;
entity Tib : character { wants: inside(); }
!asleep();
believes(Tib, asleep()) = ?;
action sneak(Tib) {
  precondition: asleep() != True;
  effect: tried() & (if(asleep()) (inside() & believes(Tib, inside())));
  consenting: Tib;
}
utility(): tried();
limits { author: 1; character: 1; belief: 1; }
`

/**
 * Acts of which nobody knows what they are good for; what minds hold after them is all that matters. Al knows nothing,
 * and takes Bo to know all of it.
 */
const parlour = `
type side;
entity Heads, Tails : side;
open property up() : side;
open property other() : side;
open property hue() : side;
open property lit() : boolean;
open property lost() : side;
property top() : side;
property bottom() : side;
property bell() : boolean;
entity Al, Bo, Cy, Dot : character;
up() = Heads;
other() = Tails;
hue() = Heads;
lit();
top() = Heads;
lost() = ?;
forall(c : character) (
  believes(Al, believes(c, up())) = ? & believes(Al, believes(c, other())) = ? &
  believes(Al, believes(c, lit())) = ? & believes(Al, believes(c, lost())) = ?);
believes(Al, believes(Dot, top())) = ?;
believes(Al, believes(Cy, believes(Dot, top()))) = ?;
believes(Dot, up()) = ? & believes(Dot, other()) = ?;
believes(Al, up()) = ? & believes(Al, other()) = ? & believes(Al, lit()) = ? & believes(Al, lost()) = ?;
believes(Al, knows(Bo, up()) & knows(Bo, other()) & knows(Bo, lit()) & knows(Bo, lost()) & knows(Dot, other()));
believes(Al, believes(Bo, believes(Cy, up()))) = ?;
believes(Al, hue()) = ?;
believes(Al, knows(Bo, hue()) & knows(Cy, hue()) & knows(Dot, hue()));
believes(Al, believes(Bo, believes(Cy, hue()))) = ?;
knows(Cy, lost());
believes(Al, knows(Al, lost()));
action turn() { effect: up() = Tails & knows(Bo, up()); }
action muse(Al) { effect: believes(Al, believes(Al, lost())) = Heads; }
action look_in_vain(Al) { effect: knows(Al, lost()); }
action pass_on(Cy) { effect: believes(Cy, up()) = believes(Dot, up()); }
action pass_on_rightly(Cy) { effect: believes(Cy, up()) = believes(Bo, up()); }
action mistake_for(Cy) { effect: believes(Cy, other()) = up(); }
action copy_out() { effect: other() = believes(Bo, up()); }
action write_down() { effect: bottom() = believes(Bo, up()); }
action read_out(Cy) { effect: if(bottom() != ?) believes(Cy, other()) = Heads; }
action pass_on_of(Dot) { effect: believes(Dot, believes(Cy, up())) = up(); }
action ring() { effect: bell(); observing(c : character): c == Al; }
trigger fall() { precondition: bell(); effect: up() = Tails & !bell(); }
action lie(Cy) { effect: believes(Cy, up()) = Tails; observing(c : character): c == Al; }
action spin() { effect: if(bottom() != ?) up() = Tails; observing(c : character): c == Al; }
action doubt(Dot) { precondition: !knows(Dot, other()); }
action light(Dot) { precondition: believes(Dot, lit()) != ?; }
action use() { precondition: up() != ?; }
action top_it(Dot) { precondition: believes(Dot, top()) != ?; effect: if(believes(Dot, top()) != ?) believes(Cy, other()) = Heads; }
action agree(Cy, Dot) { precondition: believes(Cy, hue()) == believes(Dot, hue()); }
utility(): up() == Tails;
limits { author: 1; character: 1; belief: 1; }
`

/** She takes it for empty. */
const vault = `
open property gold() : boolean;
property opened() : boolean;
property rich() : boolean;
entity Ada : character { wants: rich(); believes !gold(); }
gold();
action open(Ada) { effect: opened() & (if(gold()) (rich() & believes(Ada, rich()))); consenting: Ada; }
utility(): opened();
limits { author: 1; character: 1; belief: 1; }
`

/** Al would have Bo believe in a great depth; that Bo knows it, whatever it is, is worth nobody knows how much. */
const gauge = `
open property depth() : number;
property over() : boolean;
entity Al : character { wants: believes(Bo, depth()); believes depth() = ?; }
entity Bo : character;
depth() = 7;
believes(Al, believes(Bo, depth())) = 0;
action read(Bo) { effect: over() & knows(Bo, depth()); consenting: Al; }
utility(): over();
limits { author: 1; character: 1; belief: 1; }
`

/** Bo knows which side is up, and is brought to believe that he does not. */
const shut = `
type side;
entity Heads, Tails : side;
open property up() : side;
entity Bo : character;
up() = Heads;
action unlearn(Bo) { effect: believes(Bo, believes(Bo, up())) = ?; }
action answer(Bo) { precondition: believes(Bo, up()) != ?; }
utility(): up() == Tails;
limits { author: 1; character: 1; belief: 1; }
`

/** Al is brought to believe that he believes it, which is not to know it. */
const fancy = `
type side;
entity Heads, Tails : side;
open property up() : side;
property mused() : boolean;
entity Al : character { wants: up() != ?; believes up() = ?; }
up() = Heads;
action muse() { effect: mused() & believes(Al, believes(Al, up())) = Heads; }
action peek(Al) { effect: knows(Al, up()); consenting: Al; }
utility(): mused() & believes(Al, up()) != ?;
limits { author: 2; character: 1; belief: 1; }
`

/** In a cellar that may be open it is better than outside, and in the room below, to some degree; oil makes it slippery. */
const cellar = `
open property unlocked() : boolean;
property hall() : boolean;
property room() : boolean;
property oiled() : boolean;
entity Ada : character { wants: if(room()) 1 elseif(hall()) 2 else 0; }
unlocked();
believes(Ada, unlocked()) = ?;
action oil(Ada) { precondition: !oiled(); effect: oiled(); consenting: Ada; }
action enter(Ada) { effect: if(unlocked()) (hall() & believes(Ada, hall())); consenting: Ada; }
action go_down(Ada) { precondition: hall() & oiled(); effect: !hall() & room(); consenting: Ada; }
utility(): oiled();
limits { author: 1; character: 4; belief: 1; }
`

/** Whether the left and the right lock are open: with one of them she is caught. */
const locks = `
open property left() : boolean;
open property right() : boolean;
property rich() : boolean;
property caught() : boolean;
property tried() : boolean;
entity Ada : character { wants: if(caught()) -1 elseif(rich()) 1 else 0; }
left();
right();
believes(Ada, left()) = ? & believes(Ada, right()) = ?;
action push(Ada) {
  effect: tried() & (if(left() & right()) (rich() & believes(Ada, rich())) elseif(left()) (caught() & believes(Ada, caught())));
  consenting: Ada;
}
utility(): tried();
limits { author: 1; character: 1; belief: 1; cases: 2; }
`

/** A wager: with luck there is much to be had, and else nobody can tell what there is. */
const wager = `
open property lucky() : boolean;
property tried() : boolean;
property gold() : number;
entity Ada : character { wants: gold(); }
believes(Ada, lucky()) = ?;
action bet(Ada) {
  effect: tried() & (if(lucky()) (gold() = 2 & believes(Ada, gold()) = 2) else (gold() = ? & believes(Ada, gold()) = ?));
  consenting: Ada;
}
utility(): tried();
limits { author: 1; character: 1; belief: 1; }
`

/** She may read a sign that says what hat is worn, which nobody does who might be told what is not so. */
const sign = `
type side;
entity Heads, Tails : side;
open property up() : side;
property hat() : side;
entity Ada : character { wants: up() != ?; }
up() = Heads;
hat() = Heads;
believes(Ada, up()) = ?;
action change_hat(Ada) { effect: hat() = Tails; consenting: Ada; }
action read(Ada) { effect: knows(Ada, up()) & believes(Ada, hat()) = Tails; consenting: Ada; }
utility(): believes(Ada, up()) != ?;
limits { author: 2; character: 2; belief: 1; }
`

/** What pays, as things are and as Bo sees them: `due` is set by acts that pay, and by nothing else. */
const market = `
open property due() : boolean;
open property doubt() : boolean;
property rich(who : character) : boolean;
property luck() : number;
property stall() : boolean;
entity Ada : character { wants: (if(rich(Ada)) 1 else 0) + luck(); }
entity Bo : character { wants: rich(Bo); }
entity Cy : character { wants: !rich(Cy); }
stall();
believes(Ada, rich(Bo));
believes(Bo, rich(Ada) & !stall());
action earn(Ada) { precondition: !rich(Ada); effect: rich(Ada); consenting: Ada; }
action idle(Ada) { precondition: due() == due(); consenting: Ada; }
action give(Ada, Bo) { effect: rich(Bo); consenting: Ada, Bo; }
action share(Ada, Cy) { effect: rich(Ada); consenting: Ada, Cy; }
action take(Cy, Ada) { effect: rich(Ada); consenting: Cy, Ada; }
action rain() { effect: rich(Bo); }
action gamble(Ada) { effect: luck() = ?; consenting: Ada; }
action find(Ada) { effect: unforeseen(rich(Ada)); consenting: Ada; }
action sell(Bo) { precondition: stall(); effect: rich(Bo); consenting: Bo; }
action secretly(Bo) { effect: rich(Bo); consenting: Bo; observing(c : character): c == Cy; }
every action {
  effect: unforeseen(if(pays()) due() else !due()) & unforeseen(if(believes(Bo, pays())) doubt() else !doubt());
}
utility(): due();
limits { author: 1; character: 1; belief: 1; }
`

const own: Readonly<Record<string, string>> = {
  eager,
  glance,
  jailer,
  letters,
  onlookers,
  parlour,
  cellar,
  locks,
  wager,
  sign,
  market,
  vault,
  gauge,
  shut,
  fancy,
  secret,
  slipped,
  watch,
}

const variants: readonly Variant[] = [
  {
    name: "witness",
    world: "witness",
    stories: ["question(Ines, Otto) arrest(Ines, Butler)"],
    reasons: [
      ["", "question(Ines, Otto)", "Ines", "killer() is Butler: question(Ines, Otto) arrest(Ines, Butler)"],
    ],
    minds: [
      [
        "",
        "Ines: killer() ?",
        "Ines Otto: killer() as it is",
        "Cora Otto: killer() as it is",
        "Cora Ines: killer() ?",
        "Ines Otto Ines: killer() ?",
      ],
      [
        "question(Ines, Otto)",
        "Ines: killer() Butler",
        "Ines Otto: killer() Butler",
        "Ines Otto Ines: killer() Butler",
        "Cora: killer() ?",
        "Cora Ines: killer() as it is",
        "Cora Otto: killer() as it is",
      ],
    ],
  },
  {
    name: "witness, whom she does not think to know",
    world: "witness",
    more: "believes(Ines, believes(Otto, killer())) = ?;",
    stories: [],
    minds: [["", "Ines Otto: killer() ?"]],
  },
  {
    name: "witness, killer not open",
    world: "witness",
    changes: [
      ["open property", "property"],
      [/^believes\((Ines|Cora), knows.*\n/gm, ""],
    ],
    stories: [],
  },
  {
    name: "wrong-witness",
    world: "wrong-witness",
    stories: ["question(Ines, Otto) arrest(Ines, Gardener)"],
    reasons: [
      ["", "question(Ines, Otto)", "Ines", "killer() is Butler: question(Ines, Otto) arrest(Ines, Butler)"],
    ],
    minds: [
      [
        "question(Ines, Otto)",
        "Ines: killer() Gardener",
        "Ines Otto: killer() Gardener",
        ": killer() Butler",
      ],
    ],
  },
  {
    name: "wrong-witness, who does not make her know",
    world: "wrong-witness",
    changes: [[/^utility.*$/m, "utility(): believes(Ines, killer()) != ? & !knows(Ines, killer());"]],
    stories: ["question(Ines, Otto)"],
  },
  {
    name: "coin, without spin",
    world: "coin",
    more: "without spin;",
    stories: ["peek(Bo) ask(Al, Bo)"],
    reasons: [
      ["", "peek(Bo)", "Bo", "up() is Heads: peek(Bo)"],
      ["peek(Bo)", "ask(Al, Bo)", "Al", "up() is Heads: ask(Al, Bo)"],
    ],
    minds: [
      [
        "peek(Bo)",
        "Al: up() ?",
        "Al Bo: up() as it is",
        "Bo Al: up() ?",
        "Al Bo Al: up() ?",
        "Bo Al Bo: up() as it is",
      ],
      [
        "peek(Bo) ask(Al, Bo)",
        "Al: up() Heads",
        "Al Bo: up() Heads",
        "Bo Al: up() Heads",
        "Al Bo Al: up() Heads",
        "Bo Al Bo: up() Heads",
      ],
    ],
  },
  {
    name: "coin, spun",
    world: "coin",
    changes: [[/^utility.*$/m, "utility(): believes(Bo, up()) == Heads & up() == ?;"]],
    more: "without ask;",
    stories: ["peek(Bo) spin(Al)"],
    minds: [
      ["peek(Bo) spin(Al)", "Al Bo: up() ?", "Bo: up() Heads"],
      ["spin(Al) peek(Bo)", "Al Bo: up() as it is", "Bo: up() ?"],
    ],
  },
  {
    name: "liar",
    world: "liar",
    stories: ["ask(Ines, Otto) lie(Otto, Ines, Gardener)"],
    reasons: [
      ["", "ask(Ines, Otto)", "Ines", "killer() is Butler: ask(Ines, Otto) answer(Otto, Ines)"],
      ["ask(Ines, Otto)", "lie(Otto, Ines, Gardener)", "Otto", "no case"],
    ],
    minds: [
      [
        "ask(Ines, Otto) lie(Otto, Ines, Gardener)",
        "Ines: killer() Gardener",
        "Ines Otto: killer() Gardener",
        "Otto Ines: killer() Gardener",
        "Otto: killer() Butler",
      ],
    ],
  },
  { name: "liar, honest", world: "liar", more: "honest(Otto);", stories: [] },
  {
    name: "liar, known, with no answer to be had",
    world: "liar",
    changes: [[/^utility.*$/m, "utility(): asked();"]],
    more: "believes(Ines, !honest(Otto)); without answer;",
    stories: [],
  },
  {
    name: "liar, known, whom the truth might suit",
    world: "liar",
    changes: [[/^utility.*$/m, "utility(): asked();"]],
    more: "believes(Ines, !honest(Otto));",
    stories: ["ask(Ines, Otto)"],
    reasons: [["", "ask(Ines, Otto)", "Ines", "killer() is Gardener: ask(Ines, Otto) answer(Otto, Ines)"]],
  },
  { name: "eager", world: "eager", stories: [] },
  {
    name: "rooms",
    world: "rooms",
    stories: ["go(Ada, Study) look(Ada, Study) take(Ada, Study)"],
    reasons: [
      ["", "go(Ada, Study)", "Ada", "here(Study) is True: go(Ada, Study) look(Ada, Study) take(Ada, Study)"],
      ["", "go(Ada, Attic)", "Ada", "here(Attic) is True: go(Ada, Attic) look(Ada, Attic) take(Ada, Attic)"],
      ["go(Ada, Attic)", "look(Ada, Attic)", "Ada", "here(Attic) is True: look(Ada, Attic) take(Ada, Attic)"],
      ["go(Ada, Attic) look(Ada, Attic)", "look(Ada, Attic)", "Ada", "unmotivated"],
      [
        "go(Ada, Attic) look(Ada, Attic)",
        "go(Ada, Study)",
        "Ada",
        "here(Study) is True: go(Ada, Study) look(Ada, Study) take(Ada, Study)",
      ],
    ],
    minds: [["go(Ada, Attic) look(Ada, Attic)", "Ada: here(Attic) False", "Ada: here(Study) ?"]],
    isSlow: true,
  },
  {
    name: "rooms, first the wrong one",
    world: "rooms",
    more: "story { must: look(Ada, Attic); first: look(Ada, Attic) then: has(); }",
    stories: ["go(Ada, Attic) look(Ada, Attic) go(Ada, Study) look(Ada, Study) take(Ada, Study)"],
    isSlow: true,
  },
  {
    name: "rooms, nothing open",
    world: "rooms",
    changes: [
      ["open property", "property"],
      ["effect: knows(Ada, here(r))", "effect: believes(Ada, here(r)) = here(r)"],
    ],
    stories: [],
    isSlow: true,
  },
  {
    name: "guard",
    world: "guard",
    stories: ["throw_pebble(Tib) sneak(Tib)"],
    reasons: [
      ["", "throw_pebble(Tib)", "Tib", "asleep(Guard) is True: throw_pebble(Tib) sneak(Tib)"],
      ["", "sneak(Tib)", "Tib", "unmotivated"],
    ],
  },
  {
    name: "guard, for whom she need not dance",
    world: "guard",
    changes: [[/^utility.*$/m, "utility(): danced();"]],
    more: "property danced() : boolean; action dance(Tib) { effect: danced(); consenting: Tib; }",
    stories: [],
  },
  { name: "guard, no pebble", world: "guard", more: "without throw_pebble;", stories: [] },
  {
    name: "guard, awake",
    world: "guard",
    more: "!asleep(Guard); believes(Tib, asleep(Guard)) = ?;",
    stories: [],
  },
  {
    name: "guard, who cannot be awake",
    world: "guard",
    changes: [["boolean;", "boolean { might: value == True; }"]],
    stories: ["sneak(Tib)"],
    reasons: [["", "sneak(Tib)", "Tib", "asleep(Guard) is True: sneak(Tib)"]],
  },
  {
    name: "spy",
    world: "spy",
    stories: ["send(Queen, Spy) look(Spy) report(Spy, Queen)"],
    reasons: [
      ["", "send(Queen, Spy)", "Queen", "fleet() is North: send(Queen, Spy) look(Spy) report(Spy, Queen)"],
      ["send(Queen, Spy)", "look(Spy)", "Spy", "fleet() is North: look(Spy) report(Spy, Queen)"],
    ],
    minds: [
      ["send(Queen, Spy) look(Spy)", "Queen Spy: fleet() ?", "Queen: fleet() ?"],
      ["send(Queen, Spy) look(Spy) report(Spy, Queen)", "Queen Spy: fleet() North", "Queen: fleet() North"],
    ],
  },
  {
    name: "whodunit",
    world: "whodunit",
    stories: [
      "examine(Ines, Boots, Butler) examine(Ines, Ticket, Gardener) arrest(Ines, Cook)",
      "examine(Ines, Ticket, Gardener) examine(Ines, Boots, Butler) arrest(Ines, Cook)",
    ],
    reasons: [
      [
        "",
        "examine(Ines, Boots, Butler)",
        "Ines",
        "cleared(Butler) is True, cleared(Gardener) is True: examine(Ines, Boots, Butler) examine(Ines, Ticket, Gardener) arrest(Ines, Cook)",
      ],
    ],
  },
  { name: "whodunit, no boots", world: "whodunit", more: "!shows(Boots, Butler);", stories: [] },
  { name: "whodunit, no ticket", world: "whodunit", more: "!shows(Ticket, Gardener);", stories: [] },
  { name: "whodunit, one question at a time", world: "whodunit", cases: 1, stories: [] },
  {
    name: "two-witnesses",
    world: "two-witnesses",
    stories: ["question(Ines, Otto) question(Ines, Rolf)", "question(Ines, Rolf) question(Ines, Otto)"],
    reasons: [
      [
        "",
        "question(Ines, Otto)",
        "Ines",
        "says(Otto) is Butler, says(Rolf) is Gardener: question(Ines, Otto) question(Ines, Rolf)",
      ],
    ],
    isSlow: true,
  },
  {
    name: "two-witnesses who agree",
    world: "two-witnesses",
    more: "says(Rolf) = Gardener; believes(Ines, says(Rolf)) = ?;",
    stories: [],
    isSlow: true,
  },
  {
    name: "mousetrap",
    world: "mousetrap",
    stories: ["stage_play(Hamlet) rush_out(King)"],
    reasons: [["", "stage_play(Hamlet)", "Hamlet", "guilty() is True: stage_play(Hamlet) rush_out(King)"]],
    minds: [["stage_play(Hamlet) rush_out(King)", "Hamlet: guilty() True", "Hamlet King: guilty() True"]],
  },
  {
    name: "mousetrap, innocent",
    world: "mousetrap",
    more: "!guilty(); believes(Hamlet, guilty()) = ?;",
    stories: [],
  },
  {
    name: "announce",
    world: "announce",
    stories: ["announce(Otto)"],
    reasons: [["", "announce(Otto)", "Otto", "no case"]],
    minds: [
      [
        "announce(Otto)",
        "Ines: killer() Butler",
        "Cora: killer() Butler",
        ...["Ines", "Cora", "Otto"].flatMap((a) =>
          ["Ines", "Cora", "Otto"].flatMap((b) => [
            `${a} ${b}: killer() Butler`,
            ...["Ines", "Cora", "Otto"].map((c) => `${a} ${b} ${c}: killer() Butler`),
          ]),
        ),
      ],
    ],
  },
  {
    name: "letter",
    world: "letter",
    stories: ["burn(Rolf)"],
    reasons: [["", "burn(Rolf)", "Rolf", "no case"]],
    minds: [
      ["", "Ines: guilty() ?", "Ines Rolf: guilty() as it is"],
      ["burn(Rolf)", "Ines: guilty() True", "Ines Rolf: guilty() True"],
    ],
  },
  {
    name: "letter, where nobody infers",
    world: "letter",
    changes: [["infer: 1", "infer: 0"]],
    stories: [],
    minds: [["burn(Rolf)", "Ines: guilty() ?", "Ines Rolf: guilty() as it is"]],
  },
  {
    name: "letter, which a debt would explain, too",
    world: "letter",
    changes: [
      [/wants: .*?;/, "wants: if(guilty() | debt()) (if(letter()) 0 else 1) elseif(letter()) 1 else 0;"],
    ],
    more: "open property debt() : boolean; believes(Ines, debt()) = ?; believes(Ines, knows(Rolf, debt()));",
    stories: [],
    minds: [["burn(Rolf)", "Ines: guilty() ?", "Ines: debt() ?"]],
  },
  {
    name: "letter, of one whom she knows guilty and takes for ignorant",
    world: "letter",
    changes: [[/^utility.*$/m, "utility(): believes(Ines, believes(Rolf, guilty()) == True);"]],
    more: "believes(Ines, guilty()); believes(Ines, believes(Rolf, guilty())) = ?;",
    stories: ["burn(Rolf)"],
    minds: [["burn(Rolf)", "Ines: guilty() True", "Ines Rolf: guilty() True"]],
  },
  {
    name: "letter, which she does not see burn",
    world: "letter",
    changes: [["consenting: Rolf;", "consenting: Rolf; observing(c : character): c == Rolf;"]],
    stories: [],
    minds: [["burn(Rolf)", "Ines: guilty() ?"]],
  },
  {
    name: "letter, which nothing could make him guilty of",
    world: "letter",
    changes: [["guilty() : boolean;", "guilty() : boolean { might: value == False; }"]],
    stories: [],
    minds: [["burn(Rolf)", "Ines: guilty() ?"]],
  },
  {
    name: "letter, which anybody would burn",
    world: "letter",
    changes: [
      [/wants: .*?;/, "wants: if(letter()) 0 else 1;"],
      ["guilty() : boolean;", "guilty() : boolean { might: value == True; }"],
    ],
    stories: [],
    minds: [["burn(Rolf)", "Ines: guilty() ?"]],
  },
  {
    name: "letter, which she helps him burn",
    world: "letter",
    changes: [["consenting: Rolf;", "consenting: Rolf, Ines;"]],
    stories: [],
    minds: [["burn(Rolf)", "Ines: guilty() True"]],
  },
  {
    name: "letter, which she thought gone",
    world: "letter",
    more: "believes(Ines, !letter()); believes(Ines, believes(Rolf, letter()));",
    stories: [],
    minds: [["burn(Rolf)", "Ines: guilty() ?"]],
  },
  {
    name: "slipped",
    world: "slipped",
    stories: [],
    minds: [["slip(Rolf) burn(Otto)", "Ines: guilty() True", "Rolf Ines: guilty() ?"]],
  },
  {
    name: "slipped by chance",
    world: "slipped",
    changes: [["letter(); consenting: Rolf;", "letter();"]],
    stories: ["slip(Rolf) burn(Otto)"],
  },
  {
    name: "jailer",
    world: "jailer",
    stories: ["beg(Ada) unlock(Jon)"],
    reasons: [["", "beg(Ada)", "Ada", "kind() is True: beg(Ada) unlock(Jon)"]],
    minds: [["beg(Ada) unlock(Jon)", "Ada: kind() ?"]],
  },
  {
    name: "jailer, whom nothing but her begging moves",
    world: "jailer",
    changes: [
      ["if(kind())", "if(kind() & asked())"],
      ["precondition: asked()", "precondition: !free()"],
    ],
    stories: ["beg(Ada) unlock(Jon)"],
  },
  {
    name: "jailer, nobody",
    world: "jailer",
    changes: [
      [/^utility.*$/m, "utility(): asked();"],
      [
        "precondition: asked(); effect: free(); consenting: Jon;",
        "precondition: asked() & kind(); effect: free();",
      ],
      [" observing(c : character): c == Jon;", ""],
    ],
    stories: [],
  },
  {
    name: "jailer, who would do it for what comes of it later",
    world: "jailer",
    changes: [
      [/^utility.*$/m, "utility(): asked();"],
      ["if(kind()) free()", "if(kind()) rested()"],
    ],
    more: "property rested() : boolean; action rest(Jon) { precondition: free(); effect: rested(); consenting: Jon; observing(c : character): c == Jon; }",
    stories: [],
  },
  {
    name: "jailer, who would do it for what comes of it later, and she thinks as far",
    world: "jailer",
    changes: [
      ["if(kind()) free()", "if(kind()) rested()"],
      ["character: 2", "character: 3"],
    ],
    more: "property rested() : boolean; action rest(Jon) { precondition: free(); effect: rested(); consenting: Jon; observing(c : character): c == Jon; }",
    stories: ["beg(Ada) unlock(Jon)"],
  },
  {
    name: "spy, of whom she thinks no deeper",
    world: "spy",
    changes: [[/belief: \d+/, "belief: 1"]],
    stories: [],
  },
  {
    name: "jailer, who has no reason to hurt her",
    world: "jailer",
    changes: [
      [
        "effect: free();",
        "effect: (if(kind()) (free() & believes(Ada, free()))) & (if(kind() == False) (hurt() & believes(Ada, hurt())));",
      ],
      ["wants: free();", "wants: if(hurt()) -1 elseif(free()) 1 else 0;"],
    ],
    more: "property hurt() : boolean;",
    stories: ["beg(Ada) unlock(Jon)"],
  },
  {
    name: "jailer, who might like to hurt her",
    world: "jailer",
    changes: [
      [/^utility.*$/m, "utility(): asked();"],
      [
        "effect: free();",
        "effect: (if(kind()) (free() & believes(Ada, free()))) & (if(kind() == False) (hurt() & believes(Ada, hurt())));",
      ],
      ["wants: free();", "wants: if(hurt()) -1 elseif(free()) 1 else 0;"],
      ["else False", "else hurt()"],
    ],
    more: "property hurt() : boolean;",
    stories: [],
  },
  { name: "glance", world: "glance", stories: ["peek(Bo)"] },
  {
    name: "glance, by which another is misled",
    world: "glance",
    changes: [["knows(Bo, up())", "knows(Bo, up()) & believes(Al, up()) = Heads"]],
    stories: ["peek(Bo)"],
    reasons: [["", "peek(Bo)", "Bo", "up() is Tails: peek(Bo)"]],
  },
  {
    name: "glance, by which she is misled",
    world: "glance",
    changes: [["knows(Bo, up())", "knows(Bo, up()) & believes(Bo, hat()) = Tails"]],
    stories: [],
  },
  {
    name: "glance, by which she loses sight of something",
    world: "glance",
    changes: [["knows(Bo, up())", "knows(Bo, up()) & believes(Bo, hat()) = ?"]],
    stories: ["peek(Bo)"],
  },
  { name: "watch", world: "watch", stories: [] },
  {
    name: "watch, which he may sleep through",
    world: "watch",
    changes: [["asleep() != True", "!tried()"]],
    stories: ["sneak(Tib)"],
  },
  {
    name: "letters",
    world: "letters",
    stories: ["read(Ada, One) read(Ada, Two)", "read(Ada, Two) read(Ada, One)"],
    reasons: [
      ["", "read(Ada, One)", "Ada", "good(One) is False, good(Two) is False: read(Ada, One) read(Ada, Two)"],
    ],
  },
  { name: "letters, one at a time", world: "letters", cases: 1, stories: [] },
  {
    name: "parlour",
    world: "parlour",
    stories: ["ring()", "turn()"],
    minds: [
      ["", "Al Bo: up() as it is", "Al Bo Cy: up() ?", "Al Al: lost() ?", "Cy: lost() ?"],
      ["turn()", "Al: up() Tails", "Al Bo: up() Tails"],
      ["pass_on(Cy)", "Al Cy: up() ?"],
      ["pass_on_rightly(Cy)", "Al Cy: up() as it is"],
      ["mistake_for(Cy)", "Al Cy: other() ?"],
      ["copy_out()", "Al: other() ?", "Cy: other() Heads"],
      ["write_down() read_out(Cy)", "Al Cy: other() ?", "Bo Cy: other() Heads"],
      ["pass_on_of(Dot)", "Al Dot Cy: up() ?"],
      ["ring()", "Al: up() Tails", "Al Bo: up() ?"],
      ["lie(Cy)", "Al Bo: up() as it is", "Al Cy: up() Tails"],
      ["spin()", "Al Bo: up() as it is"],
      ["doubt(Dot)", "Al Dot: other() ?"],
      ["light(Dot)", "Al Dot: lit() as it is", "Al: lit() ?"],
      ["use()", "Al: up() ?"],
      ["top_it(Dot)", "Al Cy: other() ?"],
      ["agree(Cy, Dot)", "Al Cy: hue() as it is", "Al Bo Cy: hue() as it is"],
    ],
  },
  {
    name: "parlour, where Al is wrong about himself",
    world: "parlour",
    stories: ["ring()", "turn()"],
    minds: [
      ["muse(Al)", "Al: lost() ?", "Al Al: lost() Heads"],
      ["muse(Al) look_in_vain(Al)", "Al: lost() ?", "Al Al: lost() Heads"],
    ],
    isOwnMind: true,
  },
  {
    name: "letters, of which one is enough",
    world: "letters",
    changes: [
      ["good(One) != ? & good(Two) != ?", "good(One) != ?"],
      [/^utility.*$/m, "utility(): believes(Ada, good(One)) != ?;"],
    ],
    stories: ["read(Ada, One)"],
    reasons: [["", "read(Ada, One)", "Ada", "good(One) is False: read(Ada, One)"]],
  },
  {
    name: "letters, one at a time, if nothing is said",
    world: "letters",
    changes: [
      [" cases: 2;", ""],
      [/^utility.*$/m, "utility(): believes(Ada, good(One)) != ?;"],
    ],
    stories: [],
    reasons: [["", "read(Ada, One)", "Ada", "unmotivated"]],
  },
  {
    name: "letters, both at once",
    world: "letters",
    changes: [[/^utility.*$/m, "utility(): believes(Ada, good(One)) != ?;"]],
    stories: ["read(Ada, One)"],
  },
  {
    name: "glance, of which she expects what is not so",
    world: "glance",
    changes: [
      ["value == Tails", "value == hat()"],
      ["up() != ?", "up() == Tails"],
      [/^utility.*$/m, "utility(): believes(Bo, up()) != ?;"],
    ],
    more: "believes(Bo, hat()) = Tails;",
    stories: ["peek(Bo)"],
  },
  {
    name: "glance, by chance",
    world: "glance",
    changes: [["effect: knows(Bo, up())", "effect: unforeseen(knows(Bo, up()))"]],
    stories: [],
  },
  {
    name: "jailer, who can only if he is kind",
    world: "jailer",
    changes: [
      ["precondition: asked()", "precondition: asked() & kind()"],
      [/^utility.*$/m, "utility(): asked();"],
    ],
    stories: [],
  },
  {
    name: "jailer, who does not hear her",
    world: "jailer",
    changes: [
      [
        "effect: asked(); consenting: Ada;",
        "effect: asked(); consenting: Ada; observing(c : character): c == Ada;",
      ],
      [/^utility.*$/m, "utility(): asked();"],
    ],
    stories: [],
  },
  {
    name: "witness, who is asked by one who thinks one act ahead",
    world: "witness",
    changes: [
      [/character: \d+/, "character: 1"],
      [/^utility.*$/m, "utility(): believes(Ines, killer()) != ?;"],
    ],
    stories: [],
  },
  { name: "vault", world: "vault", stories: [] },
  {
    name: "vault, of which she does not know",
    world: "vault",
    more: "believes(Ada, gold()) = ?;",
    stories: ["open(Ada)"],
  },
  {
    name: "gauge",
    world: "gauge",
    stories: [],
    minds: [["read(Bo)", "Al Bo: depth() as it is"]],
  },
  {
    name: "shut",
    world: "shut",
    stories: [],
    minds: [
      ["unlearn(Bo)", "Bo Bo: up() ?", "Bo: up() Heads"],
      ["unlearn(Bo) answer(Bo)", "Bo: up() Heads", "Bo Bo: up() Heads"],
    ],
    isOwnMind: true,
  },
  { name: "fancy", world: "fancy", stories: ["muse() peek(Al)", "peek(Al) muse()"], isOwnMind: true },
  { name: "cellar", world: "cellar", stories: [] },
  {
    name: "cellar, in which oil only takes the fun out of it",
    world: "cellar",
    changes: [[/wants: .*?;/, "wants: if(hall()) (if(oiled()) 1 else 2) else 0;"]],
    more: "without go_down;",
    stories: ["oil(Ada)"],
  },
  {
    name: "cellar, in which oil takes the fun out of the hall",
    world: "cellar",
    changes: [
      [/wants: .*?;/, "wants: if(room()) 1 elseif(hall()) (if(oiled()) 0 else 2) else 0;"],
      ["hall() & oiled()", "hall()"],
    ],
    stories: ["oil(Ada)"],
  },
  { name: "locks", world: "locks", stories: [] },
  { name: "locks, one supposed at a time", world: "locks", cases: 1, stories: [] },
  {
    name: "locks, and nobody to catch her",
    world: "locks",
    changes: [["elseif(left()) (caught() & believes(Ada, caught()))", ""]],
    stories: ["push(Ada)"],
    reasons: [["", "push(Ada)", "Ada", "left() is True, right() is True: push(Ada)"]],
  },
  { name: "wager", world: "wager", stories: ["bet(Ada)"] },
  {
    name: "wager, in which she might lose",
    world: "wager",
    changes: [["gold() = ? & believes(Ada, gold()) = ?", "gold() = -1 & believes(Ada, gold()) = -1"]],
    stories: [],
  },
  {
    name: "wager, in which she might lose and not know",
    world: "wager",
    changes: [[/ else \(.*\)\);/, ") & (if(lucky() == False) gold() = -1);"]],
    stories: ["bet(Ada)"],
  },
  { name: "sign", world: "sign", stories: ["change_hat(Ada) read(Ada)"] },
  {
    name: "guard, who comes along",
    world: "guard",
    changes: [
      [
        "entity Guard : character { asleep; }",
        "entity Guard : character { asleep; wants: where() == Inside; }",
      ],
      [/(action sneak[^}]*)consenting: Tib;/, "$1consenting: Tib, Guard;"],
    ],
    more: "believes(Tib, knows(Guard, asleep(Guard))); without throw_pebble;",
    stories: [],
  },
  {
    name: "jailer, who thinks that he can",
    world: "jailer",
    changes: [
      [
        "effect: free();",
        "effect: (if(kind()) (free() & believes(Ada, free()))) & (if(kind() == False) (hurt() & believes(Ada, hurt())));",
      ],
      ["wants: free();", "wants: if(hurt()) -1 elseif(free()) 1 else 0;"],
      ["precondition: asked()", "precondition: asked() & kind()"],
      ["observing(c : character): c == Jon", ""],
      ["believes(Ada, knows(Jon, kind()));", "believes(Ada, believes(Jon, kind()));"],
    ],
    more: "property hurt() : boolean;",
    stories: ["beg(Ada) unlock(Jon)"],
  },
  {
    name: "jailer, who might hurt her to gloat",
    world: "jailer",
    changes: [
      [
        "effect: free();",
        "effect: (if(kind()) (free() & believes(Ada, free()))) & (if(kind() == False) (hurt() & believes(Ada, hurt())));",
      ],
      ["wants: free();", "wants: if(hurt()) -1 elseif(free()) 1 else 0;"],
      ["else False", "else gloated()"],
    ],
    more: "property hurt() : boolean; property gloated() : boolean; action gloat(Jon) { precondition: hurt(); effect: gloated(); consenting: Jon; observing(c : character): c == Jon; }",
    stories: ["beg(Ada) unlock(Jon)"],
  },
  {
    name: "glance, by which she learns what another believes",
    world: "glance",
    changes: [["knows(Bo, up())", "knows(Bo, up()) & believes(Bo, believes(Al, hat())) = Tails"]],
    more: "believes(Bo, believes(Al, hat())) = Tails;",
    stories: ["peek(Bo)"],
  },
  {
    name: "glance, by which she learns who knows",
    world: "glance",
    changes: [["knows(Bo, up())", "knows(Bo, up()) & believes(Bo, knows(Al, up()))"]],
    more: "believes(Bo, believes(Al, up())) = ?;",
    stories: ["peek(Bo)"],
  },
  {
    name: "glance, by which she is misled unforeseen",
    world: "glance",
    changes: [["knows(Bo, up())", "knows(Bo, up()) & unforeseen(believes(Bo, hat()) = Tails)"]],
    stories: ["peek(Bo)"],
  },
  {
    name: "spy, of whom she thinks no deeper, and who need only be sent",
    world: "spy",
    changes: [
      [/belief: \d+/, "belief: 1"],
      [/^utility.*$/m, "utility(): sent();"],
    ],
    stories: [],
  },
  {
    name: "letter, which two burn together",
    world: "letter",
    changes: [["consenting: Rolf;", "consenting: Rolf, Olaf;"]],
    more: "entity Olaf : character;",
    stories: [],
    minds: [["burn(Rolf)", "Ines: guilty() ?"]],
  },
  {
    name: "letter, which who does not know would burn",
    world: "letter",
    changes: [[/wants: .*?;/, "wants: if(guilty() == ?) (if(letter()) 0 else 1) elseif(letter()) 1 else 0;"]],
    stories: [],
    minds: [["burn(Rolf)", "Ines: guilty() ?", "Ines Rolf: guilty() as it is"]],
  },
  {
    name: "letter, about which she would fret",
    world: "letter",
    more: "open property alarmed() : boolean; believes(Ines, !alarmed()); trigger fret() { precondition: guilty() & letter() & !alarmed(); effect: alarmed(); }",
    stories: ["burn(Rolf)"],
    minds: [["burn(Rolf)", "Ines: guilty() True", "Ines: alarmed() False", "Ines Ines: guilty() True"]],
  },
  {
    name: "letter, which she knows to be gone",
    world: "letter",
    changes: [[/^utility.*$/m, "utility(): believes(Ines, guilty()) == True & believes(Ines, !letter());"]],
    stories: ["burn(Rolf)"],
  },
  {
    name: "letter, after which nothing would rest in a mind that infers nothing",
    world: "letter",
    more: "believes(Ines, believes(Rolf, believes(Ines, guilty()))) = True; property mood() : boolean; trigger tick() { precondition: !letter() & guilty() == ? & mood(); effect: !mood(); } trigger tock() { precondition: !letter() & guilty() == ? & !mood(); effect: mood(); }",
    stories: [],
  },
  {
    name: "letter, burnt to be thought guilty",
    world: "letter",
    changes: [
      ["guilty();\nletter();", "letter();"],
      [
        /wants: (.*?);/,
        "wants: (if(guilty()) (if(letter()) 0 else 1) elseif(letter()) 1 else 0) + (if(believes(Ines, guilty()) == True) 2 else 0);",
      ],
    ],
    more: "open property due() : boolean; every action { effect: unforeseen(if(pays()) due()); }",
    stories: [],
    minds: [["burn(Rolf)", "Ines: guilty() True", ": due() False"]],
  },
  {
    name: "market",
    world: "market",
    stories: ["earn(Ada)", "rain()", "secretly(Bo)"],
    minds: [
      ["earn(Ada)", ": due() True", ": doubt() False"],
      ["idle(Ada)", ": due() False"],
      ["give(Ada, Bo)", ": due() False"],
      ["share(Ada, Cy)", ": due() False"],
      ["take(Cy, Ada)", ": due() False"],
      ["rain()", ": due() True", ": doubt() True"],
      ["gamble(Ada)", ": due() False"],
      ["find(Ada)", ": due() False"],
      ["sell(Bo)", ": due() True", ": doubt() False"],
      ["secretly(Bo)", ": due() True", ": doubt() True"],
    ],
  },
  {
    name: "onlookers",
    world: "onlookers",
    stories: ["look(Cora)"],
    minds: [
      ["", "Ines Otto: up() as it is", "Ines Otto Cora: up() ?", "Ines Cora Otto: up() ?"],
      [
        "look(Cora)",
        "Ines: up() ?",
        "Ines Cora: up() as it is",
        "Ines Otto Cora: up() as it is",
        "Otto Ines: up() Heads",
        "Otto Cora: up() Heads",
      ],
      [
        "tell(Ines)",
        "Ines Cora: up() as it is",
        "Otto Cora: up() Heads",
        "Otto Ines Cora: up() Heads",
        "Cora Ines Cora: up() as it is",
      ],
    ],
  },
  {
    name: "onlookers, one of whom is sure",
    world: "onlookers",
    more: "believes(Ines, up()) = Tails;",
    stories: ["look(Cora)"],
    minds: [["", "Ines Otto: up() Tails"]],
  },
  {
    name: "secret, to be known",
    world: "secret",
    changes: [["believes(Bo, door()) != ?", "knows(Bo, door())"]],
    stories: ["unlock(Bo)"],
    minds: [["unlock(Bo)", "Al: door() ?", "Al Bo: door() as it is"]],
  },
  {
    name: "secret",
    world: "secret",
    stories: ["unlock(Bo)"],
    minds: [
      ["unlock(Bo)", "Al: door() ?", "Al Bo: door() as it is"],
      ["unlock(Bo) read_sign(Al)", "Al: door() Left", "Al Bo: door() Left"],
      ["unlock(Bo) move_sign()", "Al: door() Right", "Al Bo: door() ?", "Bo: door() Left"],
      ["read_sign(Al) unlock(Bo)", "Al: door() Left", "Al Bo: door() Left"],
    ],
  },
]

function textOf({ world, changes = [], more = "" }: Variant): string {
  const text = own[world] ?? readShared(`law-worlds/${world}.drama`)
  const bare = text.replace(/^scenario .*\n?/gm, "")
  const changed = changes.reduce((now, [old, fresh]) => {
    expect(now.replace(old, fresh)).not.toBe(now)
    return now.replace(old, fresh)
  }, bare)
  return `${changed}\n${more}`
}

interface Case {
  readonly variant: Variant
  readonly problem: Problem
  readonly limits: OracleLimits
}

function caseOf(variant: Variant): Case {
  const problem = drama(textOf(variant))
  const { author, character, belief, cases, infer } = problem.limits
  const limits = {
    author: author!,
    character: character!,
    belief: belief!,
    cases: variant.cases ?? cases ?? 1,
    infer: infer ?? 0,
  }
  return { variant, problem, limits }
}

const MINDS = 2_000_000

interface Reading {
  readonly misread?: Misreadings
  readonly isIntrospective?: boolean
}

function storiesOf({ problem, limits }: Case, { misread = {}, isIntrospective = false }: Reading): string[] {
  const opinion = opinionOf(problem, limits, misread, { minds: MINDS, isIntrospective })
  if (typeof opinion === "string") return [opinion]
  return opinion.stories.map(({ plan }) => plan.join(" ")).sort()
}

interface Scene {
  readonly question: Question
  readonly limits: OracleLimits
  readonly world: World
}

/** Acts that are said to have happened cannot happen in this order. */
class NotPossible extends Error {}

function sceneAfter(each: Case, acts: string, { misread = {}, isIntrospective = false }: Reading): Scene {
  const { problem, limits } = each
  const universe = universeOf(problem, { deepest: 8, left: MINDS }, misread, isIntrospective, limits.infer)
  const question = { universe, beliefLimit: limits.belief, cases: limits.cases, answers: new WeakMap() }
  const scene = { question, limits, world: startOf(universe) }
  const world = labelsIn(acts).reduce((now, label) => {
    const next = after(universe, now, actCalled(scene, label))
    if (next === undefined) throw new NotPossible(`${label} is not possible in ${each.variant.name}.`)
    return next
  }, scene.world)
  return { ...scene, world }
}

function actCalled({ question }: Scene, label: string): Act {
  return question.universe.actions.find((each) => each.label === label)!
}

function reasonIn(scene: Scene, label: string, who: string): string {
  const act = actCalled(scene, label)
  const { question, limits, world } = scene
  const hope = hopeFor(question, world.mind(who), act, limits.character)
  if (hope)
    return `${hope.supposed.map((each) => `${each.label} is ${printValue(each.value)}`).join(", ")}: ${hope.plan.join(" ")}`
  return isExplained(question, world, act, who, limits.character) ? "no case" : "unmotivated"
}

function heldIn({ question, world }: Scene, said: string): string {
  const { path, label } = parsed(said)
  const mind = path.reduce((now, c) => now.mind(c), world)
  const { fluent } = openFluents(question).find((each) => each.label === label)!
  return `${path.join(" ")}: ${label} ${printValue(valueAt(question.universe.problem, mind, fluent))}`
}

/** All that the variant says, as it comes out. */
function outcome(each: Case, reading: Reading): Pick<Variant, "stories" | "reasons" | "minds"> {
  const { reasons, minds } = each.variant
  return {
    stories: storiesOf(each, reading),
    ...(reasons && {
      reasons: reasons.map(
        ([acts, act, who]) => [acts, act, who, reasonIn(sceneAfter(each, acts, reading), act, who)] as const,
      ),
    }),
    ...(minds && {
      minds: minds.map(
        ([acts, ...holds]) =>
          [acts, ...holds.map((said) => heldIn(sceneAfter(each, acts, reading), said))] as const,
      ),
    }),
  }
}

function expected({ stories, reasons, minds }: Variant): Pick<Variant, "stories" | "reasons" | "minds"> {
  return { stories: [...stories].sort(), ...(reasons && { reasons }), ...(minds && { minds }) }
}

const known = variants.filter((each) => hasShared || each.world in own)

describe("the worlds of the law, by its definitions", () => {
  test.each(known.map((each) => [each.name, each] as const))(
    "%s",
    (_, variant) => {
      const each = caseOf(variant)
      if (!variant.isSlow || long) expect(outcome(each, {})).toEqual(expected(variant))
      if (!variant.isOwnMind) expect(outcome(each, { isIntrospective: true })).toEqual(expected(variant))
    },
    600_000,
  )
})

/** The first reason that a certificate gives somebody for an act of its story, as variants say it. */
function reasonGiven({ plan, explanations }: Solution, i: number, who: string): string {
  const reason = explanations[i][who]
  const supposed = supposedIn(reason)
  if (supposed === undefined) return "no case"
  const said = supposed.map(({ fluent, value }) => `${fluent} is ${printValue(value)}`)
  return `${said.join(", ")}: ${[plan[i], ...stepsOf(reason).map(({ act }) => act)].join(" ")}`
}

/** What a mind holds after acts, in the states of the search. */
function searchedIn(problem: Problem, acts: readonly string[], said: string): string {
  const { path, label } = parsed(said)
  const { task } = ground(problem)
  const space = new StateSpace(task)
  const progression = new Progression(space)
  const state = acts.reduce(
    (at, act) => {
      const action = task.actions.findIndex((each) => each.label === act)
      expect(progression.isPossible(at, action)).toBe(1)
      return progression.happen(at, action)
    },
    initialState(progression, 6),
  )
  const mind = path.reduce((at, c) => space.belief(at, task.characters.indexOf(c)), state)
  const value = space.valueOf(
    mind,
    task.fluents.findIndex(({ reference }) => reference.label === label),
  )
  return `${path.join(" ")}: ${label} ${printValue(task.values.valueOf(value))}`
}

/** The same in the worlds of the judge, which the chronicle follows. */
function toldIn(problem: Problem, plan: readonly string[], said: string): string {
  const { path, label } = parsed(said)
  const fabula = chronicle(problem, { plan, explanations: [] }, { depth: 3 })
  const { value } = standingAt(fabula, fabula.occurrences.length, path, label)!
  return `${path.join(" ")}: ${label} ${printValue(value)}`
}

function parsed(said: string): { readonly path: readonly string[]; readonly label: string } {
  const [, path, label] = /^(.*): (\S+) .*$/.exec(said)!
  return { path: path.split(" ").filter(Boolean), label }
}

function labelsIn(acts: string): readonly string[] {
  return acts.match(/\w+\([^)]*\)/g) ?? []
}

/** The reason that the review finds for the last of these acts, given the others. */
function reviewedReason(problem: Problem, plan: readonly string[], who: string): string {
  const span = { file: "plot", offset: 0, length: 0, line: 1, column: 1 }
  const outline = { acts: plan.map((act) => ({ act, span })), notes: [] }
  const query = startReview(problem, outline, { past: plan.length - 1 })
  while (!query.step(1000));
  const { explanations } = query.answer!.acts.at(-1)!
  return explanations[who] === undefined
    ? "unmotivated"
    : reasonGiven(
        { plan, explanations: [...plan.slice(1).map(() => ({})), explanations] },
        plan.length - 1,
        who,
      )
}

describe("the worlds of the law, by search and judge", () => {
  test.each(known.map((each) => [each.name, each] as const))(
    "%s",
    (_, variant) => {
      const each = caseOf(variant)
      const { problem: stated, limits } = each
      const problem =
        variant.cases === undefined
          ? stated
          : { ...stated, limits: { ...stated.limits, cases: limits.cases } }
      const verdictOf = (plan: readonly string[], explanations: Solution["explanations"] = []): string =>
        verify(problem, { plan, explanations }, { limits: problem.limits as Required<typeof limits> }).verdict
      const found = everyStory(problem, limits).map(({ solution }) => solution)
      expect(found.map(({ plan }) => plan.join(" ")).sort()).toEqual([...variant.stories].sort())
      for (const { plan, explanations } of found) {
        expect(verdictOf(plan, explanations)).toBe("valid")
        expect(verdictOf(plan)).toBe("valid")
      }
      if (!variant.isSlow)
        for (const plan of refusedIn(each)) expect([plan, verdictOf(plan)]).toEqual([plan, "invalid"])
      for (const [acts, act, who, reason] of variant.reasons ?? []) {
        expect(reviewedReason(problem, [...labelsIn(acts), act], who)).toBe(reason)
        for (const each of found.filter(({ plan }) => plan.join(" ").startsWith(`${acts} ${act}`.trim())))
          expect(reasonGiven(each, labelsIn(acts).length, who)).toBe(reason)
      }
      for (const [acts, ...holds] of variant.minds ?? []) {
        expect(holds.map((said) => searchedIn(problem, labelsIn(acts), said))).toEqual(holds)
        expect(holds.map((said) => toldIn(problem, labelsIn(acts), said))).toEqual(holds)
      }
    },
    600_000,
  )
})

/** What can be done and is better for the author, and is no story by the definitions. */
function refusedIn({ problem, limits }: Case): readonly (readonly string[])[] {
  const opinion = opinionOf(problem, limits, {}, { minds: MINDS })
  return typeof opinion === "string" ? [] : opinion.refused.map(({ plan }) => plan)
}

/** A clause of the law, and the variants that come out otherwise without it. */
const clauses: readonly (readonly [keyof Misreadings, ...string[]])[] = [
  [
    "nobodyHasItRight",
    "witness",
    "wrong-witness",
    "wrong-witness, who does not make her know",
    "coin, without spin",
    "coin, spun",
    "liar",
    "liar, known, with no answer to be had",
    "liar, known, whom the truth might suit",
    "eager",
    "mousetrap",
    "announce",
    "letter",
    "letter, where nobody infers",
    "letter, which she helps him burn",
    "slipped",
    "slipped by chance",
    "jailer",
    "jailer, whom nothing but her begging moves",
    "jailer, who would do it for what comes of it later, and she thinks as far",
    "jailer, who has no reason to hurt her",
    "parlour",
    "gauge",
    "jailer, who might hurt her to gloat",
    "letter, which who does not know would burn",
    "letter, about which she would fret",
    "letter, which she knows to be gone",
    "letter, burnt to be thought guilty",
    "onlookers",
    "onlookers, one of whom is sure",
  ],
  [
    "nobodyIsTakenToLearn",
    "witness",
    "coin, without spin",
    "coin, spun",
    "announce",
    "parlour",
    "gauge",
    "onlookers",
  ],
  ["chainsTellNothing", "onlookers"],
  ["knowersSeeNothing", "onlookers"],
  ["planningFindsOut", "letters", "letters, one at a time", "letters, one at a time, if nothing is said"],
  [
    "learningIsPrivate",
    "witness",
    "wrong-witness",
    "coin, without spin",
    "liar",
    "spy",
    "announce",
    "letter",
    "letter, which she helps him burn",
    "slipped",
    "slipped by chance",
    "parlour",
    "shut",
    "letter, about which she would fret",
    "letter, which she knows to be gone",
    "letter, burnt to be thought guilty",
    "secret",
  ],
  ["nothingGoesStale", "coin, spun", "parlour", "secret"],
  ["actingShowsNothing", "spy", "announce", "parlour", "shut", "secret, to be known", "secret"],
  ["knowersTakeAllForKnowers", "witness", "liar, known, whom the truth might suit"],
  [
    "everythingMightBe",
    "guard, who cannot be awake",
    "letter, which nothing could make him guilty of",
    "glance, by which another is misled",
  ],
  [
    "casesWithoutLimit",
    "whodunit, one question at a time",
    "letters, one at a time",
    "letters, one at a time, if nothing is said",
  ],
  ["supposingTeachesNobody", "witness", "wrong-witness", "coin, without spin"],
  [
    "noForesight",
    "jailer",
    "jailer, whom nothing but her begging moves",
    "jailer, who would do it for what comes of it later, and she thinks as far",
  ],
  [
    "hopeReadsFacts",
    "coin, without spin",
    "coin, spun",
    "liar",
    "liar, known, whom the truth might suit",
    "spy",
    "whodunit",
    "mousetrap",
    "glance",
    "glance, by which another is misled",
    "glance, by which she loses sight of something",
    "letters",
    "letters, of which one is enough",
    "letters, both at once",
    "glance, of which she expects what is not so",
    "jailer, who can only if he is kind",
    "fancy",
    "sign",
    "glance, by which she learns what another believes",
    "glance, by which she learns who knows",
    "glance, by which she is misled unforeseen",
  ],
  ["actsInTheDark", "witness"],
  [
    "noHope",
    "witness",
    "wrong-witness",
    "wrong-witness, who does not make her know",
    "coin, without spin",
    "coin, spun",
    "liar",
    "liar, known, whom the truth might suit",
    "guard",
    "guard, who cannot be awake",
    "spy",
    "whodunit",
    "mousetrap",
    "jailer",
    "jailer, whom nothing but her begging moves",
    "jailer, who would do it for what comes of it later, and she thinks as far",
    "jailer, who has no reason to hurt her",
    "glance",
    "glance, by which another is misled",
    "glance, by which she loses sight of something",
    "watch, which he may sleep through",
    "letters",
    "letters, of which one is enough",
    "letters, both at once",
    "glance, of which she expects what is not so",
    "vault, of which she does not know",
    "fancy",
    "cellar, in which oil only takes the fun out of it",
    "cellar, in which oil takes the fun out of the hall",
    "locks, and nobody to catch her",
    "wager",
    "wager, in which she might lose and not know",
    "sign",
    "jailer, who thinks that he can",
    "jailer, who might hurt her to gloat",
    "glance, by which she learns what another believes",
    "glance, by which she learns who knows",
    "glance, by which she is misled unforeseen",
  ],
  [
    "noM6",
    "guard",
    "guard, no pebble",
    "jailer, who might like to hurt her",
    "locks",
    "wager, in which she might lose",
    "guard, who comes along",
  ],
  ["noM6inM5", "guard"],
  ["theFirstWillDo", "letter, which a debt would explain, too"],
  ["nobodyIsInferredToKnow", "letter, of one whom she knows guilty and takes for ignorant"],
  ["plansCountOnInference", "slipped", "letter, burnt to be thought guilty"],
  [
    "noM7",
    "liar, known, with no answer to be had",
    "liar, known, whom the truth might suit",
    "eager",
    "glance, by which she is misled",
    "sign",
  ],
]

describe("a clause that is left out is missed by the worlds that test it, and by no others", () => {
  const quick = known.filter((each) => !each.isSlow)

  test.each(clauses)(
    "%s",
    (clause, ...missing) => {
      const otherwise = quick.filter((variant) => {
        const reading = { misread: { [clause]: true }, isIntrospective: !variant.isOwnMind }
        try {
          return JSON.stringify(outcome(caseOf(variant), reading)) !== JSON.stringify(expected(variant))
        } catch (error) {
          if (error instanceof NotPossible) return true
          throw error
        }
      })
      expect(otherwise.map((each) => each.name)).toEqual(
        missing.filter((name) => quick.some((each) => each.name === name)),
      )
    },
    600_000,
  )
})

describe.skipIf(!hasShared)("what an onlooker could infer (D45)", () => {
  const inferred = (more: string, changes: Variant["changes"] = []): readonly string[] => {
    const each = caseOf({ name: "letter", world: "letter", changes, stories: [], more })
    const { question, world, ...scene } = sceneAfter(each, "", {})
    const act = actCalled({ question, world, ...scene }, "burn(Rolf)")
    return inferences(question, world.mind("Ines"), act, "Ines", 1).map(({ words }) => words)
  }

  test.each<readonly [what: string, inferred: readonly string[], ...more: Parameters<typeof inferred>]>([
    ["the one thing that would explain the act", ["guilty() is True"], ""],
    [
      "nothing, if two things would",
      ["guilty() is True", "debt() is True"],
      "open property debt() : boolean; believes(Ines, debt()) = ?; believes(Ines, knows(Rolf, debt()));",
      [[/wants: .*?;/, "wants: if(guilty() | debt()) (if(letter()) 0 else 1) elseif(letter()) 1 else 0;"]],
    ],
    [
      "that somebody knows what the observer knows",
      ["Rolf knows guilty()"],
      "guilty(); believes(Ines, guilty()); believes(Ines, believes(Rolf, guilty())) = ?;",
    ],
    ["nothing where the act needs no explaining", [], "believes(Ines, guilty());"],
  ])("is %s", (_, expected, ...more) => {
    expect(inferred(...more)).toEqual(expected)
  })
})

test("as it is is a value like any other, and no entity's name", () => {
  const value: Value = asItIs
  expect(parseValue(printValue(value))).toBe(value)
})
