'use client'
import { useTranslations } from 'next-intl'
import type { CaseView, SystemProgressView, SystemState } from '#usecases/views/case.ts'
import { RowCounts, SystemCell } from '#components/data/system-cells.tsx'
import { Below } from '#components/ui/below.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag, type TagTone } from '#components/ui/tag.tsx'
import { CaseProgress } from './case-progress.tsx'

const toneOf: Record<SystemState, TagTone> = {
  planned: 'neutral', waiting: 'neutral', running: 'info', asking_again: 'info', clean: 'good', informed: 'good',
  by_hand: 'info', not_done: 'bad', stopped: 'warn',
}

/** Each system: planned, gone, masked, kept, and what it said when it was asked again. */
export function SystemTable({ view, fresh }: { view: CaseView; fresh: boolean }) {
  const t = useTranslations('cases.systems')
  return (
    <section aria-label={t('title')}>
      <SectionHeading aside={view.live && fresh ? t('live', { at: view.lastChangeAt }) : t('still', { at: view.lastChangeAt })}>
        {t('title')}
      </SectionHeading>
      <CaseProgress view={view} />
      <div className="mt-1.5">
        <Table caption={t('caption')}>
          <thead>
            <tr>
              <Th>{t('system')}</Th>
              <Th number>{t('planned')}</Th>
              <Th number>{t('gone')}</Th>
              <Th number>{t('masked')}</Th>
              <Th number className="pr-5">{t('kept')}</Th>
              <Th className="max-sm:hidden">{t('again')}</Th>
              <Th className="max-sm:hidden">{t('state')}</Th>
            </tr>
          </thead>
          <tbody>
            {view.systems.map((system) => (
              <SystemRow key={system.system} system={system} />
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  )
}

function SystemRow({ system }: { system: SystemProgressView }) {
  const t = useTranslations('cases')
  return (
    <tr>
      <SystemCell system={system}>
        {system.attempts > 1 && (
          <span className="block text-xs text-ink-2">{t('systems.tries', { count: system.attempts })}</span>
        )}
        {system.byHand !== null && (
          <span className="block text-xs text-ink-2">{t('systems.byHand', system.byHand)}</span>
        )}
        <Tag tone={toneOf[system.state]} className="mt-1 sm:hidden">{t(`systemState.${system.state}`)}</Tag>
        <Below>
          <AskedAgain system={system} />
        </Below>
      </SystemCell>
      <RowCounts of={[system.planned, system.gone, system.masked, system.kept]} />
      <Td className="min-w-28 text-xs text-ink-2 max-sm:hidden">
        <AskedAgain system={system} />
      </Td>
      <Td className="max-sm:hidden">
        <Tag tone={toneOf[system.state]}>{t(`systemState.${system.state}`)}</Tag>
      </Td>
    </tr>
  )
}

/** What the system said when it was asked again, and when it is tried or asked next. */
function AskedAgain({ system: { recheck, nextTryAt, nextAskAt } }: { system: SystemProgressView }) {
  const t = useTranslations('cases.systems')
  return (
    <>
      {recheck === null ? (
        t('notYet')
      ) : recheck.leftovers === 0 ? (
        t('clean', { at: recheck.at })
      ) : (
        <span className="font-medium text-bad">{t('left', { at: recheck.at, rows: recheck.leftovers })}</span>
      )}
      {nextTryAt !== null && <span className="block">{t('next', { at: nextTryAt })}</span>}
      {nextAskAt !== null && <span className="block">{t('nextAsk', { at: nextAskAt })}</span>}
    </>
  )
}
