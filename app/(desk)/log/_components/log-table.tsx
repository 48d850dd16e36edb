'use client'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { LogActorView, LogView } from '#usecases/views/log.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { useAuditText } from '#components/data/use-audit-text.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { useListKeys } from '#components/shell/use-list-keys.ts'
import { Below } from '#components/ui/below.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { logAddress } from './log-address.ts'

/** The entries, newest first. */
export function LogTable({ view }: { view: LogView }) {
  const t = useTranslations('log')
  const audit = useAuditText()
  const format = useFormatter()
  const rows = useListKeys<HTMLTableSectionElement>(view.rows.findIndex((row) => row.entryId === view.opened?.entryId))
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th className="pl-2.5">{t('no')}</Th>
          <Th>{t('time')}</Th>
          <Th>{t('event')}</Th>
          <Th className="max-sm:hidden">{t('who')}</Th>
          <Th className="max-sm:hidden">{t('case')}</Th>
        </tr>
      </thead>
      <tbody ref={rows}>
        {view.rows.map((row) => (
          <tr key={row.entryId} className={row.entryId === view.opened?.entryId ? 'bg-accent-wash' : undefined}>
            <Td className="pl-2.5 font-mono whitespace-nowrap">
              {row.seq === null ? (
                '–'
              ) : (
                <Link
                  href={logAddress(view.filter, { seq: row.seq })}
                  prefetch={false}
                  scroll={false}
                  className="link text-ink"
                  aria-label={t('openEntry', { seq: format.number(row.seq) })}
                >
                  {format.number(row.seq)}
                </Link>
              )}
            </Td>
            <Td className="font-mono sm:whitespace-nowrap">
              {format.dateTime(new Date(row.at), 'exact', { timeZone: 'UTC' })}
            </Td>
            <Td className="sm:min-w-48">
              {audit(row.what, row.params)}{' '}
              {row.outcome !== 'ok' && <Tag tone="bad">{t(`outcomes.${row.outcome}`)}</Tag>}
              <Below>
                <Actor actor={row.actor} />
              </Below>
              {row.caseCode !== null && (
                <Below>
                  <CaseLink code={row.caseCode} />
                </Below>
              )}
            </Td>
            <Td className="whitespace-nowrap text-ink-2 max-sm:hidden">
              <Actor actor={row.actor} />
            </Td>
            <Td className="whitespace-nowrap max-sm:hidden">
              {row.caseCode === null ? '–' : <CaseLink code={row.caseCode} />}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Who did it: role and personnel number, or what it was. */
export function Actor({ actor }: { actor: LogActorView }) {
  const t = useTranslations('log')
  const { word } = useWords()
  const type = actor.role === null ? t(`actorType.${actor.type}`) : word('role', actor.role)
  return (
    <>
      {type}
      {actor.label !== null && ` ${actor.label}`}
    </>
  )
}
