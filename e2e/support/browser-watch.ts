import type { BrowserContext, Page } from '@playwright/test'
import { findCanaries, type Canary, type Haystack } from '#tests/support/canaries.ts'

declare global {
  interface Window {
    tellTitle: (title: string) => Promise<void>
  }
}

/** What a browser keeps, shows in its frame or sends as an address, beside the page itself. */
export interface BrowserWatch {
  /** Takes down what every page of this browser keeps at this moment: storage, cookies, caches, history. */
  look(): Promise<void>
  /** Looks once more, and says where any of these values turned up: `<name> as <form> in <place>`. */
  find(canaries: readonly Canary[]): Promise<string[]>
}

/** Watches a browser from now on: each address it asks for, each title, each line of its console. */
export async function watchBrowser(context: BrowserContext): Promise<BrowserWatch> {
  const seen: Haystack[] = []
  const note = (place: string, text: string) => void seen.push({ place, bytes: Buffer.from(text) })
  context.on('request', (request) => note('the address of a request', request.url()))
  context.on('console', (message) => note('the console', message.text()))
  context.on('weberror', (fault) => note('the console', `${fault.error().message}\n${fault.error().stack}`))
  await context.exposeBinding('tellTitle', (_source, title: string) => note('a title', title))
  await context.addInitScript(() => {
    let last: string | null = null
    new MutationObserver(() => {
      if (document.title === last) return
      last = document.title
      void window.tellTitle(last)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })

  async function look(): Promise<void> {
    note('a cookie', JSON.stringify(await context.cookies()))
    for (const worker of context.serviceWorkers()) note('a service worker', worker.url())
    for (const page of context.pages()) {
      note('a title', await page.title())
      for (const [place, text] of Object.entries(await keptBy(page))) note(place, text)
    }
  }
  return {
    look,
    async find(canaries) {
      await look()
      return findCanaries(canaries, seen)
    },
  }
}

/** Everything that a page's origin has put away in this browser, names and values. */
const keptBy = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
      })
    const databases: unknown[] = []
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const database = await done(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store)
        databases.push([name, store, await done(rows.getAllKeys()), await done(rows.getAll())])
      }
      database.close()
    }
    const cached: unknown[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        cached.push([name, request.url, await (await cache.match(request))?.text()])
      }
    }
    return {
      'the history of a page': JSON.stringify([location.href, history.state]),
      'the local storage': JSON.stringify({ ...localStorage }),
      'the session storage': JSON.stringify({ ...sessionStorage }),
      'an IndexedDB': JSON.stringify(databases),
      'a cache': JSON.stringify(cached),
    }
  })
