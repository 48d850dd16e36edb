import { createHash } from 'node:crypto'
import { addDays, isCalendarDate } from '#domain/law/calendar-date.ts'
import { zoneOf } from '#domain/law/jurisdiction.ts'
import { endOfLocalDay, localDateOf } from '#domain/law/local-day.ts'
import { linesOf } from '#domain/script/check-words.ts'
import { nextVersion, versionsOf } from '#domain/script/versions.ts'
import { actorLabel } from '../actor-label.ts'
import { command } from '../command.ts'
import { conflict, invalidInput } from '../errors.ts'
import type { Store } from '../ports/store.ts'
import { publishScriptInput } from '../views/script-inputs.ts'

/**
 * Publishes other words for one script in one language, as a version of its own: agents read them from their day on,
 * and what was told by earlier ones stays as it was told.
 *
 * @throws Conflict `script_moved_on` where somebody else published one meanwhile
 */
export const publishScript = command({
  name: 'script.publish',
  permission: 'script.publish',
  input: publishScriptInput,
  async run({ input, actor, now, store, ids }) {
    const { scriptId, locale, reason } = input
    const versions = versionsOf(scriptId, locale, await store.scripts.versions())
    const newest = versions.at(-1)
    if (newest?.version !== input.follows) throw conflict('script_moved_on')
    const lines = linesOf(input.text)
    if (lines.join('\n') === newest.lines.join('\n')) throw invalidInput('input', { text: 'script_unchanged' })
    const validFrom = await firstMoment(store, input.validFrom, now)
    if (validFrom < newest.validFrom) throw invalidInput('input', { validFrom: 'script_before_newest' })
    const version = nextVersion(versions)
    const publishedBy = actorLabel(actor)
    const words = { scriptId, locale, version, lines, validFrom, publishedAt: now, publishedBy, reason }
    await store.scripts.add(words, ids.uuid())
    const data = {
      script: scriptId, version, locale: locale.toLowerCase(), valid_from: new Date(validFrom).toISOString(),
      text_sha256: createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex'),
    }
    return { value: { scriptId, locale, version, validFrom }, events: [{ what: 'script.published', data }] }
  },
})

/** The first moment of a day at home, epoch ms; now for today and where no day is named. */
async function firstMoment(store: Store, day: string, now: number): Promise<number> {
  if (day === '') return now
  const zone = zoneOf((await store.settings.all()).home_country)
  if (!isCalendarDate(day)) throw invalidInput('input', { validFrom: 'date' })
  const today = localDateOf(now, zone)
  if (day < today) throw invalidInput('input', { validFrom: 'date_past' })
  return day === today ? now : endOfLocalDay(addDays(day, -1), zone) + 1
}
