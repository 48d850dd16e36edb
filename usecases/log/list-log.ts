import { auditCodes } from '#domain/audit/codes.ts'
import { query } from '../query.ts'
import type { LogView } from '../views/log.ts'
import { logActors } from './log-actors.ts'
import { LogCursorInput, LogFilterInput, periodOf, readCursor, writeCursor } from './log-filter.ts'
import { logRow } from './log-rows.ts'

const pageSize = 50

export const ListLogInput = LogFilterInput.extend({ cursor: LogCursorInput })

/**
 * One page of the log, newest first, under the filter of the URL. The summary counts the filter's period, whatever
 * else the filter says. Entries hold no personal data, so reading them leaves none of its own.
 */
export const listLog = query({
  name: 'log.list',
  permission: 'log.list',
  input: ListLogInput,
  async run({ input, now, store }): Promise<LogView> {
    const { cursor: cursorText, ...filter } = input
    const cursor = readCursor(cursorText)
    const side = cursor?.side ?? 'older'
    const actors = await logActors(store)
    const period = periodOf(filter.from, filter.to)
    const { what, outcome, caseCode } = filter
    const actorIds = filter.actor === null ? null : actors.idsOf(filter.actor)
    const scan = { ...period, what, outcome, caseCode, actorIds }
    const found = await store.log.beside(scan, cursor?.place ?? null, side, pageSize + 1)
    const more = found.length > pageSize
    const near = found.slice(0, pageSize)
    const page = side === 'older' ? near : near.toReversed()
    const [first, last] = [page.at(0), page.at(-1)]
    const counts = await store.log.counts(period.from, period.before)
    const deletions = await store.log.deletions(period.from, period.before)
    return {
      now,
      summary: {
        ...counts,
        deletionsAsked: deletions.asked,
        deletionsDone: deletions.done,
        deletionsRefused: deletions.refused,
        deletionsCancelled: deletions.cancelled,
        deletionsOpen: deletions.open,
      },
      ...(await store.log.tail()),
      filter,
      rows: page.map((entry) => logRow(entry, actors)),
      older: last !== undefined && (more || side === 'newer') ? writeCursor('older', last) : null,
      newer: first !== undefined && cursor !== null && (more || side === 'older') ? writeCursor('newer', first) : null,
      opened: null,
      codes: [...auditCodes],
      actors: actors.choices,
    }
  },
})
