'use client'
import { useState } from 'react'
import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { signInWithPassword } from './sign-in-with-password.ts'

/** E-mail and password. The answer is the same for an unknown e-mail, a wrong password and a disabled account. */
export function SignInForm({ back }: { back: string | null }) {
  const t = useTranslations('auth')
  const [shown, setShown] = useState(false)
  const { field, submit, pending, problem } = useCommandForm({
    schema: async () => (await import('#usecases/views/sign-in.ts')).signInInput,
    defaultValues: { email: '', password: '' },
    action: signInWithPassword,
    // A whole page load: nothing rendered for the last reader of this browser survives in memory.
    onDone: ({ to }) => window.location.assign(back === null ? to : `${to}?to=${encodeURIComponent(back)}`),
  })
  return (
    <form onSubmit={(event) => void submit(event)} noValidate method="post" className="grid gap-4">
      <TextField
        label={t('email')}
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        {...field('email')}
      />
      <div className="relative">
        <TextField
          label={t('password')}
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          {...field('password')}
        />
        <button
          type="button"
          className="absolute top-0 right-0 grid size-6 place-items-center rounded text-ink-2"
          aria-label={shown ? t('hidePassword') : t('showPassword')}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff aria-hidden="true" className="size-4" /> : <Eye aria-hidden="true" className="size-4" />}
        </button>
      </div>
      <FormProblem>{problem}</FormProblem>
      <Button type="submit" look="primary" pending={pending} className="mt-1 w-full">
        {t('submit')}
      </Button>
    </form>
  )
}
