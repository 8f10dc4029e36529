/** A sentence over as many lines as a terminal needs for it, each indented. */
export function wrapped(
  text: string,
  indent: number,
  columns = process.stdout.columns || 100,
): readonly string[] {
  const room = Math.max(30, columns - indent)
  const lines: string[] = []
  let line = ""
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line)
      line = word
    } else line = line === "" ? word : `${line} ${word}`
  }
  return [...lines, line].map((each) => " ".repeat(indent) + each)
}
