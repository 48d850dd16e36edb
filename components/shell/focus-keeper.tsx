'use client'
import { useEffect } from 'react'

/** Places that can hold the focus when what had it is gone: from the nearest outwards. */
const places = 'li, section, [role=region], [role=group], main'

/**
 * Never lets the focus fall back to the top of the page. What has it may be drawn no more: a choice that was made, a
 * card that is done with, a dialog whose button is gone. A screen that knows the next step puts the focus there itself;
 * where none does, it goes to what stood around the place.
 */
export function FocusKeeper() {
  useEffect(() => {
    let last: Element | null = null
    let around: Element[] = []
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      last = target
      // Where a question lies over the page, what counts is the page: the question goes as a whole.
      const isInDialog = target.closest('dialog') !== null
      if (!isInDialog) around = outwards(target)
    }
    const look = () => {
      const isLost = last !== null && !last.isConnected
      const { activeElement } = document
      if (!isLost || (activeElement !== null && activeElement !== document.body)) return
      // After this turn: whoever knows better has had the focus put there by then.
      queueMicrotask(() => {
        if (document.activeElement !== document.body) return
        last = null
        focusOn(around.find((place) => place.isConnected) ?? document.getElementById('main'))
      })
    }
    const changes = new MutationObserver(look)
    changes.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', note)
    return () => {
      changes.disconnect()
      document.removeEventListener('focusin', note)
    }
  }, [])
  return null
}

function outwards(from: Element): Element[] {
  const found: Element[] = []
  let place = from.parentElement?.closest(places) ?? null
  while (place !== null) {
    found.push(place)
    place = place.parentElement?.closest(places) ?? null
  }
  return found
}

function focusOn(place: Element | null): void {
  if (!(place instanceof HTMLElement)) return
  if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) place.tabIndex = -1
  place.focus({ preventScroll: true })
}
