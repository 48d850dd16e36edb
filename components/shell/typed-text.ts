/**
 * Whether somebody is in the middle of something that drawing the page anew could take away: a dialog is open, or a
 * field of the page holds text that was typed and not sent.
 */
export function isInTheMiddle(page: Document): boolean {
  if (page.querySelector('dialog[open]') !== null) return true
  const fields = page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('main textarea, main input')
  return [...fields].some((field) => isText(field) && field.value.trim() !== '' && field.value !== field.defaultValue)
}

const isText = (field: HTMLInputElement | HTMLTextAreaElement): boolean =>
  field instanceof HTMLTextAreaElement || !['checkbox', 'radio', 'hidden', 'button', 'submit'].includes(field.type)
