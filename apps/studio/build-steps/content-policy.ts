/**
 * Puts the content policy into the built page. Scripts come from our own files only and nothing is ever evaluated. Styles come from
 * our files too, except those that the editor makes: they carry the nonce, which is no secret, for nothing else here makes any.
 */
import type { Plugin } from "vite"

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'nonce-studio'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ")

export function contentPolicy(): Plugin {
  return {
    name: "content-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: policy },
        injectTo: "head-prepend",
      },
    ],
  }
}
