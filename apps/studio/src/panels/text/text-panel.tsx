/** The text of the world: its files, the editor, and what there is to say about it. */
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components"
import { openDeclarations } from "../../commands/dialogue.js"
import { askNewFile } from "../../commands/ask-new-file.js"
import { applyFix } from "../../commands/apply-fix.js"
import { openFile } from "../../commands/open-file.js"
import { showSpan } from "../../commands/show-span.js"
import { formatFile } from "../../commands/format-file.js"
import { askRenameFile } from "../../commands/ask-rename-file.js"
import { removeFile } from "../../commands/remove-file.js"
import { remarksBeside, remarksOf } from "../../remarks.js"
import { count } from "../../words.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"
import { Editor } from "./editor.js"
import "./text.css"

export function TextPanel() {
  return (
    <div className="text-panel">
      <Files />
      <Editor />
      <Remarks />
    </div>
  )
}

function Files() {
  const [files, file, main] = [
    useStudioState((it) => it.project.files),
    useStudioState((it) => it.file),
    useStudioState((it) => it.project.main),
  ]
  const run = useRun()
  return (
    <nav className="files" aria-label="Files of this world">
      {files.map(({ name }) => (
        <Button
          key={name}
          className="file"
          aria-current={name === file ? "page" : undefined}
          onPress={() => run(openFile, name)}
        >
          {name}
        </Button>
      ))}
      <Button className="plain file-add" aria-label="Add a file" onPress={() => run(askNewFile)}>
        <span aria-hidden="true">+</span>
      </Button>
      <span className="head-gap" />
      <MenuTrigger>
        <Button className="plain" aria-label="This file">
          <span aria-hidden="true">⋯</span>
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" aria-label="This file">
            <MenuItem className="menu-item" onAction={() => run(openDeclarations)}>
              Everything that is declared
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => run(formatFile)}>
              Tidy up this file
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => run(askRenameFile)}>
              Rename this file
            </MenuItem>
            <MenuItem className="menu-item" isDisabled={file === main} onAction={() => run(removeFile)}>
              Remove this file
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </nav>
  )
}

/** The same as the marks in the text, for those who do not see them. */
function Remarks() {
  const state = useStudioState((it) => it)
  const diagnostics = [
    ...remarksOf(state),
    ...remarksBeside(state).filter((each) => each.span.file === state.file),
  ]
  const run = useRun()
  if (diagnostics.length === 0) return null
  const errors = diagnostics.filter((each) => each.severity === "error").length
  const heading = [
    errors > 0 ? count(errors, "mistake") : null,
    diagnostics.length > errors
      ? count(diagnostics.length - errors, "thing to consider", "things to consider")
      : null,
  ]
    .filter(Boolean)
    .join(", ")
  return (
    <section className="remarks" aria-label="Remarks on the text">
      <h2 className="remarks-head" role="status">
        {heading[0].toUpperCase() + heading.slice(1)}
      </h2>
      <ul>
        {diagnostics.slice(0, 50).map((each, i) => (
          <li key={i} className={`remark remark-${each.severity}`}>
            <Button className="remark-item" onPress={() => run(showSpan, each.span)}>
              <span className="remark-place">
                {each.span.file} {each.span.line}
              </span>
              <span>
                <Worded text={each.message} />{" "}
                {each.hint && (
                  <span className="quiet">
                    <Worded text={each.hint} />
                  </span>
                )}
              </span>
            </Button>
            {each.fixes?.map((fix) => (
              <Button key={fix.title} className="link remark-fix" onPress={() => run(applyFix, fix)}>
                {fix.title}
              </Button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Between backticks stands what is written in the text. */
function Worded({ text }: { readonly text: string }) {
  return <>{text.split(/`([^`]+)`/).map((each, i) => (i % 2 === 0 ? each : <code key={i}>{each}</code>))}</>
}
