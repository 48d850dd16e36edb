/** A key event as our shortcuts name it: `w`, `?`, `Escape`, `Mod+Enter` (Ctrl, or ⌘ on a Mac). */
export function keyName(event: KeyboardEvent): string {
  const modifier = event.ctrlKey || event.metaKey ? 'Mod+' : ''
  return event.altKey ? `Alt+${event.key}` : modifier + event.key
}

/** An input method is at work: the keys belong to it. 229 is what some browsers report instead. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** Whether keys typed here are text. A box to tick or a button takes no text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  if (target.isContentEditable) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
}

/** Whether Enter does something of its own here. */
export function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a[href], summary, input, select, textarea') !== null
}
