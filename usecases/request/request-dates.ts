import { decideBy } from '#domain/law/decide-by.ts'
import { dueFor, type Due } from '#domain/law/due.ts'
import { extensionReasons, type ExtensionReason } from '#domain/law/law-row.ts'
import type { RequestKind, Scope } from '#domain/request/kinds.ts'
import { settingMs } from '#domain/settings/settings.ts'
import type { Store } from '../ports/store.ts'

/** What the dates of a request are reckoned from. Times are epoch ms. */
export interface DatesQuestion {
  readonly kind: RequestKind
  readonly scope: Scope
  readonly receivedAt: number
  readonly jurisdictions: readonly string[]
  /** The reason of an extension, where there is one. */
  readonly extension?: ExtensionReason | undefined
  /** The version of the law table that the request was opened under; the one in force where there is no request yet. */
  readonly lawVersion?: string | undefined
}

/** The legal date with its arithmetic, and the date by which a decision still lets the case end in time. */
export interface RequestDates {
  readonly due: Due
  readonly decideBy: number
}

const hour = 3_600_000

/** The reason of an extension that is on record, as the law table knows it. */
export const extensionReason = (reason: string | undefined): ExtensionReason | undefined =>
  extensionReasons.find((one) => one === reason)

/** Reckons both dates under the law table that the request keeps, and the settings of this moment. */
export async function requestDates(store: Store, question: DatesQuestion): Promise<RequestDates> {
  const [law, overrides, settings, systems] = await Promise.all([
    question.lawVersion === undefined ? store.settings.lawTable() : lawOf(store, question.lawVersion),
    store.settings.workingDayOverrides(),
    store.settings.all(),
    store.systems.list(),
  ])
  const due = dueFor({
    kind: question.kind,
    scope: question.scope.scope,
    jurisdictions: question.jurisdictions,
    receivedAt: question.receivedAt,
    table: law.rows,
    overrides,
    extension: question.extension,
  })
  const slowest = Math.max(0, ...systems.map((system) => system.usualHours))
  return {
    due,
    decideBy: decideBy({
      dueAt: due.dueAt,
      coolingOffMs: question.kind === 'deletion' ? settingMs(settings, 'cooling_off_days') : 0,
      slowestSystemMs: slowest * hour,
      recheckMs: settingMs(settings, 'recheck_hours'),
    }),
  }
}

const lawOf = async (store: Store, version: string) => ({ rows: await store.settings.lawTableOf(version) })
