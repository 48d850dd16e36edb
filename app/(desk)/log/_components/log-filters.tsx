'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { formatCaseCode } from '#domain/request/case-code.ts'
import type { LogFilter, LogView } from '#usecases/views/log.ts'
import { useAuditText } from '#components/data/use-audit-text.ts'
import { Button } from '#components/ui/button.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { logAddress } from './log-address.ts'

/** The filter lives in the address, so that a view can be sent to a colleague; none of it is personal. */
export function LogFilters({ view }: { view: LogView }) {
  const t = useTranslations('log')
  const audit = useAuditText()
  const router = useRouter()
  const { filter } = view

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
    }
    router.push(
      logAddress({
        from: text('from'),
        to: text('to'),
        what: text('what'),
        actor: text('actor'),
        outcome: text('outcome') as LogFilter['outcome'],
        caseCode: text('case')?.replace(/[\s-]/g, '').toUpperCase() ?? null,
      }),
    )
  }

  return (
    <form onSubmit={apply} role="search" aria-label={t('filter')} className="flex flex-wrap items-end gap-3">
      <TextField className="w-40" label={t('from')} name="from" type="date" defaultValue={filter.from ?? ''} />
      <TextField className="w-40" label={t('to')} name="to" type="date" defaultValue={filter.to ?? ''} />
      <Select
        className="w-52"
        label={t('what')}
        name="what"
        placeholder={t('any')}
        defaultValue={filter.what ?? ''}
        options={view.codes.map((code) => ({ value: code, label: audit(code) }))}
      />
      <Select
        className="w-36"
        label={t('actor')}
        name="actor"
        placeholder={t('any')}
        defaultValue={filter.actor ?? ''}
        options={view.actors.map((actor) => ({ value: actor.id, label: actor.label }))}
      />
      <Select
        className="w-32"
        label={t('outcome')}
        name="outcome"
        placeholder={t('any')}
        defaultValue={filter.outcome ?? ''}
        options={(['ok', 'denied', 'failed'] as const).map((value) => ({ value, label: t(`outcomes.${value}`) }))}
      />
      <TextField
        className="w-36"
        label={t('caseCode')}
        name="case"
        mono
        autoComplete="off"
        spellCheck={false}
        defaultValue={filter.caseCode === null ? '' : formatCaseCode(filter.caseCode)}
      />
      <Button type="submit">{t('apply')}</Button>
      <Button look="quiet" onClick={() => router.push('/log')}>
        {t('clear')}
      </Button>
    </form>
  )
}
