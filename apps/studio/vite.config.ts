/**
 * How the studio is built: one page, one worker, static files; nothing inline, for the content policy forbids
 * it.
 */
import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"
import { ahead } from "./build-steps/ahead.js"
import { contentPolicy } from "./build-steps/content-policy.js"
import { elements } from "./build-steps/elements.js"
import { licences } from "./build-steps/licences.js"
import { offline } from "./build-steps/offline.js"

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const texts = licences()

export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [react(), contentPolicy(), ahead(), elements(), texts.page, offline()],
  worker: { format: "es", plugins: () => [texts.worker] },
  server: { fs: { allow: ["../.."] } },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      input: { index: here("index.html") },
      output: { entryFileNames: "assets/[name]-[hash].js" },
    },
  },
})
