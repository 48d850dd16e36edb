import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { viewReviews } from '#usecases/review/view-reviews.ts'
import { ReviewsScreen } from './_components/reviews-screen.tsx'
import { reviewCall, settleItem } from './actions.ts'

export default async function ReviewsPage() {
  const view = await readForPage(viewReviews, {})
  return (
    <ClientMessages namespaces={['reviews', 'jobs', 'shell']}>
      <ReviewsScreen view={view} actions={{ reviewCall, settleItem }} />
    </ClientMessages>
  )
}
