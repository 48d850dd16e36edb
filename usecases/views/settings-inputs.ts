import { z } from 'zod'
import { parseSetting, type SettingFault } from '#domain/settings/settings.ts'
import { AddClientInput } from '../client/client-input.ts'
import { HumanRef, NewPassword, StaffEmail, StaffRole } from '../staff/staff-input.ts'

// What the settings pages send back, as their forms judge it before the command does. Where a command's own
// schema is light enough for a browser, it is that one.

export const addStaffForm = z.object({ email: StaffEmail, humanRef: HumanRef, role: StaffRole, password: NewPassword })
export type AddStaffForm = z.output<typeof addStaffForm>

export const addClientForm = AddClientInput
export type AddClientForm = z.output<typeof addClientForm>

/** Which sentence stands beside the field for each way in which a setting can be wrong. */
export const settingFault = {
  unknown_setting: 'choose',
  not_a_whole_number: 'number',
  not_yes_or_no: 'choose',
  not_a_country: 'country_unknown',
  too_small: 'too_small',
  too_large: 'too_big',
} as const satisfies Record<SettingFault, string>

export const setSettingForm = z
  .object({ key: z.string().max(80), value: z.string().trim().min(1, { error: 'required' }).max(40, { error: 'too_long' }) })
  .superRefine(({ key, value }, context) => {
    const parsed = parseSetting(key, value)
    if (!parsed.ok) context.addIssue({ code: 'custom', path: ['value'], message: settingFault[parsed.reason] })
  })
export type SetSettingForm = z.output<typeof setSettingForm>

/** The command knows every place; here only its shape: a country, a part of one, the union, or `*`. */
export const lawMarkForm = z.object({
  jurisdiction: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{2}(-[A-Z0-9]{1,3})?|\*)$/, { error: 'place' }),
  mark: z.enum(['yes', 'no'], { error: 'choose' }),
})
export type LawMarkForm = z.output<typeof lawMarkForm>

/** The files are read by the command alone: a browser needs no YAML parser. */
export const connectSystemForm = z.object({
  name: z.string().trim().min(1, { error: 'required' }).regex(/^[a-z][a-z0-9_-]{0,39}$/, { error: 'system_name' }),
  role: z.enum(['own', 'processor', 'recipient'], { error: 'choose' }),
  url: z.string().trim().min(1, { error: 'required' }).max(2_000, { error: 'too_long' }),
  dataset: z.string().min(1, { error: 'required' }).max(2_000_000, { error: 'too_long' }),
  policy: z.string().max(500_000, { error: 'too_long' }),
})
export type ConnectSystemForm = z.output<typeof connectSystemForm>
