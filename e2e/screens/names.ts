/** The walks and, in their order, the screens that each takes a picture of. */
export const walks = {
  anybody: ['sign-in', 'sign-in-wrong', 'not-found'],
  agent: [
    'desk-idle', 'desk-incoming', 'desk-typed', 'desk-nobody', 'desk-several', 'wrap-up', 'desk-locked', 'desk-code',
    'desk-code-wrong', 'desk', 'desk-compare', 'desk-reveal', 'desk-submitted', 'desk-note', 'hand-over', 'palette',
    'desk-deletion', 'desk-deletion-told', 'desk-deletion-submitted', 'cases', 'case-void', 'case-waiting', 'case-cancel',
    'not-yours', 'case-unknown',
  ],
  supervisor: [
    'approvals', 'decision', 'decision-approve', 'decision-return', 'decision-reject', 'decision-hold',
    'case-in-motion', 'case-completed', 'cases-supervisor',
  ],
  auditor: ['log', 'log-filtered', 'log-empty', 'log-entry', 'log-export', 'log-case'],
  administrator: [
    'set-up', 'staff', 'staff-add', 'staff-role', 'clients', 'clients-add', 'clients-key', 'systems', 'systems-check',
    'systems-connect', 'settings', 'settings-change', 'settings-law', 'keys',
  ],
} as const

export type Walk = keyof typeof walks
export type ScreenName = (typeof walks)[Walk][number]

/** Every name of a picture, for `npm run screens -- --only <name>`. */
export const screenNames: readonly string[] = Object.values(walks).flat()
