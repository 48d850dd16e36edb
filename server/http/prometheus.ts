import type { DeskFigures } from '#usecases/ports/health-store.ts'

type Sample = readonly [labels: string, value: number]

const byState = (counts: Readonly<Record<string, number>>): Sample[] =>
  Object.entries(counts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([state, value]) => [`{state="${state}"}`, value])

const one = (value: number): Sample[] => [['', value]]

/** The figures in Prometheus' text format, version 0.0.4. */
export function prometheusText(figures: DeskFigures): string {
  const families: [name: string, help: string, type: 'gauge' | 'counter', samples: Sample[]][] = [
    ['rightsdesk_requests', 'Requests by state.', 'gauge', byState(figures.requestsByState)],
    ['rightsdesk_requests_past_due', 'Unfinished requests whose legal date has passed.', 'gauge', one(figures.pastDue)],
    ['rightsdesk_jobs', 'Jobs by state.', 'gauge', byState(figures.jobsByState)],
    ['rightsdesk_registry_entries', 'Standing entries of the registry.', 'gauge', one(figures.registryEntries)],
    ['rightsdesk_work_items_open', 'What waits for a supervisor beside the requests.', 'gauge', one(figures.openWorkItems)],
    ['rightsdesk_log_leaves_total', 'Numbered entries of the log.', 'counter', one(figures.leaves)],
    ['rightsdesk_log_unsealed', 'Entries of the log that have no number yet.', 'gauge', one(figures.unsealed)],
  ]
  const lines = families.flatMap(([name, help, type, samples]) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(([labels, value]) => `${name}${labels} ${value}`),
  ])
  return `${lines.join('\n')}\n`
}
