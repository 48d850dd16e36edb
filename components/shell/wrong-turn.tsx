import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'

/** Stands inside the frame where there is nothing, or nothing for this reader, with the way back to their own room. */
export function WrongTurn({ why }: { why: 'notFound' | 'denied' }) {
  const t = useTranslations('trouble')
  return (
    <div className="gutter grid max-w-[760px] gap-5 py-12">
      <PageHeading below={t(`${why}.text`)}>{t(`${why}.title`)}</PageHeading>
      <div>
        <LinkButton href="/">{t(`${why}.home`)}</LinkButton>
      </div>
    </div>
  )
}
