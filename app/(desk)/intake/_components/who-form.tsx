'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { SubjectsNamed } from '#usecases/views/case.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { NameSubjects } from './intake-actions.ts'

/** Which case, and whether several people fit it so far: then a second identifier says which of them is meant. */
export interface UnknownCase {
  readonly caseCode: string
  readonly version: number
  readonly several: boolean
}

/**
 * Another identifier says who a case is about. Whatever does not fit exactly one gets a sentence of what to do, which
 * is the same whether nobody has it, somebody else has it or somebody who was erased had it.
 */
export function WhoForm({
  about, nameSubjects, onNamed, onSeveral, more,
}: {
  about: UnknownCase
  nameSubjects: NameSubjects
  onNamed: (named: SubjectsNamed) => void
  /** From here on a second identifier is asked for. */
  onSeveral?: () => void
  /** Beside the button. */
  more?: React.ReactNode
}) {
  const t = useTranslations('intake.who')
  const [several, setSeveral] = useState(about.several)
  const [afresh, setAfresh] = useState(false)
  const [unfit, setUnfit] = useState<'none_second' | 'none' | 'several' | null>(null)
  const second = several && !afresh
  const { caseCode, version } = about
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/case-inputs.ts')).nameSubjectsInput,
    defaultValues: { caseCode, version, query: '', afresh: false },
    action: async (input) => nameSubjects({ ...input, afresh }),
    onDone: (answer) => {
      if (answer.fits === 'one') return onNamed(answer)
      setUnfit(answer.fits === 'several' ? 'several' : second ? 'none_second' : 'none')
      form.setFocus('query', { shouldSelect: true })
      if (answer.fits === 'none') return
      setSeveral(true)
      setAfresh(false)
      onSeveral?.()
    },
  })
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-3">
      <TextField
        label={t(second ? 'second' : 'another')}
        hint={t(second ? 'secondHint' : 'anotherHint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        mono
        error={errorOf('query')}
        {...form.register('query')}
      />
      {unfit !== null && (
        <Callout tone="warn" live>
          {t(`unfit_${unfit}`)}
        </Callout>
      )}
      <FormProblem>{problem}</FormProblem>
      <p className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" pending={pending}>
          {t('name')}
        </Button>
        {several && (
          <Button
            look="quiet"
            onClick={() => {
              setAfresh(!afresh)
              setUnfit(null)
            }}
          >
            {t(afresh ? 'back' : 'afresh')}
          </Button>
        )}
        {more}
      </p>
    </form>
  )
}
