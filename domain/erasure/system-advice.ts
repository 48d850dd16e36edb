import type { Edge, Graph } from './graph.ts'
import type { PlanProblem } from './plan-problem.ts'
import { isIndexed, tableOf, type SchemaFacts } from './schema-facts.ts'
import { isStrongIdentity } from './identity.ts'
import type { Treatment } from './treatment.ts'

/**
 * What an operator should mend although nothing depends on it: columns that each erasure searches by and that
 * have no index, and tables that point at rows an erasure deletes without the dataset saying so (their rows
 * make the deleted ones stay, masked). A phone or an e-mail is searched in any writing: no index helps there.
 */
export function systemAdvice(
  graph: Graph,
  schema: SchemaFacts,
  treatments: ReadonlyMap<string, Treatment>,
): PlanProblem[] {
  const advice: PlanProblem[] = []
  const searched = new Set<string>()
  const search = (collection: string, field: string) => {
    const table = tableOf(schema, collection)
    const place = JSON.stringify([collection, field])
    if (table === null || searched.has(place)) return
    searched.add(place)
    if (!isIndexed(table, field)) advice.push({ code: 'missing_index', collection, field })
  }
  for (const name of graph.identified) {
    for (const field of graph.collections.get(name)?.fields ?? []) {
      if (field.identity !== null && isStrongIdentity(field.identity)) search(name, field.name)
    }
  }
  for (const edge of graph.edges) {
    if (treatments.has(edge.parent) || (edge.down && graph.owned.has(edge.parent))) search(edge.child, edge.childField)
    if (treatments.get(edge.parent)?.row === 'delete' && isUndeclared(graph, edge)) {
      advice.push({ code: 'undeclared_reference', collection: edge.child, field: edge.childField })
    }
  }
  return advice
}

function isUndeclared(graph: Graph, edge: Edge): boolean {
  const followed = edge.down || edge.up || edge.child === edge.parent
  return !followed && graph.collections.get(edge.child)?.skip !== true
}
