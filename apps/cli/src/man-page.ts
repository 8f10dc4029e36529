/** The manual page of the command, in the language of `man`, made from the table of commands. */
import type { Command, Option } from "commander"
import { exit } from "./exit.js"

/** `version`: of the command. */
export function manualOf(program: Command, version: string): string {
  return [
    `.TH DRAMATURG 1 "" "dramaturg ${version}" "User Commands"`,
    ".SH NAME",
    `dramaturg \\- ${escaped(sentence(program.description()))}`,
    ".SH SYNOPSIS",
    ...program.commands.flatMap((each) => [".B dramaturg", `.RI ${usage(each)}`, ".br"]),
    ".SH DESCRIPTION",
    escaped("A world is a .drama file, or a .txt file in Sabre's language; - is stdin (read as .drama)."),
    "check, test and format also take folders, and patterns such as \\(aqworlds/**/*.drama\\(aq.",
    ".SH COMMANDS",
    ...program.commands.flatMap(commandPart),
    ".SH EXIT STATUS",
    ...Object.entries(meanings).flatMap(([code, meaning]) => [".TP", `.B ${code}`, escaped(meaning)]),
    ".SH ENVIRONMENT",
    ...Object.entries(variables).flatMap(([name, meaning]) => [".TP", `.B ${name}`, escaped(meaning)]),
    "",
  ].join("\n")
}

const meanings: Readonly<Record<number, string>> = {
  [exit.done]: "Done, and nothing wrong.",
  [exit.negative]:
    "No story exists within the limits; mistakes were found; the verdict is invalid; formatting would change the file.",
  [exit.usage]: "Wrong usage, or input that cannot be used.",
  [exit.unknown]: "Stopped at a limit: the answer is not known.",
  [exit.fault]: "A fault of the program.",
  [exit.interrupted]: "Interrupted with Ctrl-C.",
}

const variables = {
  NO_COLOR: "If it is set, there are no colours.",
  DRAMATURG_API_KEY: "The key that goes to the endpoint of --polish.",
  DRAMATURG_DEBUG: "If it is 1, a fault of the program shows where it happened.",
}

function commandPart(command: Command): readonly string[] {
  const options = command.options.filter((each) => !each.hidden)
  return [
    `.SS ${escaped(command.name())}`,
    ".B dramaturg",
    `.RI ${usage(command)}`,
    ".PP",
    escaped(`${capital(sentence(command.description()))}.`),
    ...options.flatMap((each) => [".TP", optionHead(each), escaped(`${capital(each.description)}.`)]),
  ]
}

/** The words of a command: alternately as they are and to be filled in, as `.RI` takes them. */
function usage(command: Command): string {
  const args = command.registeredArguments.map((each) => {
    const name = each.name() + (each.variadic ? "..." : "")
    return each.required ? name : `[${name}]`
  })
  const words = [command.name(), ...(command.options.length > 0 ? ["[options]"] : [])].join(" ")
  return `"${escaped(words)} " "${escaped(args.join(" "))}"`
}

function optionHead({ flags }: Option): string {
  return `.B "${escaped(flags)}"`
}

function sentence(text: string): string {
  return text.replace(/\.$/, "")
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A hyphen is one to be typed, a line never begins with a sign of the formatter's. */
function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll('"', "\\(dq")
    .replaceAll("'", "\\(aq")
    .replaceAll("^", "\\(ha")
    .replace(/^\./, "\\&.")
}
