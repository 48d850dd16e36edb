import { createHash } from 'node:crypto'
import type { ScriptId } from '#domain/script/script.ts'
import type { ScriptVersion } from '#domain/script/versions.ts'
import type { ScriptStore } from '#usecases/ports/script-store.ts'
import type { Tx } from '../client.ts'
import { toDate, toMs, toMsOrNull } from '../time.ts'

type Row = Awaited<ReturnType<Tx['scriptVersion']['findMany']>>[number]

const version = (row: Row): ScriptVersion => ({
  scriptId: row.scriptId as ScriptId,
  locale: row.locale,
  version: row.version,
  lines: JSON.parse(row.lines) as string[],
  validFrom: toMs(row.validFrom),
  publishedAt: toMs(row.publishedAt),
  publishedBy: row.publishedBy,
  reason: row.reason,
})

/** Versions of what is read to people, never changed; and which of them were. */
export function scriptStore(tx: Tx): ScriptStore {
  return {
    async versions() {
      const rows = await tx.scriptVersion.findMany({ orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }] })
      return rows.map(version)
    },
    async add({ lines, validFrom, publishedAt, ...rest }, id) {
      const body = JSON.stringify(lines)
      const sha256 = createHash('sha256').update(body, 'utf8').digest('hex')
      const data = { id, lines: body, sha256, validFrom: toDate(validFrom), publishedAt: toDate(publishedAt), ...rest }
      await tx.scriptVersion.create({ data })
    },
    async told() {
      const rows = await tx.told.groupBy({
        by: ['scriptId', 'scriptVersion', 'locale'],
        _count: { _all: true },
        _max: { at: true },
        orderBy: [{ locale: 'asc' }, { scriptId: 'asc' }, { scriptVersion: 'desc' }],
      })
      return rows.map(({ scriptId, scriptVersion, locale, _count, _max }) => ({
        scriptId: scriptId as ScriptId | null,
        version: scriptVersion,
        locale,
        count: _count._all,
        lastAt: toMsOrNull(_max.at) ?? 0,
      }))
    },
  }
}
