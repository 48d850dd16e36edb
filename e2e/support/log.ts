import { expect, type Page } from '@playwright/test'

/** The filter of the log, as it stands in its address. */
export interface LogAsked {
  readonly what?: string
  readonly case?: string
  readonly outcome?: 'ok' | 'denied' | 'failed'
  readonly actor?: string
}

/** What the log says to an auditor under a filter, newest first: one text for each entry of the first page. */
export async function logSays(auditor: Page, asked: LogAsked): Promise<string[]> {
  await auditor.goto(`/log?${new URLSearchParams({ ...asked }).toString()}`)
  await expect(auditor.getByRole('search', { name: 'Filter' })).toBeVisible()
  const rows = auditor.getByRole('table', { name: 'Entries of the log' }).locator('tbody tr')
  return rows.allInnerTexts()
}
