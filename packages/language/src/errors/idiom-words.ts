/**
 * Words of other languages for things that `.drama` writes differently, so that messages can name the right
 * word.
 */

/** Words for values. */
const values = new Map([
  ["true", "True"],
  ["TRUE", "True"],
  ["yes", "True"],
  ["false", "False"],
  ["FALSE", "False"],
  ["no", "False"],
  ["null", "?"],
  ["nil", "?"],
  ["none", "?"],
  ["None", "?"],
  ["unknown", "?"],
  ["undefined", "?"],
  ["nothing", "?"],
  ["nobody", "?"],
  ["nowhere", "?"],
])

/** Words for types of values. */
const types = new Map([
  ["bool", "boolean"],
  ["Bool", "boolean"],
  ["int", "number"],
  ["integer", "number"],
  ["float", "number"],
  ["double", "number"],
  ["real", "number"],
  ["num", "number"],
  ["Number", "number"],
  ["Boolean", "boolean"],
  ["person", "character"],
  ["agent", "character"],
  ["object", "entity"],
])

/** Words for what formulas are made of. */
const signs = new Map([
  ["and", "&"],
  ["AND", "&"],
  ["And", "&"],
  ["or", "|"],
  ["OR", "|"],
  ["Or", "|"],
  ["not", "!"],
  ["NOT", "!"],
  ["Not", "!"],
  ["is", "=="],
  ["equals", "=="],
  ["isnt", "!="],
  ["isn't", "!="],
  ["plus", "+"],
  ["minus", "-"],
  ["times", "*"],
  ["when", "if"],
  ["whenever", "if"],
  ["If", "if"],
  ["IF", "if"],
  ["Else", "else"],
  ["elif", "elseif"],
  ["elsif", "elseif"],
  ["otherwise", "else"],
  ["in", ":"],
  ["of", ":"],
  ["all", "forall"],
  ["every", "forall"],
  ["each", "forall"],
  ["some", "exists"],
  ["any", "exists"],
  ["knows", "believes"],
  ["thinks", "believes"],
  ["believe", "believes"],
  ["becomes", "="],
])

export function valueMeant(word: string): string | undefined {
  return values.get(word)
}

export function typeMeant(word: string): string | undefined {
  return types.get(word)
}

export function signMeant(word: string): string | undefined {
  return signs.get(word)
}
