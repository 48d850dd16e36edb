import { CornerDownLeft } from 'lucide-react'
import { cx } from './cx.ts'

const enter = '↵'

/**
 * A key, shown beside what it does. Read out through `aria-keyshortcuts` of that control, not from here. The sign of
 * the enter key is drawn, since few fonts have it.
 */
export function Kbd({ children, inherit = false }: { children: string; inherit?: boolean }) {
  return (
    <kbd
      aria-hidden="true"
      className={cx(
        'inline-block rounded-[4px] border border-b-2 px-[5px] font-mono text-[11px]/4 font-medium',
        inherit ? 'border-current/40 bg-transparent' : 'border-line bg-surface text-ink-3',
      )}
    >
      {children.replace(enter, '')}
      {children.includes(enter) && <CornerDownLeft className="inline size-3 align-[-2px]" />}
    </kbd>
  )
}
