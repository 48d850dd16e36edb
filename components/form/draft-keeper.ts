import type { ActionResult } from '#usecases/action-result.ts'
import type { DraftFields, DraftView, KeepDraftInput, ReadDraftInput } from '#usecases/views/draft-inputs.ts'

/** The actions that keep what is typed on the server: nothing of it stays in the browser. */
export interface DraftActions {
  keep: (input: KeepDraftInput) => Promise<ActionResult<{ kept: boolean }>>
  read: (input: ReadDraftInput) => Promise<ActionResult<DraftView>>
  /** Opens a case, which is written down: what was typed about it is shown again only then. */
  open: (input: { caseCode: string }) => Promise<ActionResult<unknown>>
}

/** What the keeper asks of its form. */
export interface KeptForm {
  /** What stands there now and differs from what the form began with. */
  typed: () => DraftFields
  restore: (fields: DraftFields) => void
  /** Puts back what the form began with. */
  clear: () => void
  /** Something is kept: it stands in the form, could be put there, or needs its case opened. Null: nothing is. */
  show: (kept: KeptNow | null) => void
}

/** `restored`: it stands in the form. `offered`: somebody was typing already. `closed`: its case is not opened. */
export interface KeptNow {
  readonly state: 'restored' | 'offered' | 'closed'
  /** When it was typed, epoch ms. */
  readonly savedAt: number
}

/** A pause in typing after which it is kept, ms. */
export const pauseMs = 600

const nothing: DraftFields = {}

/**
 * Keeps what is typed into one form on the server while it is typed, brings it back after a reload, an error, Esc or a
 * session that ended, and ends it once it is sent. Whatever did not arrive is kept by the next key, or on leaving; and
 * nothing is written over what was not read before.
 */
export class DraftKeeper {
  readonly #actions: DraftActions
  readonly #place: ReadDraftInput
  readonly #form: KeptForm
  /** What the server has, as far as it answered. */
  #kept = JSON.stringify(nothing)
  #reading: Promise<boolean> | null = null
  #offered: DraftFields = nothing
  #closed: string | null = null
  #over = false
  /** Counts what somebody decided about the draft: what was about to be kept before that is out of date. */
  #decided = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(actions: DraftActions, place: ReadDraftInput, form: KeptForm) {
    this.#actions = actions
    this.#place = place
    this.#form = form
  }

  /** Asks for what was kept. No answer and no right to it come to the same here: the form stays as it is. */
  begin(): Promise<boolean> {
    this.#reading ??= this.#read().then((read) => {
      if (!read) this.#reading = null
      return read
    })
    return this.#reading
  }

  /** Something was typed: it is kept at the next pause. */
  changed(): void {
    clearTimeout(this.#timer)
    if (!this.#over) this.#timer = setTimeout(() => void this.#save(), pauseMs)
  }

  /** The form goes, or the page may: whatever is not kept yet is kept now. */
  leave(): void {
    clearTimeout(this.#timer)
    if (!this.#over) void this.#save()
  }

  /** It was sent: the draft ends, and what is typed until the form goes is no draft any more. */
  sent(): void {
    this.#over = true
    this.#decided += 1
    clearTimeout(this.#timer)
    void this.#keep(nothing)
  }

  /** Throws away what was kept, and what stands in the form. */
  discard(): void {
    clearTimeout(this.#timer)
    this.#decided += 1
    this.#offered = nothing
    this.#form.clear()
    this.#form.show(null)
    void this.#keep(nothing)
  }

  /** Puts what was kept where something else was being typed: both are there then. */
  putBack(): void {
    const both = joined(this.#offered, this.#form.typed())
    this.#offered = nothing
    this.#form.restore(both)
    this.#form.show(null)
    this.changed()
  }

  /** Opens the case that what was kept is about. */
  async openCase(): Promise<void> {
    if (this.#closed === null) return
    const opened = await answer(this.#actions.open({ caseCode: this.#closed }))
    if (opened.ok) await this.#read()
  }

  async #read(): Promise<boolean> {
    const asked = await answer(this.#actions.read(this.#place))
    if (!asked.ok) return false
    const view = asked.value
    if (this.#over) return true
    this.#closed = view.state === 'closed' ? view.caseCode : null
    if (view.state === 'none') return true
    const { savedAt } = view
    if (view.state === 'closed') {
      this.#form.show({ state: 'closed', savedAt })
      return true
    }
    this.#kept = JSON.stringify(view.fields)
    const untouched = Object.keys(this.#form.typed()).length === 0
    if (untouched) this.#form.restore(view.fields)
    else this.#offered = view.fields
    this.#form.show({ state: untouched ? 'restored' : 'offered', savedAt })
    return true
  }

  async #save(): Promise<void> {
    // Nothing was typed: there is nothing that would have to be asked about first.
    if (Object.keys(this.#form.typed()).length === 0 && this.#kept === JSON.stringify(nothing)) return
    const typed = this.#form.typed()
    const before = this.#decided
    if (!(await this.begin()) || this.#decided !== before || this.#closed !== null) return
    await this.#keep(joined(this.#offered, typed))
  }

  async #keep(fields: DraftFields): Promise<void> {
    const text = JSON.stringify(fields)
    if (text === this.#kept && !this.#over) return
    const before = this.#kept
    this.#kept = text
    const kept = await answer(this.#actions.keep({ ...this.#place, fields }))
    if (!(kept.ok && kept.value.kept) && this.#kept === text) this.#kept = before
  }
}

/** What an action said; no answer is a refusal too. */
const answer = <Value>(asked: Promise<ActionResult<Value>>): Promise<ActionResult<Value>> =>
  asked.catch(() => ({ ok: false, problem: { code: 'unavailable' } }))

/** Both, the newer below the older where both are text; else the newer. */
function joined(older: DraftFields, newer: DraftFields): DraftFields {
  const both: Record<string, DraftFields[string]> = { ...older, ...newer }
  for (const [name, before] of Object.entries(older)) {
    const after = newer[name]
    if (typeof before === 'string' && typeof after === 'string' && before !== after) both[name] = `${before}\n${after}`
  }
  return both
}
