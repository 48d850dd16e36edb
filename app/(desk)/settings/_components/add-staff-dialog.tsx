'use client'
import { useTranslations } from 'next-intl'
import { roles } from '#domain/access/actor-kinds.ts'
import { addStaffForm } from '#usecases/views/settings-inputs.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { StaffActions } from './staff-list.tsx'

/** A new member of staff with a first password, handed over in person. */
export function AddStaffDialog({
  action, onClose, onDone,
}: {
  action: StaffActions['addStaff']
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('settings.staff')
  const common = useTranslations('common')
  const ui = useTranslations('ui')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: addStaffForm,
    defaultValues: { email: '', humanRef: '', password: '' },
    action,
    onDone,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('addTitle')} description={t('addText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField label={t('email')} type="email" autoComplete="off" error={errorOf('email')} {...form.register('email')} />
        <TextField
          label={t('humanRef')}
          hint={t('humanRefHint')}
          autoComplete="off"
          error={errorOf('humanRef')}
          {...form.register('humanRef')}
        />
        <Select
          label={t('role')}
          placeholder={ui('choose')}
          options={roles.map((role) => ({ value: role, label: common(`role.${role}`) }))}
          error={errorOf('role')}
          {...form.register('role')}
        />
        <TextField
          label={t('password')}
          hint={t('passwordHint')}
          type="password"
          autoComplete="new-password"
          error={errorOf('password')}
          {...form.register('password')}
        />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('addDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
