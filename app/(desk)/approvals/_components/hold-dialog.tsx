'use client'
import { useTranslations } from 'next-intl'
import type { z } from 'zod'
import type { placeHoldOnCaseInput } from '#usecases/views/holds-inputs.ts'
import { holdBases } from '#usecases/views/hold-codes.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { CodeField } from '#components/ui/code-field.tsx'
import { FieldError } from '#components/ui/field.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ApprovalsActions } from './approvals-actions.ts'

/** What a hold is placed on: a case that is open on the page, or one whose code is typed (`caseCode: null`). */
export interface HeldCase {
  caseCode: string | null
  /** The case is about one service, or may be. */
  service: boolean
  /** The systems that a partial hold can name. */
  systems: readonly string[]
}

const typedOfHold = ['covers', 'systems', 'basisCode', 'basis', 'reviewOn'] as const

/** A legal hold: what it covers, on which basis, and when somebody looks at it again. */
export function HoldDialog({
  about, actions, onClose, onDone,
}: {
  about: HeldCase
  actions: Pick<ApprovalsActions, 'placeHold'>
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('approvals')
  const { word } = useWords()
  const { form, field, errorOf, ...command } = useCommandForm<
    z.input<typeof placeHoldOnCaseInput>, z.output<typeof placeHoldOnCaseInput>, unknown
  >({
    schema: async () => (await import('#usecases/views/holds-inputs.ts')).placeHoldOnCaseInput,
    defaultValues: { caseCode: about.caseCode ?? '', systems: [], basis: '', reviewOn: '' },
    action: actions.placeHold,
    draft: about.caseCode === null
      ? { form: 'hold_by_code', fields: ['caseCode', ...typedOfHold] }
      : { form: 'hold', of: about.caseCode, fields: typedOfHold },
    onDone,
  })
  const options = [
    { value: 'everything', label: t('coversEverything') },
    ...(about.service ? [{ value: 'service', label: t('coversService') }] : []),
    ...(about.systems.length > 0 ? [{ value: 'systems', label: t('coversSystems') }] : []),
  ]
  const systemsError = errorOf('systems')
  return (
    <CommandDialog command={command} title={t('holdTitle')} text={t('holdText')} act={t('holdDo')} onClose={onClose}>
      {about.caseCode === null && (
        <CodeField label={t('holdCase')} hint={t('holdCaseHint')} {...field('caseCode')} />
      )}
      <RadioGroup legend={t('covers')} options={options} {...field('covers')} />
      {form.watch('covers') === 'systems' && (
        <fieldset className="grid gap-1" aria-describedby={systemsError === undefined ? undefined : 'hold-systems-error'}>
          <legend className="text-sm font-medium">{t('whichSystems')}</legend>
          <p className="text-xs text-ink-2">{t('whichSystemsHint')}</p>
          {about.systems.map((system) => (
            <Checkbox key={system} label={system} value={system} {...form.register('systems')} />
          ))}
          {systemsError !== undefined && <FieldError id="hold-systems-error">{systemsError}</FieldError>}
        </fieldset>
      )}
      <Select
        label={t('holdRests')}
        placeholder={t('holdRestsChoose')}
        options={holdBases.map((code) => ({ value: code, label: word('holdBasis', code) }))}
        {...field('basisCode')}
      />
      <TextField label={t('basis')} hint={t('basisHint')} {...field('basis')} />
      <TextField label={t('reviewOn')} type="date" {...field('reviewOn')} />
    </CommandDialog>
  )
}
