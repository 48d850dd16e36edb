const signs: Record<string, string> = { Enter: '↵', Escape: 'Esc', Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓' }

/** A shortcut as signs to show, one per key: `Mod+Enter` → `Ctrl`, `↵`; `g d` → `g`, `d`. */
export function shownKeys(keys: string): string[] {
  return keys.split(/[ +]/).map((key) => signs[key] ?? key)
}
