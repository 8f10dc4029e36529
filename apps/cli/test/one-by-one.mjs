/** Runs modules one after another, and marks the end of what each of them prints. */
for (const each of process.argv.slice(2)) {
  await import(each)
  process.stdout.write("\0")
}
