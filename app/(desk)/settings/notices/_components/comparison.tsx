'use client'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { NoticeRoomView } from '#usecases/views/notices.ts'
import { ChangedWords } from '#components/data/changed-words.tsx'
import { languageName } from '#components/data/language-name.ts'
import { DrawnBoxes } from '#components/data/drawn-boxes.tsx'
import { NoticeCard } from '#components/data/notice-card.tsx'
import { useWords } from '#components/i18n/use-words.ts'

type Compared = NonNullable<NoticeRoomView['compared']>

/** What the second version does otherwise than the first, in sentences; then both as they stood, and the words. */
export function Comparison({ compared }: { compared: Compared }) {
  const { before, after } = compared
  const t = useTranslations('notices')
  const { called } = useWords()
  const locale = useLocale()
  const named = ({ version, locale: language }: Compared['before']) =>
    t('named', { version, language: languageName(language, locale) })
  const purpose = called(compared.purposes.after)
  const acrossPurposes = compared.purposes.before !== compared.purposes.after
  return (
    <section aria-labelledby="comparison" className="grid grid-cols-1 gap-4 rounded border border-line bg-surface px-5 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="comparison" className="text-lg font-semibold">
          {acrossPurposes
            ? t('across', { before: named(before), beforeOf: called(compared.purposes.before), after: named(after), afterOf: purpose })
            : t('comparison', { purpose, before: named(before), after: named(after) })}
        </h2>
        <Link href="/settings/notices" prefetch={false} className="link min-h-6">
          {t('close')}
        </Link>
      </div>
      <Sentences compared={compared} />
      <WordChanges compared={compared} />
      <div className="grid gap-4 lg:grid-cols-2">
        <NoticeCard notice={before} />
        <NoticeCard notice={after} />
      </div>
    </section>
  )
}

/** One sentence about each thing that makes a consent worth something. */
function Sentences({ compared: { before, after, says } }: { compared: Compared }) {
  const t = useTranslations('notices.says')
  const { word, called } = useWords()
  const from = (purpose: string | null) => (purpose === null ? '' : called(purpose))
  const sentences = [
    {
      same: says.control === 'same',
      text: t(`control.${says.control}`, { before: word('control', before.control), after: word('control', after.control) }),
    },
    {
      same: says.prominence === 'same',
      text: t(`prominence.${says.prominence}`, {
        before: word('prominence', before.prominence), after: word('prominence', after.prominence),
      }),
    },
    {
      same: says.bundling === 'same_apart' || says.bundling === 'same_bundled',
      text: t(`bundling.${says.bundling}`, { before: from(before.bundledWith), after: from(after.bundledWith) }),
    },
    { same: says.title === 'same', text: t(`title.${says.title}`, { before: before.title, after: after.title }) },
    { same: says.text === 'same', text: t(`text.${says.text}`, { removed: says.removed, added: says.added }) },
  ]
  return (
    <ul className="grid list-disc gap-1 pl-5">
      {sentences
        .toSorted((one, other) => Number(one.same) - Number(other.same))
        .map(({ same, text }) => (
          <li key={text} className={same ? 'text-ink-2' : 'font-medium'}>
            {text}
          </li>
        ))}
    </ul>
  )
}

/** The text of both in one, where the words changed and are of one language. */
function WordChanges({ compared: { after, says } }: { compared: Compared }) {
  const t = useTranslations('notices')
  if (says.parts === null || says.text !== 'changed') return null
  return (
    <ChangedWords
      parts={says.parts}
      locale={after.locale}
      label={t('words')}
      shown={(text) => <DrawnBoxes text={text} />}
    />
  )
}
