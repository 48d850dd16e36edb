import { expect, test, type Page } from '@playwright/test'
import { expectAccessibleThroughout } from './support/accessibility.ts'
import { pageAs, signIn, type Role } from './support/demo.ts'
import { tabTo } from './support/focus.ts'

const tourOf = (page: Page) => page.getByRole('region', { name: 'Tour of this demo' })

test('an agent walks the tour of the demo by keyboard, finds their step again, and closes it for ever', async ({ browser }) => {
  const page = await pageAs(browser, 'agent', 0)
  const tour = tourOf(page)
  await expect(tour).toContainText('1 of 4')
  await expect(tour).toContainText('npm start')
  const announced = page.getByText('This is a demo. A short tour of it stands below the list of rooms.')
  await expect(announced, 'it is said once').toHaveCount(1)
  await expect(page.getByLabel('Phone, e-mail, national id, account or case code'), 'the call keeps the focus').toBeFocused()

  const on = tour.getByRole('button', { name: 'Go on' })
  await tabTo(page, on, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(tour).toContainText('2 of 4')
  await expect(on).toBeFocused()
  await page.reload()
  await expect(tour, 'a reload leads back to the step').toContainText('2 of 4')
  await expect(announced, 'nothing is announced again').toHaveCount(0)
  await expectAccessibleThroughout(page)
  await tour.getByRole('button', { name: 'One step back' }).click()
  await expect(tour).toContainText('1 of 4')

  await tour.getByRole('button', { name: 'Do not show again' }).click()
  await expect(tour).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Who is calling?')
  await expect(tour).toHaveCount(0)

  // A colleague at the same machine has a tour of their own; who closed it does not see it after signing in again.
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/sign-in/)
  await signIn(page, 'agent', 1)
  await expect(tour).toContainText('1 of 4')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/sign-in/)
  await signIn(page, 'agent', 0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Who is calling?')
  await expect(tour).toHaveCount(0)
  await page.context().close()
})

const firstWords: Record<Exclude<Role, 'agent'>, string> = {
  supervisor: 'sorted by its date',
  auditor: 'each line of this log',
  administrator: 'what a real desk would still need',
}

for (const [role, words] of Object.entries(firstWords) as [Role, string][]) {
  test(`the tour of the ${role} is about their own rooms, and covers nothing on a narrow screen`, async ({ browser }) => {
    const page = await pageAs(browser, role)
    const tour = tourOf(page)
    await expect(tour).toContainText(words)
    await page.setViewportSize({ width: 390, height: 844 })
    const [box, heading] = [await tour.boundingBox(), await page.getByRole('heading', { level: 1 }).boundingBox()]
    expect(box?.width).toBeLessThanOrEqual(390)
    expect((box?.y ?? 0) + (box?.height ?? 0), 'the room begins below it').toBeLessThanOrEqual(heading?.y ?? 0)
    await page.context().close()
  })
}
