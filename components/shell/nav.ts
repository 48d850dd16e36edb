import type { Role } from '#domain/access/policy.ts'

/** A room a role works in. `label` is a key below `nav.` in `shell`; `key` follows `g`. */
export interface NavItem {
  label:
    | 'desk' | 'intake' | 'cases' | 'approvals' | 'checks' | 'holds' | 'ineligibility' | 'reviews' | 'partners' | 'shift'
    | 'log' | 'setUp' | 'staff' | 'clients' | 'systems' | 'values' | 'notices' | 'messages' | 'scripts' | 'laws' | 'keys'
    | 'jobs'
  href: string
  key: string
}

/** What each role sees, in the order of its day. Hiding protects nothing: every page asks for itself. */
export const navByRole: Record<Role, readonly NavItem[]> = {
  agent: [
    { label: 'desk', href: '/desk', key: 'd' },
    { label: 'intake', href: '/intake', key: 'i' },
    { label: 'ineligibility', href: '/ineligibility', key: 'n' },
    { label: 'cases', href: '/cases', key: 'c' },
  ],
  supervisor: [
    { label: 'approvals', href: '/approvals', key: 'a' },
    { label: 'checks', href: '/checks', key: 'k' },
    { label: 'holds', href: '/holds', key: 'h' },
    { label: 'ineligibility', href: '/ineligibility', key: 'n' },
    { label: 'reviews', href: '/reviews', key: 'r' },
    { label: 'partners', href: '/partners', key: 'p' },
    { label: 'shift', href: '/shift', key: 's' },
    { label: 'cases', href: '/cases', key: 'c' },
  ],
  auditor: [
    { label: 'log', href: '/log', key: 'l' },
  ],
  administrator: [
    { label: 'setUp', href: '/settings', key: 'u' },
    { label: 'staff', href: '/settings/staff', key: 's' },
    { label: 'clients', href: '/settings/clients', key: 'c' },
    { label: 'systems', href: '/settings/systems', key: 'y' },
    { label: 'notices', href: '/settings/notices', key: 'n' },
    { label: 'messages', href: '/settings/messages', key: 'm' },
    { label: 'scripts', href: '/settings/scripts', key: 'r' },
    { label: 'laws', href: '/settings/laws', key: 'l' },
    { label: 'values', href: '/settings/values', key: 'v' },
    { label: 'keys', href: '/settings/keys', key: 'k' },
    { label: 'jobs', href: '/settings/jobs', key: 'j' },
  ],
}

/** The item that a path belongs to: the longest address it lies at or below. */
export function activeItem(items: readonly NavItem[], pathname: string): NavItem | null {
  const fitting = items.filter((item) => pathname === item.href || pathname.startsWith(`${item.href}/`))
  return fitting.sort((a, b) => b.href.length - a.href.length)[0] ?? null
}
