/** The gallery in the place of the desk, and back. */
import { command } from "./command.js"

export const seeGallery = command({
  name: "see-gallery",
  label: "Open the gallery",
  when: ({ isGallerySeen }) => !isGallerySeen,
  perform: ({ change }) => change((state) => ({ ...state, isGallerySeen: true, dialogue: null })),
})

export const leaveGallery = command({
  name: "leave-gallery",
  label: "Back to the desk",
  when: ({ isGallerySeen }) => isGallerySeen,
  perform: ({ change }) => change((state) => ({ ...state, isGallerySeen: false })),
})
