'use client'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { ActionResult } from '#usecases/action-result.ts'
import type { FollowLinkInput, LinkAnswer, LinkFollowed } from '#usecases/views/link.ts'
import { answerTo } from '#components/form/answer-to.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'

/** What stands there once it was answered. */
export interface SaidAfter {
  title: string
  text: string
}

/** The two answers; a press on either is the only thing that this page changes. What came of it takes its place. */
export function AnswerLink({
  token, action, words, children,
}: {
  token: string
  action: (input: FollowLinkInput) => Promise<ActionResult<LinkFollowed>>
  /** In the page's language. `yes` is null where there is nothing left to confirm. */
  words: Record<LinkFollowed['answer'], SaidAfter> & { yes: string | null; no: string; failed: string }
  children: ReactNode
}) {
  const [pending, setPending] = useState<LinkAnswer | null>(null)
  const [failed, setFailed] = useState(false)
  const [answered, setAnswered] = useState<LinkFollowed['answer'] | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [answered])
  async function press(answer: LinkAnswer) {
    if (pending !== null) return
    setPending(answer)
    setFailed(false)
    const result = await answerTo(action, { token, answer })
    setPending(null)
    if (result.ok) setAnswered(result.value.answer)
    else setFailed(true)
  }
  if (answered !== null) {
    return (
      <section className="grid gap-3" role="status">
        <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-[-0.01em] text-balance">
          {words[answered].title}
        </h1>
        <p>{words[answered].text}</p>
      </section>
    )
  }
  return (
    <section className="grid gap-5">
      {children}
      <div className="flex flex-wrap gap-3">
        {words.yes !== null && (
          <Button look="primary" pending={pending === 'confirm'} className="min-h-11 whitespace-normal" onClick={() => void press('confirm')}>
            {words.yes}
          </Button>
        )}
        <Button look="bad" pending={pending === 'refuse'} className="min-h-11 whitespace-normal" onClick={() => void press('refuse')}>
          {words.no}
        </Button>
      </div>
      {failed && <Callout tone="bad" live>{words.failed}</Callout>}
    </section>
  )
}
