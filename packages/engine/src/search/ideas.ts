/** What makes the search quick, each switchable so that its worth can be measured. None of them changes what is found. */
export const ideas = {
  memo: "answers about reasons are remembered",
  endings: "plans are read backwards, and given up at the first idle act",
  moves: "possible acts and the values they lead to are remembered by values",
  waking: "after an act only the triggers that can notice a difference are looked at",
  merging: "equal states of the author's line are visited once",
} as const

export type Idea = keyof typeof ideas

export type Ideas = ReadonlySet<Idea>
