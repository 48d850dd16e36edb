import { createHash } from 'node:crypto'
import { isCalendarDate } from '#domain/law/calendar-date.ts'
import { command } from '../command.ts'
import { conflict, invalidInput } from '../errors.ts'
import { addNoticeInput } from '../views/notice-inputs.ts'

const dayMs = 86_400_000

/**
 * Puts on file what people were shown for one purpose. Nothing of it is ever changed: other words are another version,
 * and the same version with other words is refused.
 */
export const addNotice = command({
  name: 'notice.add',
  permission: 'notice.add',
  input: addNoticeInput,
  async run({ input, now, store }) {
    const known = new Set((await store.consents.services()).flatMap((service) => service.purposes))
    if (!known.has(input.purpose)) throw invalidInput('input', { purpose: 'unknown_purpose' })
    const bundledWith = input.bundledWith === '' ? null : input.bundledWith
    if (bundledWith !== null && !known.has(bundledWith)) throw invalidInput('input', { bundledWith: 'unknown_purpose' })
    if (!isCalendarDate(input.validFrom)) throw invalidInput('input', { validFrom: 'date' })
    if (input.validTo !== '' && !isCalendarDate(input.validTo)) throw invalidInput('input', { validTo: 'date' })
    const { purpose, version, locale, title, text, control, prominence } = input
    // Shown until the end of its last day.
    const validTo = input.validTo === '' ? null : Date.parse(input.validTo) + dayMs - 1
    const notice = {
      purpose, version, locale, title, text, control, prominence, bundledWith, validTo,
      validFrom: Date.parse(input.validFrom),
    }
    if ((await store.consents.addNotice(notice, now)) === 'unchanged') throw conflict('notice_exists')
    const data = {
      purpose, control, prominence, bundled_with: bundledWith, locale: locale.toLowerCase(),
      text_sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    }
    return { value: { purpose, version, locale }, events: [{ what: 'notice.added', data }] }
  },
})
