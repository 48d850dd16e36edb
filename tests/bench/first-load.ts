import type { Browser, Page } from '@playwright/test'
import { navByRole } from '#components/shell/nav.ts'
import type { Role } from '#domain/access/policy.ts'
import type { BenchDesk } from './bench-desk.ts'
import { addMember, openBrowser, signedIn } from './browser.ts'
import { atMost, type Figure } from './measure.ts'
import { serve } from './served.ts'

/** What may come with the first visit of a room, in kB of JavaScript as it is sent (gzip). */
const budget = { desk: 250, others: 200 } as const

/** The JavaScript that one room brings to somebody who has nothing of it yet, in kB as sent. */
export async function firstLoad(browser: Browser, port: number, signed: Page, path: string): Promise<number> {
  const context = await browser.newContext({
    baseURL: `http://127.0.0.1:${port}`, locale: 'en-GB', storageState: await signed.context().storageState(),
  })
  try {
    const page = await context.newPage()
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) => {
      if (request.resourceType() !== 'script') return
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
    })
    await page.goto(path, { waitUntil: 'networkidle' })
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1_000
  } finally {
    await context.close()
  }
}

/** Every room of every role: its JavaScript against what it may weigh. The heaviest of the others stands for them. */
export async function firstLoadFigures(bench: BenchDesk): Promise<Figure[]> {
  const { port, stop } = await serve(bench)
  const browser = await openBrowser()
  try {
    const weights = new Map<string, number>()
    for (const role of Object.keys(navByRole) as Role[]) {
      const { context, page } = await signedIn(browser, port, await addMember(bench, role))
      for (const { href } of navByRole[role]) {
        if (!weights.has(href)) weights.set(href, await firstLoad(browser, port, page, href))
      }
      await context.close()
    }
    const [heaviest, most] = [...weights].filter(([href]) => href !== '/desk').toSorted((a, b) => b[1] - a[1])[0] ?? ['', Number.NaN]
    const each = [...weights].map(([href, weight]) => `${href} ${weight.toFixed(0)}`).join(' · ')
    return [
      figure(`first-load JavaScript of /desk ÷ ${budget.desk} kB`, (weights.get('/desk') ?? Number.NaN) / budget.desk, each),
      figure(`first-load JavaScript of ${heaviest} (the heaviest other room) ÷ ${budget.others} kB`, most / budget.others, 'kB as sent, gzip; nothing cached'),
    ]
  } finally {
    await browser.close()
    stop()
  }
}

/** Sizes are the same each time: one round says all. */
function figure(name: string, ratio: number, note: string): Figure {
  const goal = atMost(1)
  return { name, ratios: [ratio], median: ratio, goal: goal.text, met: goal.holds(ratio), note }
}
