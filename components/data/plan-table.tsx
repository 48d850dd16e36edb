'use client'
import { useTranslations } from 'next-intl'
import type { PlanSystemView, PlanView } from '#usecases/views/plan.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Bar } from '#components/ui/bar.tsx'
import { Below } from '#components/ui/below.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { PlanLines } from './plan-lines.tsx'
import { RowCounts, SystemCell } from './system-cells.tsx'

/** What will happen in every system, in rows; why anything stays; the lines behind it one press further. */
export function PlanTable({ plan }: { plan: PlanView }) {
  const t = useTranslations('plan')
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th>{t('system')}</Th>
          <Th number>{t('found')}</Th>
          <Th number>{t('delete')}</Th>
          <Th number>{t('mask')}</Th>
          <Th number className="pr-5">{t('keep')}</Th>
          <Th className="max-sm:hidden">
            <span className="sr-only">{t('share')}</span>
          </Th>
          <Th className="max-sm:hidden">{t('why')}</Th>
        </tr>
      </thead>
      <tbody>
        {plan.systems.map((system) => (
          <PlanRow key={system.system} system={system} />
        ))}
        <tr className="font-semibold">
          <Td>{t('all')}</Td>
          <RowCounts of={[plan.totals.found, plan.totals.delete, plan.totals.mask, plan.totals.keep]} />
          <Td className="max-sm:hidden" />
          <Td className="max-sm:hidden" />
        </tr>
      </tbody>
    </Table>
  )
}

function PlanRow({ system }: { system: PlanSystemView }) {
  const t = useTranslations('plan')
  return (
    <tr>
      <SystemCell system={system}>
        <Below>
          <WhyItStays system={system} />
        </Below>
        <PlanLines system={system} />
      </SystemCell>
      <RowCounts of={[system.found, system.delete, system.mask, system.keep]} />
      <Td className="pt-3 max-sm:hidden">
        <Bar
          total={system.found}
          parts={[
            { value: system.delete, strength: 'full' },
            { value: system.mask, strength: 'half' },
          ]}
          label={t('bar', { delete: system.delete, mask: system.mask, keep: system.keep })}
        />
      </Td>
      <Td className="min-w-40 text-xs text-ink-2 max-sm:hidden">
        {system.reasons.length === 0 && system.problems.length === 0 && '–'}
        <WhyItStays system={system} />
      </Td>
    </tr>
  )
}

/** On which basis rows of a system stay, and what of it could not be planned. */
function WhyItStays({ system }: { system: PlanSystemView }) {
  const t = useTranslations('plan')
  const { say } = useWords()
  return (
    <>
      {system.reasons.map((reason, index) => (
        <span key={index} className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
          {reason.shared && <Tag tone="warn">{t('shared')}</Tag>}
          <span>
            {say('keep', reason)}
            {reason.until !== null && <> · {t('until', { until: reason.until })}</>}
          </span>
        </span>
      ))}
      {system.problems.map((problem, index) => (
        <span key={index} className="block font-medium text-bad">
          {say('planProblem', problem)}
        </span>
      ))}
    </>
  )
}
