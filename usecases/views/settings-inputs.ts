import { z } from 'zod'
import { roles } from '#domain/access/actor-kinds.ts'

// What the settings pages send back, as their forms judge it before the command does.

export const addStaffForm = z.object({
  email: z.email({ error: 'email' }).max(320, { error: 'too_long' }),
  humanRef: z
    .string()
    .trim()
    .min(1, { error: 'required' })
    .max(40, { error: 'too_long' })
    .regex(/^[\p{L}\p{N}._-]+$/u, { error: 'invalid' }),
  role: z.enum(roles, { error: 'choose' }),
  password: z.string().min(12, { error: 'password_short' }).max(1024, { error: 'too_long' }),
})
export type AddStaffForm = z.output<typeof addStaffForm>

export const addClientForm = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: 'required' })
    .max(60, { error: 'too_long' })
    .regex(/^[\p{L}\p{N} ._-]+$/u, { error: 'invalid' }),
  scopes: z.array(z.string()).min(1, { error: 'scopes' }),
})
export type AddClientForm = z.output<typeof addClientForm>

export const setSettingForm = z.object({
  key: z.string().max(80),
  value: z.string().trim().min(1, { error: 'required' }).max(40),
})
export type SetSettingForm = z.output<typeof setSettingForm>
