'use client'
import { useTranslations } from 'next-intl'
import type { SystemCheckView } from '#usecases/views/settings.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { cx } from '#components/ui/cx.ts'
import { Table, Td, Th } from '#components/ui/table.tsx'

/** What the last check found: first what would go wrong, then what an erasure did to the invented person. */
export function SystemCheck({ check }: { check: SystemCheckView }) {
  const t = useTranslations('settings.systems')
  const { say } = useWords()
  return (
    <div className="mt-4 grid grid-cols-1 gap-4 border-t border-line pt-4">
      {check.problems.length > 0 && (
        <div>
          <h3 className={cx('text-sm font-semibold', check.ok ? 'text-warn' : 'text-bad')}>
            {check.ok ? t('advice') : t('problems')}
          </h3>
          <ul className="mt-1 grid list-disc gap-1 pl-5 text-sm break-words">
            {check.problems.map((problem, index) => (
              <li key={index}>{say('planProblem', problem)}</li>
            ))}
          </ul>
        </div>
      )}
      {check.rows.length > 0 && (
        <div>
          <h3 className="text-sm font-semibold">{t('would')}</h3>
          <Table caption={t('would')}>
            <thead>
              <tr>
                <Th>{t('collection')}</Th>
                <Th number>{t('delete')}</Th>
                <Th number>{t('mask')}</Th>
                <Th number>{t('keep')}</Th>
              </tr>
            </thead>
            <tbody>
              {check.rows.map((row) => (
                <tr key={row.collection}>
                  <Td className="font-mono">{row.collection}</Td>
                  <Td number>{row.delete}</Td>
                  <Td number>{row.mask}</Td>
                  <Td number>{row.keep}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </div>
  )
}
