'use client'
import { useState } from 'react'
import {
  useForm, type DefaultValues, type FieldValues, type Path, type RegisterOptions, type UseFormRegisterReturn,
  type UseFormReturn,
} from 'react-hook-form'
import type { ActionProblem, ActionResult } from '#usecases/action-result.ts'
import { answerTo } from './answer-to.ts'
import { errorAt, faultCode } from './field-errors.ts'
import { judgedBy, type LoadSchema } from './judged-by.ts'
import type { Kept } from './use-draft.tsx'
import { useFormDraft, type FormDraft } from './use-form-draft.ts'
import { useProblemText } from './use-problem-text.ts'

export interface CommandForm<In extends FieldValues, Out> {
  form: UseFormReturn<In, unknown, Out & FieldValues>
  /** For `<form onSubmit>`. */
  submit: (event?: React.BaseSyntheticEvent) => Promise<void>
  pending: boolean
  /** What went wrong, when it is about the whole; for `<FormProblem>`. */
  problem: ActionProblem | null
  /** What was typed earlier and kept; for `<KeptNote>`, which a `<CommandDialog>` shows by itself. */
  kept: Kept | null
  /** The sentence for one field, or undefined. */
  errorOf: (path: Path<In>) => string | undefined
  /** What ties a control to one field, with what is wrong with it: `<TextField label=… {...field('name')} />`. */
  field: <P extends Path<In>>(
    path: P, options?: RegisterOptions<In, P>,
  ) => UseFormRegisterReturn<P> & { error: string | undefined }
}

/**
 * A form that sends one command. The command's own schema judges it here first and on the server again;
 * either way the error stands at its field, focus goes to the first one, and nothing typed is lost.
 */
export function useCommandForm<In extends FieldValues, Out extends FieldValues, Value>({
  schema,
  defaultValues,
  action,
  draft,
  onDone,
}: {
  /** Fetched when the form is first judged: the rules weigh more than the room (see judged-by.ts). */
  schema: LoadSchema<In, Out>
  defaultValues: DefaultValues<In>
  action: (input: Out) => Promise<ActionResult<Value>>
  /** Keeps what is typed on the server until it is sent, through an error, a reload, Esc and the end of a session. */
  draft?: FormDraft<In>
  onDone?: (value: Value) => void
}): CommandForm<In, Out> {
  const text = useProblemText()
  const [problem, setProblem] = useState<ActionProblem | null>(null)
  const form = useForm<In, unknown, Out>({ resolver: judgedBy(schema), defaultValues, mode: 'onTouched' })
  const { isSubmitting, errors } = form.formState
  const { kept, sent } = useFormDraft(form, defaultValues, draft)

  function show(found: ActionProblem) {
    const fields = Object.entries(found.fields ?? {})
    const known = fields.filter(([path]) => errorAt(form.control._fields as never, path) !== undefined)
    for (const [index, [path, key]] of known.entries()) {
      const message = key.replace(/^field\./, '')
      form.setError(path as Path<In>, { type: 'server', message }, { shouldFocus: index === 0 })
    }
    // A fault of a field that is not on this form still has to be said somewhere.
    setProblem(known.length > 0 && known.length === fields.length ? null : found)
  }

  const submit = form.handleSubmit(async (input) => {
    setProblem(null)
    const result = await answerTo(action, input)
    if (!result.ok) return show(result.problem)
    sent()
    onDone?.(result.value)
  })

  const errorOf = (path: Path<In>) => {
    const code = faultCode(errorAt(errors, path))
    return code === null ? undefined : text.fault(code)
  }

  return {
    form: form as unknown as CommandForm<In, Out>['form'],
    submit,
    pending: isSubmitting,
    problem,
    kept,
    errorOf,
    field: (path, options) => ({ ...form.register(path, options), error: errorOf(path) }),
  }
}
