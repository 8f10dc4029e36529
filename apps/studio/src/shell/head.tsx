/** The head of the page: whose world this is, whether it is saved, and the way to everything else. */
import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Section as MenuSection,
  Separator,
} from "react-aria-components"
import { commands } from "../commands/index.js"
import {
  askRenameProject,
  openAbout,
  openPalette,
  openProjects,
  openShare,
  openVersions,
} from "../commands/dialogue.js"
import { exportFile, exportZip } from "../commands/export-project.js"
import { chooseFiles } from "../commands/import-files.js"
import { duplicateProject, newProject } from "../commands/open-project.js"
import { seeGallery } from "../commands/see-gallery.js"
import { startTour } from "../commands/tour.js"
import { themeDark, themeLight, themeSystem } from "../commands/set-theme.js"
import type { Command } from "../commands/command.js"
import { keyName } from "../effects/keys.js"
import { useRun, useStudioState } from "./use-studio.js"

export function Head() {
  const [title, saving, role] = [
    useStudioState((it) => it.project.title),
    useStudioState((it) => it.saving),
    useStudioState((it) => it.role),
  ]
  const run = useRun()
  return (
    <header className="head">
      <h1 className="head-name">Dramaturg</h1>
      <Button
        className="head-title"
        onPress={() => run(openProjects)}
        aria-label={`${title}: open another world`}
      >
        {title}
      </Button>
      <span
        className={
          saving === "failed" && role === "writer" ? "head-saving head-unsaved" : "head-saving quiet"
        }
        role="status"
      >
        {role === "onlooker"
          ? "Looking on"
          : saving === "saved"
            ? "Saved"
            : saving === "saving"
              ? "Saving …"
              : "Not saved"}
      </span>
      <span className="head-gap" />
      <Button className="plain head-gallery" onPress={() => run(seeGallery)}>
        Gallery
      </Button>
      <Button className="plain head-share" onPress={() => run(openShare)}>
        Share
      </Button>
      <Button className="plain head-palette" onPress={() => run(openPalette)}>
        Commands <kbd>{keyName("Mod-k")}</kbd>
      </Button>
      <MainMenu />
    </header>
  )
}

const groups: readonly (readonly Command[])[] = [
  [newProject, openProjects, seeGallery, askRenameProject, duplicateProject, openVersions],
  [chooseFiles, exportFile, exportZip, openShare],
  [themeLight, themeDark, themeSystem],
  [openPalette, startTour, openAbout],
]

function MainMenu() {
  const run = useRun()
  const theme = useStudioState((it) => it.theme)
  const isShown = ({ name }: Command): boolean => !name.startsWith("theme-") || name !== `theme-${theme}`
  return (
    <MenuTrigger>
      <Button className="plain head-menu" aria-label="Menu">
        <span aria-hidden="true">☰</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label="Menu"
          onAction={(name) => run(commands.find((each) => each.name === name)!)}
        >
          {groups.map((group, i) => (
            <MenuSection
              key={group[0].name}
              className="menu-group"
              aria-label={["This world", "In and out", "Page", "More"][i]}
            >
              {i > 0 && <Separator className="menu-line" />}
              {group.filter(isShown).map((each) => (
                <MenuItem key={each.name} id={each.name} className="menu-item" textValue={each.label}>
                  {each.label}
                  {each.key && <kbd>{keyName(each.key)}</kbd>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
