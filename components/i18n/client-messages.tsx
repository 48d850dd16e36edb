import type { ReactNode } from 'react'
import { NextIntlClientProvider, useMessages } from 'next-intl'
import type { Namespace } from '#components/i18n/namespace.ts'

// What the kit and the shell need on every page.
const everywhere: readonly Namespace[] = ['common', 'ui', 'errors']

/**
 * Hands the named message namespaces (and the kit's own) to the client components below, and no others:
 * a page carries the words it shows. An inner one replaces an outer one, so name all that are needed.
 */
export function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: readonly Namespace[]
  children: ReactNode
}) {
  const all = useMessages()
  const wanted = new Set<string>([...everywhere, ...namespaces])
  const picked = Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name)))
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>
}
