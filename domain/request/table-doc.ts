/** docs/request-machine.md, printed from the table: a test keeps the two equal. */

import { escalationCodes } from './request.ts'
import { defaultRequestSettings, DAY, HOUR } from './settings.ts'
import { requestStates, stateTurns } from './states.ts'
import { requestTable, type Row } from './table.ts'

function cell(values: readonly string[]): string {
  return values.length === 0 ? '–' : values.map((v) => v.replaceAll('|', '\\|')).join(', ')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function target(row: Row): string {
  const lays = row.lays ? ` + ${row.lays}` : ''
  const lifts = row.lifts ? ` − ${row.lifts}` : ''
  return `${row.to}${lays}${lifts}`
}

function turn(row: Row): string {
  if (row.to === 'same') return 'as before'
  const { role, clock } = stateTurns[row.to]
  return `${role} · ${clock}`
}

function duration(ms: number): string {
  return ms % DAY === 0 && ms > DAY ? `${ms / DAY} d` : `${ms / HOUR} h`
}

function setting([name, value]: [string, unknown]): [string, string] {
  if (Array.isArray(value)) return [name, cell(value as string[])]
  return [name, name.endsWith('Ms') ? duration(Number(value)) : String(value)]
}

const intro = `# The request machine

Printed from \`domain/request/table.ts\` by \`node scripts/write-request-machine.ts\`; a test keeps the two equal.

Of the rows for an event in a state, those count that name the kind and the actor. The first whose conditions all
hold is taken; its guards let the event pass or refuse it, each with its own reason. While a pause lies over the
state only the rows marked *while paused* move. Every event is either a row or a refusal.`

/** The whole document, ending in a newline. */
export function requestMachineDoc(): string {
  const states = requestStates.map((s) => [s, stateTurns[s].role, stateTurns[s].clock])
  const rows = requestTable.map((row) => [
    `\`${row.id}\``,
    cell(row.from),
    row.event,
    row.kinds === 'all' ? 'all' : cell(row.kinds),
    cell(row.by),
    cell(row.when),
    cell(row.guards),
    target(row),
    turn(row),
    row.whilePaused ? 'yes' : 'no',
    row.note.replaceAll('|', '\\|'),
  ])
  const settings = Object.entries(defaultRequestSettings).map(setting)
  return [
    intro,
    '## States, whose turn it is, and by which clock',
    table(['state', 'turn', 'clock'], states),
    '## Rows',
    table(
      ['row', 'from', 'event', 'kinds', 'by', 'conditions', 'guards', 'to', 'turn · clock', 'while paused', 'note'],
      rows,
    ),
    '## Settings and their defaults',
    table(['setting', 'default'], settings),
    '## Escalations',
    `Put before supervisors and deputies once each: ${cell(escalationCodes)}.`,
    '',
  ].join('\n\n').replace(/\n+$/, '\n')
}
