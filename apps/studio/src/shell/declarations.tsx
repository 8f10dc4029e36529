/**
 * Everything that is declared in the files of this world, the open one first: the quickest way to a place in
 * a long text.
 */
import { declarationsIn } from "@dramaturg/language/ide"
import { spansOf } from "@dramaturg/model"
import { showSpan } from "../commands/show-span.js"
import { Chooser } from "./chooser.js"
import { useRun, useStudioState } from "./use-studio.js"

export default function Declarations() {
  const [files, file] = [useStudioState((it) => it.project.files), useStudioState((it) => it.file)]
  const run = useRun()
  const ours = [...files].sort((a, b) => Number(b.name === file) - Number(a.name === file))
  const found = ours.flatMap(({ name, text }) => {
    const spans = spansOf(name, text)
    return declarationsIn(text).map((each) => ({
      label: `${each.name}, ${each.word}`,
      span: spans(each.offset, each.end - each.offset),
    }))
  })
  const choices = found.map(({ label, span }, i) => ({
    id: String(i),
    label,
    aside: span.file === file ? String(span.line) : `${span.file} ${span.line}`,
  }))
  return (
    <Chooser
      title="Everything that is declared"
      question="What are you looking for?"
      choices={choices}
      onChoose={(id) => run(showSpan, found[Number(id)].span)}
    />
  )
}
