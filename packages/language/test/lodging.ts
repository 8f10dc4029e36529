/** A small world for the tests of outlines. */
import { drama } from "../../engine/test/worlds.js"

/** Two people and two places, all with words of their own. */
export const lodging = drama(`
  type place; entity Lodging : place { told: "Tom's lodging"; } entity Hall : place { told: "the hall"; }
  entity Ann : character { told: "Ann", she; } entity Bo : character { told: "Bo", he; }
  property at(c : character) : place; at(Ann) = Hall; at(Bo) = Lodging;
  action go(who : character, to : place) { precondition: at(who) != to; effect: at(who) = to; consenting: who; told: "{who} [go] to {to}"; };
  action greet(who : character, whom : character) { precondition: who != whom; consenting: who; told: "{who} [greet] {whom}"; };
  utility(): at(Ann) == Lodging;
`)
