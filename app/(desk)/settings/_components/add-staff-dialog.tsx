'use client'
import { useTranslations } from 'next-intl'
import { isRole, roles } from '#domain/access/actor-kinds.ts'
import type { StaffListView } from '#usecases/views/settings.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { RoleEffect } from './role-effect.tsx'
import type { StaffActions } from './staff-list.tsx'

/** A new member of staff with a first password, handed over in person. */
export function AddStaffDialog({
  view, action, onClose, onDone,
}: {
  view: StaffListView
  action: StaffActions['addStaff']
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('settings.staff')
  const common = useTranslations('common')
  const ui = useTranslations('ui')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/settings-inputs.ts')).addStaffForm,
    defaultValues: { email: '', humanRef: '', password: '' },
    action,
    onDone,
  })
  const role: string | undefined = form.watch('role')
  return (
    <Dialog open onOpenChange={onClose} title={t('addTitle')} description={t('addText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField
          label={t('email')}
          type="email"
          autoComplete="off"
          spellCheck={false}
          error={errorOf('email')}
          {...form.register('email')}
        />
        <TextField
          label={t('humanRef')}
          hint={t('humanRefHint')}
          autoComplete="off"
          spellCheck={false}
          error={errorOf('humanRef')}
          {...form.register('humanRef')}
        />
        <Select
          label={t('role')}
          placeholder={ui('choose')}
          options={roles.map((one) => ({ value: one, label: common(`role.${one}`) }))}
          error={errorOf('role')}
          {...form.register('role')}
        />
        {role !== undefined && isRole(role) && <RoleEffect role={role} now={view.now} graceHours={view.graceHours} />}
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
