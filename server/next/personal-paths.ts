/** First path segments whose pages show a person, a case or what was done about one. */
export const personalRoots = [
  'desk', 'cases', 'intake', 'approvals', 'checks', 'holds', 'ineligibility', 'campaigns', 'reviews', 'partners', 'shift',
  'log', 'samples', 'exports', 'settings', 'told', 'copy', 'confirm',
] as const

/** Whether a path is one of those pages: never cached, never rendered for a HEAD or a prefetch. */
export function isPersonalPath(pathname: string): boolean {
  const first = pathname.split('/')[1] ?? ''
  return personalRoots.some((root) => root === first)
}
