import { z } from 'zod'

/** What the sign-in form sends. Length is bounded, so that nobody can make the password hash of a book. */
export const signInInput = z.object({
  email: z.string().trim().min(1, { error: 'required' }).max(320, { error: 'too_long' }),
  password: z.string().min(1, { error: 'required' }).max(1024, { error: 'too_long' }),
})
export type SignInInput = z.output<typeof signInInput>
