/** Something on a lane. */
export interface Moment {
  readonly id: string
  readonly at: number
}

/** Where it is drawn: at its true place (percent), in the row below those that it would cover. */
export interface Fanned extends Moment {
  readonly place: number
  readonly row: number
}

/** Too many to stand apart at this scale: one mark with their number, which leads to a closer look. */
export interface Bunch {
  readonly ids: readonly string[]
  readonly from: number
  readonly to: number
  readonly place: number
}

export interface Fan {
  readonly marks: readonly Fanned[]
  readonly bunches: readonly Bunch[]
  /** How many rows are needed, at least one. */
  readonly rows: number
}

/** Closer than this a closer look shows nothing more: they happened together. */
const together = 60_000

/**
 * Fans events out that lie within `gap` percent of each other, into rows below each other; none is moved in time. Where
 * that takes more than `mostRows` they become one bunch, unless they all happened together.
 */
export function fanOut(
  items: readonly Moment[],
  place: (at: number) => number,
  { gap, mostRows }: { gap: number; mostRows: number },
): Fan {
  const marks: Fanned[] = []
  const bunches: Bunch[] = []
  for (const cluster of clusters(items, place, gap)) {
    const rows = inRows(cluster, place, gap)
    const [first, last] = [cluster[0], cluster.at(-1)]
    if (first === undefined || last === undefined) continue
    if (rows.some((mark) => mark.row >= mostRows) && last.at - first.at > together) {
      const middle = (place(first.at) + place(last.at)) / 2
      bunches.push({ ids: cluster.map(({ id }) => id), from: first.at, to: last.at, place: middle })
    } else marks.push(...rows)
  }
  return { marks, bunches, rows: 1 + Math.max(0, ...marks.map((mark) => mark.row)) }
}

function clusters(items: readonly Moment[], place: (at: number) => number, gap: number): Moment[][] {
  const all: Moment[][] = []
  for (const item of items.toSorted((a, b) => a.at - b.at)) {
    const open = all.at(-1)
    const before = open?.at(-1)
    if (open !== undefined && before !== undefined && place(item.at) - place(before.at) < gap) open.push(item)
    else all.push([item])
  }
  return all
}

function inRows(cluster: readonly Moment[], place: (at: number) => number, gap: number): Fanned[] {
  const ends: number[] = []
  return cluster.map((item) => {
    const at = place(item.at)
    const free = ends.findIndex((end) => at - end >= gap)
    const row = free === -1 ? ends.length : free
    ends[row] = at
    return { ...item, place: at, row }
  })
}
