'use client'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Role } from '#domain/access/policy.ts'
import { useShortcut } from './keyboard.tsx'
import { activeItem, navByRole } from './nav.ts'

/** Esc leads from what was opened back to its room, with the filter that stands in the address. */
export function BackKey({ role }: { role: Role }) {
  const t = useTranslations('shell')
  const router = useRouter()
  const pathname = usePathname()
  const room = activeItem(navByRole[role], pathname)
  const isBelow = room !== null && pathname !== room.href
  const back = () => {
    if (room !== null) router.push(`${room.href}${window.location.search}`)
  }
  useShortcut('Escape', t('keys.back', { room: room === null ? '' : t(`nav.${room.label}`) }), back, isBelow)
  return null
}
