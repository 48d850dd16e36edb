import type { Graph } from './graph.ts'

/**
 * The order in which collections are erased: whoever points at a row before the row, then as `after` and
 * `erase_after` ask. Circles end: a self reference asks for nothing, and in a circle the file's own order
 * decides, which is why statements untie such rows first.
 */
export function orderOfWork(graph: Graph): string[] {
  const before = new Map<string, Set<string>>([...graph.collections.keys()].map((name) => [name, new Set()]))
  for (const { child, parent } of graph.edges) {
    if (child !== parent && before.has(child)) before.get(parent)?.add(child)
  }
  for (const collection of graph.collections.values()) {
    for (const earlier of [...collection.after, ...collection.eraseAfter]) {
      // What the rows ask for goes before what the file asks for.
      if (!leadsTo(before, earlier, collection.name)) before.get(collection.name)?.add(earlier)
    }
  }
  const order: string[] = []
  const seen = new Set<string>()
  const visit = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    for (const earlier of before.get(name) ?? []) visit(earlier)
    order.push(name)
  }
  for (const name of before.keys()) visit(name)
  return order
}

/** True when `name` has to wait for `earlier`, directly or not. */
function leadsTo(before: ReadonlyMap<string, ReadonlySet<string>>, name: string, earlier: string): boolean {
  const seen = new Set<string>()
  const search = (at: string): boolean => {
    if (seen.has(at)) return false
    seen.add(at)
    return at === earlier || [...(before.get(at) ?? [])].some(search)
  }
  return search(name)
}

/** Columns that tie a collection into a circle, itself included: they are emptied before its rows are deleted. */
export function tyingFields(graph: Graph, collection: string): string[] {
  const order = orderOfWork(graph)
  const place = order.indexOf(collection)
  const ties = graph.edges.filter((edge) => {
    const parent = order.indexOf(edge.parent)
    return edge.child === collection && parent >= 0 && parent <= place
  })
  return [...new Set(ties.map((edge) => edge.childField))]
}
