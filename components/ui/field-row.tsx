import type { ReactNode } from 'react'

/** Label and value on a hairline, with a slot for what can be done to the value. Lives in a `<dl>`. */
export function FieldRow({ label, action, children }: { label: ReactNode; action?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-2 border-b border-line py-(--row-y)">
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className="col-start-1 min-w-0 font-medium">{children}</dd>
      {action !== undefined && <dd className="col-start-2 row-span-2 row-start-1 self-center">{action}</dd>}
    </div>
  )
}
