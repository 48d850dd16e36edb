'use client'
import { useTranslations } from 'next-intl'
import type { Lateness } from '#domain/partner/waiting-case.ts'
import type { WaitingCaseView } from '#usecases/views/partners.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { Moment } from '#components/data/moment.tsx'
import { TimeLeft } from '#components/data/time-left.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { Below } from '#components/ui/below.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag, type TagTone } from '#components/ui/tag.tsx'

const toneOf: Record<Lateness, TagTone> = { late: 'bad', will_be_late: 'bad', at_risk: 'warn', in_time: 'neutral' }

/** The cases that wait for one system: why, since when it was asked, and whether they can still end in time. */
export function WaitingCases({
  caption, cases, now,
}: {
  caption: string
  cases: readonly WaitingCaseView[]
  now: number
}) {
  const t = useTranslations('partners')
  const { word } = useWords()
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{t('case')}</Th>
          <Th>{t('why')}</Th>
          <Th className="max-sm:hidden">{t('askedAt')}</Th>
          <Th>{t('due')}</Th>
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => (
          <tr key={one.caseCode}>
            <Td className="whitespace-nowrap">
              <CaseLink code={one.caseCode} />
            </Td>
            <Td>
              {t(`reason.${one.reason}`)}
              <span className="block text-xs text-ink-2">
                {word('kind', one.kind)} · {t('tries', { count: one.attempts })}
              </span>
              <Below label={t('askedAt')}>
                <AskedAt at={one.askedAt} />
              </Below>
            </Td>
            <Td className="text-ink-2 max-sm:hidden">
              <AskedAt at={one.askedAt} />
            </Td>
            <Td>
              <Tag tone={toneOf[one.lateness]}>{t(`lateness.${one.lateness}`)}</Tag>
              <span className="mt-1 block">
                <TimeLeft at={one.dueAt} now={now} tone="neutral" />
              </span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function AskedAt({ at }: { at: number | null }) {
  const t = useTranslations('partners')
  return at === null ? t('notAsked') : <Moment at={at} />
}
