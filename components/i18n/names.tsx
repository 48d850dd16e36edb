'use client'
import { createContext, useContext, type ReactNode } from 'react'

const Context = createContext<Readonly<Record<string, string>>>({})

/** Gives the screens below what services and purposes are called in the reader's language. */
export function NamesProvider({ names, children }: { names: Readonly<Record<string, string>>; children: ReactNode }) {
  return <Context value={names}>{children}</Context>
}

/** Says what a view calls a service or a purpose (its key read as words) in the reader's language. */
export function useNames(): (name: string) => string {
  const names = useContext(Context)
  return (name) => (Object.hasOwn(names, name) ? (names[name] ?? name) : name)
}
