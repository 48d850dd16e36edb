import type { ReactNode } from 'react'

/** The sentence first: one plain sentence that answers the reader's question, evidence below (principle 1). */
export function PageHeading({
  above,
  aside,
  children,
  below,
}: {
  above?: ReactNode
  aside?: ReactNode
  children: ReactNode
  below?: ReactNode
}) {
  return (
    <div className="grid grid-cols-1 gap-2">
      {above !== undefined && <div className="flex flex-wrap items-center gap-2">{above}</div>}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <h1 className="max-w-[40em] min-w-0 flex-1 basis-64 text-2xl font-semibold tracking-[-0.01em] text-balance">
          {children}
        </h1>
        {aside}
      </div>
      {below !== undefined && <div className="max-w-[74ch] text-ink-2">{below}</div>}
    </div>
  )
}
