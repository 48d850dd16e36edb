'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { createContext, useContext, type ReactNode } from 'react'
import type { ActionResult } from '#usecases/action-result.ts'
import { useAction } from '#components/form/use-action.ts'
import { CaseCode } from './case-code.tsx'

type OpenCase = (input: { caseCode: string }) => Promise<ActionResult<unknown>>

const Context = createContext<OpenCase | null>(null)

/** Gives every case link below it the action that records who opens a case, and why it may be shown. */
export function OpenCaseProvider({ open, children }: { open: OpenCase; children: ReactNode }) {
  return <Context value={open}>{children}</Context>
}

const nothing: OpenCase = () => Promise.resolve({ ok: true, value: null })

/**
 * The way to a case. A press asks first, by a POST that is written down, and goes there when that was granted; the
 * address alone (a new tab, a colleague's message) leads to the same question as a page.
 */
export function CaseLink({ code, to = `/cases/${code}` }: { code: string; to?: string }) {
  const open = useContext(Context)
  const router = useRouter()
  const ask = useAction(open ?? nothing, { onDone: () => router.push(to) })
  return (
    <Link
      href={to}
      prefetch={false}
      className="link -my-0.5 inline-flex min-h-6 items-center text-ink"
      onClick={(event) => {
        if (open === null || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        void ask.run({ caseCode: code })
      }}
    >
      <CaseCode code={code} />
    </Link>
  )
}
