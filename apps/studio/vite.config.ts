/** How the studio is built: one page, one worker, static files; nothing inline, for the content policy forbids it. */
import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"
import { ahead } from "./build-steps/ahead.js"
import { contentPolicy } from "./build-steps/content-policy.js"
import { offline } from "./build-steps/offline.js"

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: [react(), contentPolicy(), ahead(), offline()],
  worker: { format: "es" },
  server: { fs: { allow: ["../.."] } },
  build: { target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: true, chunkSizeWarningLimit: 1000 },
})
