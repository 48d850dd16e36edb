'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { LawRow, Span } from '#domain/law/law-row.ts'
import { anyMessage } from '#components/i18n/any-message.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { usePlaceName } from '../../_components/use-place-name.ts'

/** What a row of the law table says, sentence by sentence. A code without a sentence shows as it is. */
export function useLawText() {
  const t = useTranslations('laws')
  const { word } = useWords()
  const format = useFormatter()
  const placeName = usePlaceName()
  const span = ({ amount, unit }: Span) => ({ amount, unit })
  const list = (codes: readonly string[], group: string) =>
    format.list(codes.map((code) => anyMessage(t, `${group}.${code}`) ?? code))

  function sentences(row: LawRow): string[] {
    const { acknowledge, answer, extension, markUntil } = row
    return [
      ...(answer === undefined ? [] : [t('say.answer', span(answer))]),
      ...(acknowledge === undefined ? [] : [t('say.acknowledge', span(acknowledge))]),
      ...(extension === undefined ? [] : [t('say.extension', span(extension))]),
      ...(extension?.reasons === undefined ? [] : [t('say.onlyFor', { reasons: list(extension.reasons, 'reason') })]),
      t(`say.starts.${row.starts}`),
      ...row.stops.map(({ reason, kinds }) =>
        t('say.stops', { reason, kinds: kinds === 'all' ? t('allKinds') : format.list(kinds.map((kind) => word('kind', kind))) }),
      ),
      ...(row.rolls ? [t('say.rolls')] : []),
      ...(row.mark === undefined ? [] : [t(`say.mark.${row.mark}`)]),
      ...(markUntil === undefined ? [] : [t('say.markUntil', span(markUntil))]),
      ...(row.refusalMustOffer.length === 0 ? [] : [t('say.offers', { what: list(row.refusalMustOffer, 'offer') })]),
      ...row.notes.map((note) => anyMessage(t, `note.${note}`) ?? note),
    ]
  }

  const kindsOf = ({ kinds }: Pick<LawRow, 'kinds'>) =>
    kinds === 'all' ? t('allKinds') : format.list(kinds.map((kind) => word('kind', kind)))

  return {
    sentences,
    /** What a row is about: the kinds of request, and its whole name with place and law. */
    rowName: (row: LawRow): { kinds: string; whole: string } => ({
      kinds: kindsOf(row),
      whole: t('rowName', { place: placeName(row.jurisdiction), law: word('law', row.law), kinds: kindsOf(row) }),
    }),
    /** A calendar date without a zone, in the reader's writing. */
    day: (date: string): string => format.dateTime(new Date(`${date}T00:00:00Z`), 'calendarMediumDay'),
  }
}
