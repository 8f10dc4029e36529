/**
 * How something grows with size: like a power of it, or by a factor at each step; straight lines through
 * logarithms.
 */

/**
 * Points `[size, amount]` to `{ shape, power, factor, steepness }`, or nothing while there are too few. Only
 * the larger half of the sizes (four at least) is looked at: at small ones, what it costs to begin at all
 * hides how it grows.
 */
export function growthOf(points) {
  const positive = points.filter(([size, amount]) => size > 0 && amount > 0)
  const usable = positive.slice(-Math.max(4, Math.ceil(positive.length / 2)))
  if (usable.length < 3) return undefined
  const power = line(usable.map(([x, y]) => [Math.log(x), Math.log(y)]))
  const exponential = line(usable.map(([x, y]) => [x, Math.log(y)]))
  return {
    shape: exponential.fit > power.fit ? "exponential" : "power",
    power: digits(power.slope),
    powerFit: digits(power.fit),
    factor: digits(Math.exp(exponential.slope)),
    factorFit: digits(exponential.fit),
    steepness: digits(steepnessAtEnd(usable)),
  }
}

/** The power by which it grows over the last three sizes: that is what one meets who wants to go on. */
function steepnessAtEnd(points) {
  return line(points.slice(-3).map(([x, y]) => [Math.log(x), Math.log(y)])).slope
}

/** Least squares; `fit` is the share of the spread that the line accounts for. */
function line(points) {
  const mean = (pick) => points.reduce((sum, each) => sum + pick(each), 0) / points.length
  const [x0, y0] = [mean((each) => each[0]), mean((each) => each[1])]
  const along = mean(([x]) => (x - x0) ** 2)
  const across = mean(([, y]) => (y - y0) ** 2)
  const both = mean(([x, y]) => (x - x0) * (y - y0))
  return { slope: both / along, fit: across === 0 ? 1 : both ** 2 / (along * across) }
}

const digits = (value) => Number(value.toPrecision(3))
