/**
 * File names and URIs. Inside the server a file is known by its path with forward slashes, whatever the
 * system: `/home/a.drama`, `c:/worlds/a.drama`, `//server/share/a.drama`. What is no file keeps its URI.
 */
import { URI } from "vscode-uri"

/** `file:///c%3A/worlds/a.drama` and `file:///C:/worlds/a.drama` are one file. */
export function pathOf(uri: string): string {
  const parsed = URI.parse(uri)
  if (parsed.scheme !== "file") return uri
  return process.platform === "win32" ? parsed.fsPath.replaceAll("\\", "/") : parsed.fsPath
}

export function uriOf(path: string): string {
  return isUri(path) ? path : URI.file(path).toString()
}

/** A drive letter is no scheme. */
export function isUri(path: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(path)
}
