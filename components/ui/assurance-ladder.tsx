import { cx } from './cx.ts'

/** Three rungs, filled as far as was proven. `label` says the same in words. */
export function AssuranceLadder({ level, label }: { level: 0 | 1 | 2 | 3; label: string }) {
  return (
    <div role="img" aria-label={label} className="flex flex-none items-center gap-1">
      {[1, 2, 3].map((rung) => (
        <span key={rung} className={cx('h-1.5 w-8 rounded-[3px] sm:w-11', rung <= level ? 'bg-accent' : 'bg-line')} />
      ))}
    </div>
  )
}
