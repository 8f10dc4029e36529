/**
 * A small validator for the part of JSON Schema that our schemas use; a keyword it does not know is a
 * mistake.
 */

interface Schema {
  readonly [keyword: string]: unknown
}

const known = new Set([
  "$schema",
  "$id",
  "$defs",
  "$ref",
  "title",
  "description",
  "type",
  "enum",
  "const",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "minimum",
  "pattern",
])

/** What is wrong with `value`, as sentences; none if it fits. */
export function misfits(value: unknown, schema: Schema, root: Schema = schema, path = "$"): string[] {
  const strange = Object.keys(schema)
    .filter((each) => !known.has(each))
    .map((each) => `${path}: unknown keyword ${each}`)
  if (typeof schema.$ref === "string") {
    const target = schema.$ref.slice("#/$defs/".length)
    return [...strange, ...misfits(value, (root.$defs as Record<string, Schema>)[target], root, path)]
  }
  return [...strange, ...misfitHere(value, schema, path), ...misfitsInside(value, schema, root, path)]
}

function misfitHere(value: unknown, schema: Schema, path: string): string[] {
  const types = schema.type === undefined ? undefined : [schema.type].flat()
  const found: string[] = []
  if (types && !types.some((type) => isA(value, type as string)))
    found.push(`${path}: not ${types.join(" or ")}`)
  if (Array.isArray(schema.enum) && !schema.enum.includes(value))
    found.push(`${path}: not one of ${schema.enum.join(", ")}`)
  if ("const" in schema && schema.const !== value) found.push(`${path}: not ${String(schema.const)}`)
  if (typeof schema.minimum === "number" && typeof value === "number" && value < schema.minimum)
    found.push(`${path}: too small`)
  if (
    typeof schema.pattern === "string" &&
    typeof value === "string" &&
    !new RegExp(schema.pattern).test(value)
  ) {
    found.push(`${path}: does not match ${schema.pattern}`)
  }
  return found
}

function misfitsInside(value: unknown, schema: Schema, root: Schema, path: string): string[] {
  if (Array.isArray(value)) {
    return schema.items
      ? value.flatMap((each, i) => misfits(each, schema.items as Schema, root, `${path}[${i}]`))
      : []
  }
  if (typeof value !== "object" || value === null) return []
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  const missing = ((schema.required ?? []) as string[])
    .filter((each) => !(each in value))
    .map((each) => `${path}: no ${each}`)
  const inside = Object.entries(value).flatMap(([name, each]) => {
    if (properties[name]) return misfits(each, properties[name], root, `${path}.${name}`)
    if (schema.additionalProperties === false) return [`${path}: ${name} is not expected`]
    return typeof schema.additionalProperties === "object"
      ? misfits(each, schema.additionalProperties as Schema, root, `${path}.${name}`)
      : []
  })
  return [...missing, ...inside]
}

function isA(value: unknown, type: string): boolean {
  switch (type) {
    case "null":
      return value === null
    case "array":
      return Array.isArray(value)
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value)
    case "integer":
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}
