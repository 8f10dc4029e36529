/** What the editor can do. */
import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete"
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands"
import { bracketMatching, indentUnit } from "@codemirror/language"
import { lintGutter, lintKeymap } from "@codemirror/lint"
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search"
import { Compartment, type Extension } from "@codemirror/state"
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view"
import type { Studio } from "../../studio.js"
import { colours } from "./colours.js"
import { litLines } from "./highlight.js"
import { questions } from "./questions.js"

export const reads = new Compartment()

const beginning = `/// The first sentence says what this world is about.

type place;
entity Home, Garden : place;
property at(who : character) : place;

entity Anna : character {
  at = Home;
  wants: at(Anna) == Garden;
}

action walk(who : character, to : place) {
  precondition: at(who) != to;
  effect: at(who) = to;
  consenting: who;
}

utility(): at(Anna) == Garden;`

export function extensions(studio: Studio): Extension {
  return [
    EditorView.cspNonce.of("studio"),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      "aria-label": "The text of the world. Escape, then Tab, leaves the editor.",
      tabindex: "0",
      spellcheck: "false",
      autocorrect: "off",
      autocapitalize: "off",
    }),
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    bracketMatching(),
    closeBrackets(),
    search({ top: true }),
    highlightSelectionMatches(),
    lintGutter(),
    indentUnit.of("  "),
    litLines,
    colours,
    questions(studio),
    placeholder(beginning),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...lintKeymap,
      ...completionKeymap,
      indentWithTab,
    ]),
  ]
}
