export interface Shortcut {
  /** One key or two after each other: `w`, `g d`, `/`, `?`, `Escape`, `Mod+Enter`. */
  keys: string
  /** What it does, in the reader's language, for the list of keys. */
  label: string
  run: () => void
}

export interface ShortcutList {
  /** @returns how to take it away again */
  add: (shortcut: Shortcut) => () => void
  /** The newest last. The same array until something changes. */
  now: () => readonly Shortcut[]
  onServer: () => readonly Shortcut[]
  subscribe: (listener: () => void) => () => void
}

const none: readonly Shortcut[] = []

/**
 * The keys of a page, held outside of React's state: every button with a key adds one while the page is still being
 * hydrated, and a state above them that changed each time would make React give up the streamed markup and draw it
 * anew.
 */
export function shortcutList(): ShortcutList {
  let list = none
  const listeners = new Set<() => void>()
  const become = (next: readonly Shortcut[]) => {
    list = next
    for (const listener of listeners) listener()
  }
  return {
    add(shortcut) {
      become([...list, shortcut])
      return () => become(list.filter((other) => other !== shortcut))
    },
    now: () => list,
    onServer: () => none,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
