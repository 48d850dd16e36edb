import { cx } from './cx.ts'

/** A grey stand-in with the shape of what is coming. The region around it says that it loads. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={cx('animate-[pulse-soft_1.6s_ease-in-out_infinite] rounded bg-line/70', className ?? 'h-4 w-full')}
    />
  )
}
