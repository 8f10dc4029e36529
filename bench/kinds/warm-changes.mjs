/**
 * What is changed before a world is asked about again: one line of its text, or what is asked. For each world
 * one fact and one want with which the story first found still stands, and one of each with which it falls
 * and there is another.
 */
export const worlds = {
  gramma_win: [
    {
      asks: "fact",
      what: "the bandit has his coin on him",
      from: "location(BanditCoin) = Chest;",
      to: "location(BanditCoin) = Bandit;",
    },
    {
      asks: "fact",
      what: "the medicine is in the bandits' chest",
      from: "location(Medicine) = Merchant;",
      to: "location(Medicine) = Chest;",
    },
    {
      asks: "want",
      what: "the bandit would be at the crossroads",
      from: "if(location(Bandit) == Camp) 1 else 0;",
      to: "if(location(Bandit) == Crossroads) 1 else 0;",
    },
    {
      asks: "want",
      what: "the merchant would keep the medicine",
      from: "if(location(TomCoin) == Merchant & !criminal(Merchant)) 2 else 0 +",
      to: "if(location(TomCoin) == Merchant & location(Medicine) == Merchant & !criminal(Merchant)) 2 else 0 +",
    },
    {
      asks: "author",
      what: "Tom is to have become a criminal",
      from: "if(location(Tom) == Cottage & location(Medicine) == Tom)",
      to: "if(location(Tom) == Cottage & location(Medicine) == Tom & criminal(Tom))",
    },
  ],
  jailbreak_revenge: [
    {
      asks: "fact",
      what: "the clothes are in the kitchen",
      from: "location(Clothes) = Laundry;",
      to: "location(Clothes) = Kitchen;",
    },
    {
      asks: "fact",
      what: "the knife is in the laundry",
      from: "location(Knife) = Kitchen;",
      to: "location(Knife) = Laundry;",
    },
    {
      asks: "want",
      what: "Roy does not mind a threat",
      from: "(if(threatened(Roy)) -1 else 0) +",
      to: "(if(threatened(Roy)) 0 else 0) +",
    },
    {
      asks: "want",
      what: "Ernest does not mind a threat",
      from: "(if(threatened(Ernest)) -1 else 0) +",
      to: "(if(threatened(Ernest)) 0 else 0) +",
    },
    {
      asks: "author",
      what: "Ernest is not to leave his cell",
      from: "(if(location(Cigarettes) != Cells & !threatened(Ernest)) 3 else 0) +",
      to: "(if(location(Cigarettes) != Cells & !threatened(Ernest) & location(Ernest) == Cells) 3 else 0) +",
    },
  ],
  lair: [
    { asks: "fact", what: "the night is an hour longer", from: "dark() = 3;", to: "dark() = 4;" },
    { asks: "fact", what: "Buffy has lost more blood", from: "blood = 3;", to: "blood = 2;" },
    {
      asks: "want",
      what: "Buffy will not die for nothing",
      from: "elseif(dead(Buffy)) (if(threatens_friends(Angelus)) 0 else 1)",
      to: "elseif(dead(Buffy)) (if(threatens_friends(Angelus)) -1 else 1)",
    },
    {
      asks: "want",
      what: "Spike does not mind the house",
      from: "+ (if(!hopes(Spike) & !here(Spike) & dark() > 0) 1 else 0)",
      to: "+ (if(!hopes(Spike) & !here(Spike) & dark() > 0) 0 else 0)",
    },
    { asks: "author", what: "goal 2", options: { goal: 2 } },
  ],
}

/** The text with one line changed. A line that is not there, or there twice, would measure something else. */
export function changedText(text, { from, to, what }, world) {
  const lines = text.split(/\r?\n/)
  const places = lines.flatMap((each, i) => (each.trim() === from ? [i] : []))
  if (places.length !== 1)
    throw new Error(
      `"${what}" changes one line of ${world}, but there are ${places.length} that say: ${from}`,
    )
  return lines.with(places[0], to).join("\n")
}
