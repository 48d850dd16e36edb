'use client'
import { useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { DialogButtons } from '#components/ui/dialog.tsx'

/** Before what was typed is thrown away, which long words are not twice. */
export function Leaving({
  words, onLeave, onStay,
}: {
  words: { text: string; stay: string; leave: string }
  onLeave: () => void
  onStay: () => void
}) {
  const stay = useRef<HTMLDivElement>(null)
  useEffect(() => {
    stay.current?.scrollIntoView({ block: 'nearest' })
    stay.current?.querySelector('button')?.focus()
  }, [])
  return (
    <div ref={stay} role="alert">
      <Callout tone="warn">{words.text}</Callout>
      <DialogButtons>
        <Button look="primary" onClick={onStay}>
          {words.stay}
        </Button>
        <Button look="bad" onClick={onLeave}>
          {words.leave}
        </Button>
      </DialogButtons>
    </div>
  )
}
