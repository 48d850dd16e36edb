import { getTranslations } from 'next-intl/server'
import { RoomSkeleton } from '#components/shell/room-skeleton.tsx'

/**
 * While a room is fetched, its own shape. One file for all of them: with one in each room, going on within a room, from
 * the queue to a case, would take away what stands there and show grey for a moment, instead of keeping it.
 */
export default async function Loading() {
  const t = await getTranslations('ui')
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      <RoomSkeleton />
    </div>
  )
}
