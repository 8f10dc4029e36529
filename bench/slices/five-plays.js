/**
 * The page of the demonstration: five plays of one world go on in the page's own thread, a slice a frame,
 * while the page draws a picture a frame. Nothing runs in a worker. The world comes compiled, as data.
 */
import { PlaySession, startGame, startGrounding } from "@dramaturg/engine"
import { charactersOf } from "@dramaturg/model"
import { startTelling } from "@dramaturg/telling"

/** How much of a frame is given to the plays, in milliseconds. */
const SHARE_MS = 6
const PLAYS = 5

/** What is measured, for the one who drives the page. */
const figures = { frames: [], longestSliceMs: 0, units: 0, longestUnitMs: 0, turns: 0, plays: 0, sentences: 0 }
globalThis.figures = figures

const problem = await (await fetch("cordial.json")).json()
const people = charactersOf(problem)
const tables = Array.from({ length: PLAYS }, (_, i) => tableOf(people[i % people.length], i))
const canvas = document.querySelector("canvas")
const picture = canvas.getContext("2d")
let last
requestAnimationFrame(frame)

/** One play: its work, unit by unit, never ends; after an ending another play begins. */
function tableOf(as, i) {
  const place = document.body.appendChild(document.createElement("section"))
  place.innerHTML = `<h2></h2><p></p>`
  place.querySelector("h2").textContent = `${i + 1}: ${as}`
  return { work: playing(as, i, place.querySelector("p")) }
}

function* playing(as, i, place) {
  yield* answered(startGrounding(problem))
  for (let play = 0; ; play++) {
    const seed = play * PLAYS + i
    const game = yield* answered(startGame(problem, { as, seed }))
    const session = new PlaySession(game, seed)
    figures.plays++
    for (let turn = 0; turn < 8 && session.position.ending === null; turn++) {
      const choices = game.choices(session.position)
      yield
      // The player tries one thing after another, and waits now and then.
      const chosen = turn % 3 === 2 ? null : (choices[(turn + seed) % Math.max(1, choices.length)]?.act ?? null)
      yield* session.choosing(chosen)
      const fabula = yield* session.writeDown()
      const telling = yield* answered(startTelling(fabula, problem))
      const sentences = telling.paragraphs.at(-1)?.sentences ?? []
      place.textContent = sentences.map((each) => each.text).join(" ")
      figures.turns++
      figures.sentences += sentences.length
      yield
    }
  }
}

function* answered(query) {
  while (!query.step(1)) yield
  return query.answer
}

function frame(now) {
  if (last !== undefined) figures.frames.push(now - last)
  last = now
  draw(now)
  const began = performance.now()
  for (let i = 0, at = began; at - began < SHARE_MS; i++) {
    tables[i % tables.length].work.next()
    const after = performance.now()
    figures.longestUnitMs = Math.max(figures.longestUnitMs, after - at)
    figures.units++
    at = after
  }
  figures.longestSliceMs = Math.max(figures.longestSliceMs, performance.now() - began)
  requestAnimationFrame(frame)
}

function draw(now) {
  picture.clearRect(0, 0, canvas.width, canvas.height)
  for (let i = 0; i < 40; i++) {
    const angle = now / 900 + (i * Math.PI) / 20
    picture.beginPath()
    picture.arc(200 + 150 * Math.cos(angle), 100 + 70 * Math.sin(angle * 2), 6, 0, 2 * Math.PI)
    picture.fillStyle = `hsl(${i * 9} 60% 50%)`
    picture.fill()
  }
}
