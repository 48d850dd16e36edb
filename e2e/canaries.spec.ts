import { expect, test } from '@playwright/test'
import { watchBrowser } from './support/browser-watch.ts'
import { canariesOf } from './support/people.ts'

const planted = {
  external_id: 'PLNT-55-KORALLE',
  name: '珊瑚 Korallenfisch',
  phone: '+8613877700417',
  email: 'koralle@riff.example',
  national_id: '110105197202292017',
}
const places = [
  'the address of a request', 'the console', 'a title', 'a cookie', 'the history of a page', 'the local storage',
  'the session storage', 'an IndexedDB', 'a cache',
]

test('what a browser was made to keep is found in every place, so that finding nothing means something', async ({ context }) => {
  const watch = await watchBrowser(context)
  const page = await context.newPage()
  await page.goto('/sign-in')
  expect(await watch.find(canariesOf(planted))).toEqual([])

  await page.evaluate(async ({ name, phone, email, national_id, external_id }) => {
    console.info(`found ${external_id}`)
    document.title = name
    document.cookie = `last=${encodeURIComponent(email)}`
    history.pushState({ phone }, '', `?q=${phone.slice(3)}`)
    localStorage.setItem(email, '1')
    sessionStorage.setItem('last', btoa(`who:${national_id}`))
    await fetch(`/api/health?who=${encodeURIComponent(name)}`)
    const opening = indexedDB.open('desk')
    opening.onupgradeneeded = () => opening.result.createObjectStore('people')
    await new Promise((resolve) => (opening.onsuccess = resolve))
    const store = opening.result.transaction('people', 'readwrite').objectStore('people')
    const writing = store.put({ id: national_id.replace(/(.{6})(.{8})/, '$1 $2 ') }, 1)
    await new Promise((resolve) => (writing.onsuccess = resolve))
    opening.result.close()
    await (await caches.open('pages')).put('/x', new Response(phone.replace(/(\d{3})(\d{4})(\d{4})$/, ' $1-$2-$3')))
  }, planted)
  // Said for a moment only, and still found.
  await page.evaluate(() => (document.title = 'Sign in'))

  const found = await watch.find(canariesOf(planted))
  for (const place of places) expect(found.filter((one) => one.endsWith(` in ${place}`)), place).not.toEqual([])
  const kinds = canariesOf(planted).map(({ name }) => name)
  for (const kind of kinds) expect(found.filter((one) => one.startsWith(`${kind} as `)), kind).not.toEqual([])
})
