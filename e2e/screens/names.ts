/** The walks and, in their order, the screens that each takes a picture of. */
export const walks = {
  anybody: ['sign-in', 'sign-in-wrong', 'not-found'],
  agent: [
    'desk-idle', 'desk-incoming', 'desk-typed', 'desk-nobody', 'desk-stated', 'desk-document', 'desk-erased',
    'desk-erased-asks', 'desk-several', 'wrap-up', 'desk-locked', 'desk-lost', 'desk-representative',
    'desk-called-back', 'desk-not-me', 'desk-claims', 'desk-code', 'desk-code-wrong', 'desk', 'desk-compare', 'desk-reveal',
    'desk-numbers', 'desk-submitted', 'desk-note', 'hand-over', 'palette', 'desk-accounts', 'desk-both', 'desk-deletion',
    'desk-deletion-told', 'desk-deletion-submitted', 'desk-to-be-read', 'told', 'told-chinese', 'told-nothing', 'cases', 'case-void', 'case-waiting', 'case-cancel',
    'not-yours', 'case-unknown',
  ],
  supervisor: [
    'checks', 'checks-opened', 'approvals', 'contested', 'holds', 'hold-place', 'ineligibility', 'mark-ask', 'decision',
    'decision-approve', 'decision-return', 'decision-reject', 'decision-hold', 'case-in-motion', 'case-completed',
    'reviews', 'partners', 'partner-letter', 'shift', 'cases-supervisor',
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
