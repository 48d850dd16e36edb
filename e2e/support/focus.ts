import { expect, type Locator, type Page } from '@playwright/test'

/** A place that has the focus, as a reader sees and hears it. */
export interface Stop {
  readonly what: string
  readonly name: string
  /** A ring stands around it, or around the frame that shows it on its behalf. */
  readonly rings: boolean
  /** A part of it is in the window, and nothing lies over that. */
  readonly inSight: boolean
}

/** Runs in the page: what a reader sees of this place. */
export function readStop(node: Element): Stop {
  const text = (one: Element | null) => (one?.textContent ?? '').trim()
  const labelledBy = (node.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean)
  const labels = 'labels' in node ? [...((node as HTMLInputElement).labels ?? [])] : []
  const isField = node instanceof HTMLInputElement || node instanceof HTMLSelectElement
  const names = [
    node.getAttribute('aria-label') ?? '',
    ...labelledBy.map((id) => text(document.getElementById(id))),
    ...labels.map(text),
    isField ? '' : text(node),
    node.getAttribute('title') ?? '',
  ]
  const name = names.find((one) => one !== '') ?? ''

  const isRinged = (one: Element): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
    const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    return isOutlined || (one !== node && one.matches(':focus-within') && /0px 0px 0px [34]px/.test(boxShadow))
  }
  // A field without a frame of its own is framed by what stands around it, or by the boxes drawn over it.
  const drawn = node.nextElementSibling?.getAttribute('aria-hidden') === 'true' ? [node.nextElementSibling] : []
  const around = [node.parentElement, node.parentElement?.parentElement].flatMap((one) => one ?? [])
  const rings = [node, ...drawn, ...around].some(isRinged)

  // The middle of the part of it that is in the window: a table to scroll in may be taller.
  const box = node.getBoundingClientRect()
  const [left, right] = [Math.max(0, box.left), Math.min(window.innerWidth, box.right)]
  const [top, bottom] = [Math.max(0, box.top), Math.min(window.innerHeight, box.bottom)]
  const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  const inSight = right > left && bottom > top && above !== null && (node.contains(above) || above.contains(node))
  return { what: `<${node.tagName.toLowerCase()}> ${name}`, name, rings, inSight }
}

/** Asserts that the keyboard is here and that it can be seen. */
export async function focusIsOn(place: Locator): Promise<void> {
  await expect(place).toBeFocused()
  const { what, rings, inSight } = await place.evaluate(readStop)
  expect({ rings, inSight }, `the focus on ${what} can be seen`).toEqual({ rings: true, inSight: true })
}

/** Presses Tab (or another key) until the focus is there; a walk that does not come by fails. */
export async function tabTo(page: Page, place: Locator, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await place.evaluate((node) => node === document.activeElement)) break
    await page.keyboard.press(key)
  }
  await focusIsOn(place)
}

/** Moves within a radio group by the arrow keys until this one is chosen. */
export async function chooseByArrows(page: Page, choice: Locator): Promise<void> {
  await expect(choice).toBeVisible()
  for (let step = 0; step < 12 && !(await choice.isChecked()); step += 1) {
    await page.keyboard.press(step === 0 ? 'Space' : 'ArrowDown')
  }
  await expect(choice).toBeChecked()
  await focusIsOn(choice)
}
