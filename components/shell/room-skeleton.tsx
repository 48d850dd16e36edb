'use client'
import { usePathname } from 'next/navigation'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { shapeOf, type RoomShape } from './room-shape.ts'

/** The grey shape of the room that is on its way. What is around it says that it loads. */
export function RoomSkeleton() {
  const Shape = drawn[shapeOf(usePathname())]
  return <Shape />
}

const drawn: Record<RoomShape, () => React.ReactNode> = {
  call: Call,
  queue: Queue,
  case: Case,
  table: Table,
  filteredTable: FilteredTable,
  cards: Cards,
  list: List,
}

/** The sentence on top, and what it rests on. */
function Sentence() {
  return (
    <div className="grid gap-3">
      <Skeleton className="h-8 w-[min(36rem,90%)]" />
      <Skeleton className="h-4 w-[min(28rem,70%)]" />
    </div>
  )
}

function Rows({ count, className = 'h-10' }: { count: number; className?: string }) {
  return Array.from({ length: count }, (_, row) => <Skeleton key={row} className={`${className} w-full`} />)
}

function Call() {
  return (
    <div className="gutter mx-auto grid max-w-[980px] gap-6 py-10 desk:py-16">
      <Skeleton className="h-8 w-56" />
      <Skeleton className="h-14 w-full" />
      <div className="mt-6 grid gap-x-8 gap-y-10 md:grid-cols-2">
        {[0, 1].map((column) => (
          <div key={column} className="grid content-start gap-3">
            <Skeleton className="h-5 w-32" />
            <Rows count={3} />
          </div>
        ))}
      </div>
    </div>
  )
}

function Queue() {
  return (
    <div className="grid grid-cols-1 lg:grid-cols-[340px_minmax(0,1fr)]">
      <div className="grid content-start gap-3 border-line p-5 lg:border-r">
        <Skeleton className="h-7 w-48" />
        <Rows count={7} className="h-16" />
      </div>
      <div className="gutter grid content-start gap-6 py-10 max-lg:hidden">
        <Sentence />
        <Rows count={3} />
      </div>
    </div>
  )
}

function Case() {
  return (
    <>
      <div className="gutter grid gap-6 border-b border-line py-7">
        <Skeleton className="h-5 w-40" />
        <Sentence />
        <div className="grid grid-cols-2 gap-1 sm:grid-cols-4">
          <Rows count={4} className="h-8" />
        </div>
      </div>
      <div className="grid grid-cols-1 desk:grid-cols-[minmax(0,1fr)_340px]">
        <div className="gutter grid content-start gap-3 py-(--section-y)">
          <Skeleton className="h-5 w-40" />
          <Rows count={4} />
        </div>
        <div className="gutter grid content-start gap-3 border-line py-(--section-y) max-desk:border-t desk:border-l">
          <Skeleton className="h-5 w-24" />
          <Rows count={5} className="h-6" />
        </div>
      </div>
    </>
  )
}

function Table() {
  return (
    <div className="gutter grid gap-6 py-8">
      <Sentence />
      <div className="grid gap-3 border-t border-line pt-3">
        <Skeleton className="h-5 w-full" />
        <Rows count={8} />
      </div>
    </div>
  )
}

function FilteredTable() {
  return (
    <div className="gutter grid gap-6 py-8">
      <Sentence />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Rows count={4} className="h-14" />
      </div>
      <div className="grid gap-2">
        <Rows count={10} className="h-8" />
      </div>
    </div>
  )
}

function Cards() {
  return (
    <div className="gutter mx-auto grid max-w-[860px] gap-5 py-6">
      <Sentence />
      <Rows count={3} className="h-32" />
    </div>
  )
}

function List() {
  return (
    <div className="gutter grid max-w-[860px] gap-8 py-8">
      <Sentence />
      <div className="grid gap-3 border-t border-line pt-3">
        <Rows count={6} className="h-12" />
      </div>
    </div>
  )
}
