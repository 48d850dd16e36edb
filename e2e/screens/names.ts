import type { Role } from '#domain/access/policy.ts'

/** The walks and, in their order, the screens that each stands before. */
export const walks = {
  anybody: ['sign-in', 'sign-in-wrong', 'not-found'],
  call: [
    'desk-idle', 'desk-incoming', 'desk-typed', 'desk-nobody', 'desk-opt-out', 'desk-stated', 'desk-document',
    'desk-erased', 'desk-erased-asks', 'desk-several', 'wrap-up', 'desk-locked', 'desk-lost', 'desk-representative',
    'desk-called-back', 'desk-not-me', 'desk-claims', 'desk-code', 'desk-code-wrong', 'desk', 'desk-compare', 'desk-reveal',
    'desk-numbers', 'desk-submitted', 'desk-note', 'hand-over', 'palette', 'case-void',
  ],
  deletions: [
    'desk-accounts', 'desk-both', 'desk-deletion', 'desk-deletion-told', 'desk-deletion-submitted', 'desk-to-be-read',
    'told', 'told-chinese', 'told-nothing', 'cases', 'case-waiting', 'case-cancel', 'desk-decisions', 'desk-object',
    'not-yours', 'case-unknown',
  ],
  links: [
    'desk-copy', 'copy', 'copy-chinese', 'copy-nothing', 'case-copy', 'desk-link', 'confirm-call', 'confirm-call-chinese',
    'confirm-done', 'confirm-nothing', 'desk-denied', 'case-link-ask', 'case-link', 'confirm-case',
  ],
  letters: [
    'intake', 'intake-unfinished', 'intake-taken', 'intake-several', 'case-of-nobody', 'case-name', 'case-no-data',
    'marks-agent', 'desk-unfinished', 'desk-not-reached', 'call-back',
  ],
  supervisor: [
    'checks', 'checks-opened', 'approvals', 'contested', 'holds', 'hold-place', 'ineligibility', 'mark-ask', 'decision',
    'decision-approve', 'decision-return', 'decision-reject', 'decision-hold', 'case-in-motion', 'case-completed',
    'reviews', 'shift', 'cases-supervisor',
  ],
  stopped: [
    'decision-extend', 'objection', 'objection-answer', 'deputy-name', 'deputy-end', 'case-disputed', 'dispute-resolve',
    'case-attention', 'attention-by-hand', 'attention-keep', 'case-held', 'hold-lift', 'hold-review', 'mark-review',
    'mark-mistake', 'review-settle', 'partners', 'partner-letter', 'partner-contact',
    'case-stale', 'trouble',
  ],
  auditor: ['log', 'log-filtered', 'log-empty', 'log-entry', 'log-export', 'log-case'],
  administrator: [
    'set-up', 'staff', 'staff-add', 'staff-role', 'clients', 'clients-add', 'clients-key', 'systems', 'systems-check',
    'systems-connect', 'settings', 'settings-change', 'laws', 'laws-what-if', 'settings-law', 'notices',
    'notices-compared', 'notices-add', 'messages', 'scripts', 'own-keys', 'jobs', 'keys',
  ],
} as const

export type Walk = keyof typeof walks
export type ScreenName = (typeof walks)[Walk][number]

/** Every name of a picture, for `npm run screens -- --only <name>`. */
export const screenNames: readonly string[] = Object.values(walks).flat()

/** The screens that show a room as its reader comes into it: `role path`. Every room of every role is one of them. */
export const roomScreens: Partial<Record<ScreenName, `${Role} /${string}`>> = {
  'desk-idle': 'agent /desk',
  intake: 'agent /intake',
  'marks-agent': 'agent /ineligibility',
  cases: 'agent /cases',
  approvals: 'supervisor /approvals',
  checks: 'supervisor /checks',
  holds: 'supervisor /holds',
  ineligibility: 'supervisor /ineligibility',
  reviews: 'supervisor /reviews',
  partners: 'supervisor /partners',
  shift: 'supervisor /shift',
  'cases-supervisor': 'supervisor /cases',
  log: 'auditor /log',
  'set-up': 'administrator /settings',
  staff: 'administrator /settings/staff',
  clients: 'administrator /settings/clients',
  systems: 'administrator /settings/systems',
  notices: 'administrator /settings/notices',
  messages: 'administrator /settings/messages',
  scripts: 'administrator /settings/scripts',
  laws: 'administrator /settings/laws',
  settings: 'administrator /settings/values',
  'own-keys': 'administrator /settings/keys',
  jobs: 'administrator /settings/jobs',
}
