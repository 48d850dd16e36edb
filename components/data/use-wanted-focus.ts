'use client'
import { useEffect, useRef } from 'react'

/** Takes the focus when it is wanted here: an arrow led to it, or what had the focus is drawn no more. */
export function useWantedFocus<Element extends HTMLElement>(wanted: boolean) {
  const here = useRef<Element>(null)
  useEffect(() => {
    if (wanted) here.current?.focus()
  }, [wanted])
  return here
}
