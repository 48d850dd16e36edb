import { z } from 'zod'
import { letterLocales } from '#domain/partner/letter.ts'

const SystemName = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, { error: 'invalid' })

/** A letter was sent. Its text is stored nowhere: what it says follows from the cases of the moment. */
export const noteLetterInput = z.object({ system: SystemName, locale: z.enum(letterLocales, { error: 'choose' }) })
export type NoteLetterInput = z.output<typeof noteLetterInput>

/** Where letters to a system go: an office's address on one line, no person's. Empty takes it away. */
export const noteContactInput = z.object({
  system: SystemName,
  contact: z.string().trim().max(200, { error: 'too_long' }).regex(/^[^\r\n]*$/, { error: 'invalid' }),
})
export type NoteContactInput = z.output<typeof noteContactInput>
