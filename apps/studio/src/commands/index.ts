/** All commands that people can call by name, in the order in which the palette shows them. */
import { panels } from "../panels/index.js"
import { askNewFile } from "./ask-new-file.js"
import { askRenameFile } from "./ask-rename-file.js"
import { cancelQuestion } from "./ask.js"
import { chooseFiles } from "./import-files.js"
import { type Command, command } from "./command.js"
import {
  askRenameProject,
  openAbout,
  openDeclarations,
  openPalette,
  openProjects,
  openShare,
  openVersions,
} from "./dialogue.js"
import { exportFile, exportZip } from "./export-project.js"
import { find } from "./find.js"
import { anotherStory, cancelSearch, lookLonger, searchAgain } from "./find-story.js"
import { focusText } from "./focus-text.js"
import { formatFile } from "./format-file.js"
import { askNewName, goToItsDefinition, nextReference } from "./names.js"
import { nextRemark } from "./next-remark.js"
import { duplicateProject, galleryCommands, newProject } from "./open-project.js"
import { toggleNotes } from "./choose-manner.js"
import { listOthers, stopListing } from "./others.js"
import { stopPanel } from "./ask-panel.js"
import { leavePlay, undoChoice } from "./play.js"
import { removeFile } from "./remove-file.js"
import { saveAgain } from "./save-again.js"
import { takeBack } from "./take-back.js"
import { repairOutline } from "./repair-outline.js"
import { themeDark, themeLight, themeSystem } from "./set-theme.js"
import { leaveGallery, seeGallery } from "./see-gallery.js"
import { showPanel } from "./show-panel.js"
import { cancelScenarios, runScenarios } from "./scenarios.js"
import { takeStoryOver } from "./write-outline.js"
import { takeOver } from "./take-over.js"
import { leaveTour, startTour } from "./tour.js"
import { viewActs, viewProse } from "./view-story.js"
import { writeScenario } from "./write-scenario.js"

const panelCommands = panels.map(
  ({ id, label, key }): Command =>
    command({ name: `show-${id}`, label, key, perform: (studio) => showPanel.perform(studio, id) }),
)

export const commands: readonly Command[] = [
  focusText,
  ...panelCommands,
  stopPanel,
  viewProse,
  viewActs,
  toggleNotes,
  anotherStory,
  listOthers,
  stopListing,
  lookLonger,
  searchAgain,
  cancelSearch,
  cancelQuestion,
  takeStoryOver,
  repairOutline,
  runScenarios,
  cancelScenarios,
  writeScenario,
  undoChoice,
  leavePlay,
  find,
  openDeclarations,
  nextRemark,
  goToItsDefinition,
  nextReference,
  askNewName,
  formatFile,
  askNewFile,
  askRenameFile,
  removeFile,
  takeBack,
  openProjects,
  newProject,
  seeGallery,
  leaveGallery,
  startTour,
  leaveTour,
  ...galleryCommands,
  askRenameProject,
  duplicateProject,
  openVersions,
  chooseFiles,
  exportFile,
  exportZip,
  openShare,
  saveAgain,
  takeOver,
  themeLight,
  themeDark,
  themeSystem,
  openAbout,
  openPalette,
]
