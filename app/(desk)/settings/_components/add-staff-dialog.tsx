'use client'
import { useTranslations } from 'next-intl'
import { isRole, roles } from '#domain/access/actor-kinds.ts'
import type { StaffListView } from '#usecases/views/settings.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
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
  const { form, field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/settings-inputs.ts')).addStaffForm,
    defaultValues: { email: '', humanRef: '', password: '' },
    action,
    onDone,
  })
  const role: string | undefined = form.watch('role')
  return (
    <CommandDialog command={command} title={t('addTitle')} text={t('addText')} act={t('addDo')} onClose={onClose}>
      <TextField label={t('email')} type="email" autoComplete="off" spellCheck={false} {...field('email')} />
      <TextField
        label={t('humanRef')}
        hint={t('humanRefHint')}
        autoComplete="off"
        spellCheck={false}
        {...field('humanRef')}
      />
      <Select
        label={t('role')}
        placeholder={ui('choose')}
        options={roles.map((one) => ({ value: one, label: common(`role.${one}`) }))}
        {...field('role')}
      />
      {role !== undefined && isRole(role) && <RoleEffect role={role} now={view.now} graceHours={view.graceHours} />}
      <TextField
        label={t('password')}
        hint={t('passwordHint')}
        type="password"
        autoComplete="new-password"
        {...field('password')}
      />
    </CommandDialog>
  )
}
