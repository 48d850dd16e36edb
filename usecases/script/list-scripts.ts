import { z } from 'zod'
import { wordChanges } from '#domain/consent/word-changes.ts'
import { holesNeeded } from '#domain/script/check-words.ts'
import { scriptBook, scriptFor, scriptIds, scriptLocales, type ScriptId } from '#domain/script/script.ts'
import { numberOf, versionInForce, versionsOf, wordsInForce, type ScriptVersion } from '#domain/script/versions.ts'
import { notFound } from '../errors.ts'
import { query } from '../query.ts'
import type { ScriptRoomLine, ScriptRoomView, ScriptVersionView } from '../views/scripts.ts'

const version = z.string().regex(/^[a-z0-9_.-]{1,40}$/).optional()

/**
 * What is read aloud in one language, each line beside the reader's, with every version that there was and is to come;
 * one of them as it was worded; what differs between two; and which versions people were told by.
 */
export const listScripts = query({
  name: 'script.list',
  permission: 'script.list',
  input: z.object({
    /** The reader's own, BCP 47. */
    reader: z.string().max(35),
    /** The language that is looked at; another than the reader's where none is asked for. */
    language: z.string().max(35).optional(),
    /** The script of which a version is looked at, or two are compared. */
    script: z.enum(scriptIds).optional(),
    show: version,
    before: version,
    after: version,
  }),
  async run({ input, store, now }): Promise<ScriptRoomView> {
    const own = scriptBook(input.reader)
    const other = scriptLocales.find((locale) => locale !== own.locale) ?? own.locale
    const said = scriptBook(input.language ?? other)
    const stored = await store.scripts.versions()
    const wordsOf = wordsInForce(stored, now)
    const find = (scriptId: ScriptId, wanted: string): ScriptVersion => {
      const found = versionsOf(scriptId, said.locale, stored).find((one) => one.version === wanted)
      if (found === undefined) throw notFound('script')
      return found
    }
    const { script: asked, show, before, after } = input
    return {
      now,
      languages: [...scriptLocales],
      locale: said.locale,
      scripts: scriptIds.map((scriptId): ScriptRoomLine => {
        const script = scriptFor(scriptId, { caller: said.locale, reader: own.locale }, {}, wordsOf)
        const versions = versionsOf(scriptId, said.locale, stored)
        return {
          ...script,
          lines: script.lines.map((line) => ({ ...line })),
          text: versions.at(-1)?.lines.join('\n') ?? '',
          holes: holesNeeded(scriptId),
          versions: versionViews(versions, now),
          behind: newerElsewhere(scriptId, said.locale, stored),
        }
      }),
      withoutDays: { say: said.withoutDays, beside: said === own ? null : own.withoutDays },
      told: (await store.scripts.told()).map((one) => ({
        ...one,
        inForce: one.scriptId !== null && wordsOf(one.scriptId, one.locale).version === one.version,
      })),
      shown: asked === undefined || show === undefined ? null : shownWords(find(asked, show)),
      compared: asked === undefined || before === undefined || after === undefined
        ? null
        : compared(find(asked, before), find(asked, after)),
    }
  },
})

const shownWords = ({ scriptId, version: name, locale, lines }: ScriptVersion) => ({
  scriptId, version: name, locale, lines: [...lines],
})

const compared = (before: ScriptVersion, after: ScriptVersion) => ({
  scriptId: after.scriptId,
  locale: after.locale,
  before: before.version,
  after: after.version,
  parts: wordChanges(before.lines.join('\n'), after.lines.join('\n'), after.locale),
})

function versionViews(versions: readonly ScriptVersion[], now: number): ScriptVersionView[] {
  const current = versionInForce(versions, now)
  return versions
    .map((one): ScriptVersionView => {
      const isOwn = one.publishedBy !== null
      return {
        version: one.version,
        validFrom: isOwn ? one.validFrom : null,
        by: one.publishedBy,
        at: isOwn ? one.publishedAt : null,
        reason: one.reason,
        stands: one === current ? 'in_force' : one.validFrom > now ? 'to_come' : 'earlier',
      }
    })
    .toReversed()
}

/** A caller of this language may hear words that are older than those of another one. */
function newerElsewhere(scriptId: ScriptId, locale: string, stored: readonly ScriptVersion[]): ScriptRoomLine['behind'] {
  const newest = (of: string) => versionsOf(scriptId, of, stored).at(-1)?.version ?? ''
  const ahead = scriptLocales.find((of) => numberOf(newest(of)) > numberOf(newest(locale)))
  return ahead === undefined ? null : { locale: ahead, version: newest(ahead) }
}
