import type { ReactNode } from 'react'

/** A page for somebody outside this desk: words, and nothing that is kept in their browser. */
export default function ToldLayout({ children }: { children: ReactNode }) {
  return <div className="mx-auto grid min-h-screen max-w-[68ch] content-start px-4 py-10 sm:px-6 sm:py-16">{children}</div>
}
