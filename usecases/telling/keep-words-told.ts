import type { Told } from '#domain/request/request.ts'
import type { ScriptVersion } from '#domain/script/versions.ts'
import { versionsOf } from '#domain/script/versions.ts'
import { invalidInput } from '../errors.ts'
import type { Ids } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'

/**
 * Keeps the very words that somebody is told, where they are not kept yet: those of the product may change with its
 * next version, and what was heard is still to be shown then. Nothing is kept of words that are not ours.
 *
 * @throws InvalidInput for a version that there never was
 */
export async function keepWordsTold(
  store: Store,
  ids: Pick<Ids, 'uuid'>,
  told: Pick<Told, 'scriptId' | 'scriptVersion' | 'locale'>,
  now: number,
): Promise<void> {
  if (told.scriptId === undefined) return
  const stored = await store.scripts.versions()
  const words = versionTold(stored, told)
  if (words === null) throw invalidInput('input', { told: 'told' })
  const isKept = stored.some(
    (one) => one.scriptId === words.scriptId && one.locale === words.locale && one.version === words.version,
  )
  if (!isKept) await store.scripts.add({ ...words, publishedAt: now }, ids.uuid())
}

/** The version that a telling names; null where there is none. */
export function versionTold(
  stored: readonly ScriptVersion[],
  { scriptId, scriptVersion, locale }: Pick<Told, 'scriptId' | 'scriptVersion' | 'locale'>,
): ScriptVersion | null {
  if (scriptId === undefined) return null
  return versionsOf(scriptId, locale, stored).find(({ version }) => version === scriptVersion) ?? null
}
