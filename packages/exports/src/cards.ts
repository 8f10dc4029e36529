/** Character Card V2: each character with only what they know at one moment. One card, or a list of cards. */
import type { PersonCard } from "@dramaturg/model"
import { exporter } from "./exporter.js"
import { flat } from "./words.js"

export const cards = exporter({
  name: "cards",
  extension: ".json",
  from: "cards",
  label: "Character Cards, for chat tools",
  about: "Character Card V2 of each person, with only what they know at a chosen moment",
  write: (people) =>
    `${JSON.stringify(people.length === 1 ? cardOf(people[0]) : people.map(cardOf), null, 2)}\n`,
})

function cardOf({ name, called, world, act, wants, believes, lived }: PersonCard) {
  const when = act === 0 ? "at the start, before anything has happened" : `after act ${act}`
  return {
    spec: "chara_card_v2",
    spec_version: "2.0",
    data: {
      name,
      description: [
        wants === null ? "" : plain(wants),
        ...sentences("What {{char}} believes, rightly or wrongly:", believes),
      ]
        .filter((each) => each !== "")
        .join("\n"),
      personality: "",
      scenario: lived.length === 0 ? "Nothing has happened yet." : lived.map(plain).join(" "),
      first_mes: "",
      mes_example: "",
      creator_notes: `${plain(called)}, of the world ${world}, ${when}. The card holds what is known to them at that moment, and nothing else.`,
      system_prompt: "",
      post_history_instructions: "",
      alternate_greetings: [],
      tags: [world],
      creator: "",
      character_version: String(act),
      extensions: {},
    },
  }
}

function sentences(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((each) => `- ${plain(each)}`)]
}

/** Breaks up placeholders such as `{{user}}`, which card readers would replace by names. */
function plain(text: string): string {
  return flat(text)
    .replace(/\{(?=\{)/g, "{ ")
    .replace(/<(?=(?:user|bot|char|start)>)/gi, "< ")
}
