import { useEffect, useRef } from 'react'
import { useTranslations } from 'next-intl'
import type { DeskCallView } from '#usecases/views/desk.ts'
import { say } from '#components/ui/toast.tsx'

/** Says what somebody answered by a link, when the page shows it: nobody at this desk pressed anything for it. */
export function useLinkNews(view: DeskCallView): void {
  const t = useTranslations('desk')
  const { person, call: { assurance: { level } } } = view
  const denied = person.found === 'locked' && person.denied
  const ways = person.found === 'locked' ? person.ways : person.found === 'verified' ? person.secondFactor : []
  const waits = ways.some(({ challenge }) => challenge?.by === 'link')
  const before = useRef({ level, denied, waits })
  useEffect(() => {
    const was = before.current
    before.current = { level, denied, waits }
    if (denied && !was.denied) say('bad', t('locked.denied_say'))
    else if (was.waits && level > was.level) say('good', t('way.linkVerifiedSay'))
  }, [level, denied, waits, t])
}
