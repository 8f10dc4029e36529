/**
 * Where things happen, read off a chronicle: what says that people are somewhere, and where those are who
 * take part.
 */
import { describe, expect, test } from "vitest"
import { placeProperty, placesOf } from "../src/places.js"
import { becomes, fabulaOf, so } from "./fabulas.js"

const home = [so("at(Ann)", "Hall"), so("at(Bob)", "Yard"), so("at(Anna)", "Attic")]
const people = ["Ann", "Anna", "Bob"]

describe("what says where people are", () => {
  test("is what says of most of them that they are at something", () => {
    expect(placeProperty(fabulaOf(people, [...home, so("mood(Ann)", "Glad")], []))).toBe("at")
    expect(
      placeProperty(
        fabulaOf(people, [so("at(Ann)", "Hall"), so("mood(Ann)", "Glad"), so("mood(Bob)", "Sad")], []),
      ),
    ).toBe("mood")
  })
  test("has more values, if two are said of as many people", () => {
    const alive = people.map((each) => so(`state(${each})`, "Alive"))
    expect(placeProperty(fabulaOf(people, [...alive, ...home], []))).toBe("at")
  })
  test("counts what comes later, and nothing that anybody believes", () => {
    expect(placeProperty(fabulaOf(people, [], [{ changes: [becomes("at(Ann)", null, "Hall")] }]))).toBe("at")
    expect(placeProperty(fabulaOf(people, [so("at(Ann)", "Hall", ["Bob"])], []))).toBeNull()
  })
  test("is nothing that is true or false, is about two, is said of things, or names a person", () => {
    for (const each of [
      so("asleep(Ann)", true),
      so("near(Ann, Bob)", "Hall"),
      so("at(Ring)", "Hall"),
      so("loves(Ann)", "Bob"),
      so("money(Ann)", 3),
    ]) {
      expect(placeProperty(fabulaOf(people, [each], []))).toBeNull()
    }
  })
  test("may be written in any script", () => {
    expect(placeProperty(fabulaOf(["Иван"], [so("где(Иван)", "Кухня")], []))).toBe("где")
  })
})

describe("where something happens", () => {
  const fabula = fabulaOf(people, home, [
    { label: "walk(Ann, Yard)", consenting: ["Ann"], changes: [becomes("at(Ann)", "Hall", "Yard")] },
    { label: "wave(Bob)", consenting: ["Bob"] },
    { label: "call(Bob, Anna)", consenting: ["Bob"] },
    { label: "fall(Snow)", kind: "trigger", changes: [becomes("wet(Anna)", false, true)] },
    {
      label: "dawn()",
      kind: "trigger",
      changes: [becomes("light(Hall)", false, true), becomes("cold(Ann)", true, false, ["Bob"])],
    },
  ])
  const at = (number: number): readonly string[] => placesOf(fabula.occurrences[number - 1], fabula, "at")

  test("is where those who take part are, before and after", () => {
    expect(at(1)).toEqual(["Hall", "Yard"])
    expect(at(2)).toEqual(["Yard"])
  })
  test("is where those are who are named, too, and one place once", () => {
    expect(at(3)).toEqual(["Attic", "Yard"])
  })
  test("is where those are whom it changes, if it happens by itself: Anna, not Ann", () => {
    expect(at(4)).toEqual(["Attic"])
    expect(at(5)).toEqual([])
  })
  test("is nowhere, if nothing says where anybody is", () => {
    expect(placesOf(fabula.occurrences[0], fabula, null)).toEqual([])
    expect(placesOf(fabula.occurrences[0], fabula, "mood")).toEqual([])
  })
})
