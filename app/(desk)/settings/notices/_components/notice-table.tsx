'use client'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { NoticeLineView } from '#usecases/views/notices.ts'
import { languageName } from '#components/data/language-name.ts'
import { Moment } from '#components/data/moment.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { Below } from '#components/ui/below.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** The versions for one purpose, each with how the choice was put and what speaks against a consent given on it. */
export function NoticeTable({
  caption, lines, shownId,
}: {
  caption: string
  lines: readonly NoticeLineView[]
  shownId: string | null
}) {
  const t = useTranslations('notices')
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{t('version')}</Th>
          <Th className="max-sm:hidden">{t('when')}</Th>
          <Th>{t('how')}</Th>
          <Th className="max-sm:hidden">{t('against')}</Th>
          <Th>
            <span className="sr-only">{t('look')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <NoticeRow
            key={line.noticeId}
            line={line}
            isShown={line.noticeId === shownId}
            earlier={earlierOf(line, lines)}
          />
        ))}
      </tbody>
    </Table>
  )
}

/** The version before this one, in the same language. */
const earlierOf = (line: NoticeLineView, lines: readonly NoticeLineView[]): NoticeLineView | null =>
  lines.filter((one) => one.locale === line.locale && one.validFrom < line.validFrom).at(-1) ?? null

function NoticeRow({
  line, isShown, earlier,
}: {
  line: NoticeLineView
  isShown: boolean
  earlier: NoticeLineView | null
}) {
  const t = useTranslations('notices')
  const { word, called } = useWords()
  const language = languageName(line.locale, useLocale())
  const named = t('named', { version: line.version, language })
  return (
    <tr>
      <Td className="min-w-24 whitespace-nowrap">
        <strong className="block">{line.version}</strong>
        <span className="text-xs text-ink-2">{language}</span>
        <Below>
          <TimeShown line={line} />
        </Below>
      </Td>
      <Td className="text-xs/5 text-ink-2 max-sm:hidden">
        <TimeShown line={line} />
      </Td>
      <Td className="min-w-36">
        {word('control', line.control)}
        <span className="block text-xs text-ink-2">
          {word('prominence', line.prominence)}
          {line.bundledWith !== null && <> · {t('with', { purpose: called(line.bundledWith) })}</>}
        </span>
        <span className="sm:hidden">
          <Defects line={line} />
        </span>
      </Td>
      <Td className="max-sm:hidden">
        <Defects line={line} />
      </Td>
      <Td className="text-right whitespace-nowrap">
        <Link
          href={`/settings/notices?show=${line.noticeId}`}
          prefetch={false}
          scroll={false}
          aria-current={isShown ? 'true' : undefined}
          className="link inline-block min-h-6"
        >
          {t('look')}
          <span className="sr-only">: {named}</span>
        </Link>
        {earlier !== null && (
          <Link
            href={`/settings/notices?before=${earlier.noticeId}&after=${line.noticeId}`}
            prefetch={false}
            className="link block min-h-6 max-sm:whitespace-normal"
          >
            {t('changed', { version: earlier.version })}
            <span className="sr-only">: {named}</span>
          </Link>
        )}
      </Td>
    </tr>
  )
}

function TimeShown({ line }: { line: NoticeLineView }) {
  const t = useTranslations('notices')
  return (
    <>
      <Moment at={line.validFrom} format="mediumDay" />
      <span className="block">
        {line.validTo === null ? t('stillShown') : <>– <Moment at={line.validTo} format="mediumDay" /></>}
      </span>
    </>
  )
}

/** What speaks against every consent given on a version, one word each. */
function Defects({ line: { defects } }: { line: NoticeLineView }) {
  const t = useTranslations('notices')
  const { word } = useWords()
  if (defects.length === 0) return <span className="text-xs text-ink-2 max-sm:hidden">{t('nothing')}</span>
  return (
    <span className="flex flex-wrap gap-1">
      {defects.map((defect) => (
        <Tag key={defect} tone="bad">
          {word('defectShort', defect)}
        </Tag>
      ))}
    </span>
  )
}
