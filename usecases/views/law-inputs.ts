import { z } from 'zod'
import { requestKinds } from '#domain/request/kinds.ts'
import { lawMarkForm } from './settings-inputs.ts'

/** A request that somebody only thinks of: the command knows every place, the form its shape. */
export const whatIfForm = z.object({
  jurisdiction: lawMarkForm.shape.jurisdiction,
  kind: z.enum(requestKinds, { error: 'choose' }),
  scope: z.enum(['account', 'service'], { error: 'choose' }),
  receivedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' }),
})
export type WhatIfForm = z.output<typeof whatIfForm>

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' })
const span = z.object({
  /** A whole number as it is typed; empty where the law says nothing. */
  amount: z.string().trim().regex(/^\d{0,4}$/, { error: 'number' }),
  unit: z.enum(['day', 'working_day', 'month'], { error: 'choose' }),
})
const longest = 3650

/** Other figures for one row of the law table, from a day on; and the day on which they are tried. */
export const lawRowForm = z
  .object({
    rowId: z.string().regex(/^[a-z0-9_.-]{1,80}$/),
    answer: span,
    acknowledge: span,
    extension: span,
    rolls: z.enum(['yes', 'no'], { error: 'choose' }),
    mark: z.enum(['', 'yes', 'no', 'undecided'], { error: 'choose' }),
    markUntil: span,
    validFrom: day,
    validTo: z.union([z.literal(''), day]),
    /** Where it is written. */
    citation: z.string().trim().min(1, { error: 'required' }).max(400, { error: 'too_long' }),
    reason: z.string().trim().min(1, { error: 'required' }).max(500, { error: 'too_long' }),
    /** A request received on that day is reckoned; empty: on the first day of the new figures. */
    receivedOn: z.union([z.literal(''), day]),
  })
  .superRefine((form, context) => {
    const fault = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (form.answer.amount === '') fault(['answer', 'amount'], 'required')
    for (const name of ['answer', 'acknowledge', 'extension', 'markUntil'] as const) {
      const { amount } = form[name]
      if (amount !== '' && (Number(amount) < 1 || Number(amount) > longest)) fault([name, 'amount'], 'number')
    }
    if (form.markUntil.amount !== '' && form.mark !== 'yes') fault(['markUntil', 'amount'], 'law_end_of_no_mark')
    if (form.markUntil.amount !== '' && form.markUntil.unit === 'working_day') fault(['markUntil', 'unit'], 'choose')
    if (form.validTo !== '' && form.validTo < form.validFrom) fault(['validTo'], 'range')
  })
export type LawRowForm = z.output<typeof lawRowForm>

/** One day of one place: worked, off, or as the calendar says. */
export const workingDayForm = z.object({
  jurisdiction: lawMarkForm.shape.jurisdiction,
  date: day,
  working: z.enum(['yes', 'no', 'calendar'], { error: 'choose' }),
})
export type WorkingDayForm = z.output<typeof workingDayForm>
