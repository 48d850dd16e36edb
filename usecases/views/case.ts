import type { CopyCaseView, WaitsView } from './copy.ts'
import type { UndeliveredView } from './messages.ts'
import type { HoldBasisCode } from './hold-codes.ts'
import type { MaskedPersonView } from './person.ts'
import type { Lock, ServiceRef, Tone } from './phrase.ts'
import type { PhraseOf } from './phrase-book.ts'
import type { keepBases } from '#domain/request/explain.ts'
import type { PlanView } from './plan.ts'
import type { ToldWordsView } from './scripts.ts'
import type {
  DueView, MarkView, PauseCode, RejectionCode, RequestKindCode, RequestStateCode, TurnView,
} from './request-words.ts'

/** `/cases/{case_code}`: what has happened and what comes next. */
export interface CaseView {
  now: number
  /** Personnel number of who reads this. */
  reader: string
  caseCode: string
  version: number
  /** As `CasePulse.stamp` was when this was read. */
  stamp: string
  kind: RequestKindCode
  service: ServiceRef | null
  state: RequestStateCode
  pauses: { kind: PauseCode; since: number; until: number | null }[]
  /** The sentence on top. */
  head: PhraseOf<'caseHead'>
  tone: Tone
  due: DueView | null
  turn: TurnView
  path: PathStepView[]
  mark: MarkView | null
  /** What was told of its consequence, word for word; null where nothing was, or not in our words. */
  told: ToldWordsView | null
  /** Live while it runs: the screen asks again by itself. */
  live: boolean
  lastChangeAt: number
  systems: SystemProgressView[]
  plan: PlanView | null
  attention: AttentionView[]
  /** Of an access: its link, and whether the copy was fetched; null for any other kind. */
  copy: CopyCaseView | null
  /** Of an access: erasures of the same data that it keeps waiting. Of an erasure: copies that it waits for. */
  waits: WaitsView[]
  /** Days that a copy still has once an erasure is ready. */
  graceDays: number
  /** Notices about it that failed or came back, newest first. */
  undelivered: UndeliveredView[]
  /** One-time links that asked whoever it is about whether they asked for it, newest first. */
  links: CaseLinkView[]
  history: HistoryLineView[]
  holds: CaseHoldView[]
  /** Holds that were lifted, with the reason that was typed; for who may read what was typed. */
  lifted: { by: string; at: number; reason: string }[]
  rejection: { code: RejectionCode; ground: string; text: string } | null
  /** What was answered to "that was not me", for who may read it and for the agent who reads it out; null otherwise. */
  disputeAnswer: string | null
  certificate: CertificateView | null
  /** The call of this reader that is open now and about this person; needed to cancel or dispute. */
  callId: string | null
  /** Nobody is named yet, and several people have what they are known by: a second identifier is asked for. */
  fitsSeveral: boolean
  /** For those who may see a person at all; masked. */
  person: MaskedPersonView | null
  returned: { question: string; by: string; at: number } | null
  /** "That was not me": what they said, for who opened the case on purpose; who found it so, where a second must. */
  dispute: { since: number; until: number; words: string | null; upheldBy: string | null } | null
  /** What this reader can do here; absent: not theirs at all. */
  actions: {
    liftHold?: Lock | null
    cancel?: Lock | null
    dispute?: Lock | null
    /** Another identifier says who it is about. */
    name?: Lock | null
    /** Call the person: it waits for that, and the number is shown for it. */
    callBack?: Lock | null
    /** Ask them by a one-time link to a contact on file. */
    sendLink?: Lock | null
    /** Nobody could be verified: it ends. */
    giveUp?: Lock | null
    /** Nobody on file fits: whoever asked is answered, and the case ends. */
    noData?: Lock | null
    answer?: Lock | null
    /** The person does not need the copy any more: what waits for it goes on. */
    release?: Lock | null
    /** Another link to the copy. */
    sendAgain?: Lock | null
    hold?: Lock | null
    retry?: Lock | null
    byHand?: Lock | null
    keep?: Lock | null
    resolveDispute?: Lock | null
    decide?: Lock | null
  }
}

/** How a one-time link about a case fared. */
export interface CaseLinkView {
  /** What kind of contact on file it went to. */
  field: 'phone' | 'email'
  sentAt: number
  until: number
  /** When it was answered; null while it was not. */
  at: number | null
  stands: 'waiting' | 'over' | 'undelivered' | 'confirmed' | 'refused'
  /** Where it leads, in a demo's outbox. */
  outbox: string | null
}

/** `/cases/{case_code}` once what was kept of it ended with its months. */
export interface EndedCaseView {
  caseCode: string
  at: number
  months: number
}

/** What an identifier for a case gave: where the case stands, and how many people fit, as a code. */
export interface SubjectsNamed {
  caseCode: string
  state: string
  version: number
  fits: 'none' | 'one' | 'several'
}

export type PathStep =
  | 'opened'
  | 'verified'
  | 'approved'
  | 'change_mind'
  | 'marked'
  | 'erasing'
  | 'copy_sent'
  | 'asked_again'
  | 'complete'
  | 'rejected'
  | 'cancelled'

export interface PathStepView {
  step: PathStep
  status: 'done' | 'now' | 'todo' | 'stopped'
  at: number | null
  /** Personnel number, level or date to show. */
  note: PhraseOf<'pathNote'> | null
}

export type SystemState = 'planned' | 'waiting' | 'running' | 'asking_again' | 'clean' | 'informed' | 'by_hand' | 'not_done' | 'stopped'

export interface SystemProgressView {
  system: string
  name: string
  kind: 'rightsdesk' | 'sqlite' | 'postgresql' | 'http' | 'by_hand'
  role: 'own' | 'processor' | 'recipient'
  state: SystemState
  /** Rows that go or lose fields, as the plan counted them. */
  planned: number
  gone: number
  masked: number
  kept: number
  attempts: number
  /** When the worker tries again what did not succeed or had to wait, epoch ms. */
  nextTryAt: number | null
  /** When the system is asked again what is left, epoch ms; the second time, or where it did not answer. */
  nextAskAt: number | null
  /** Erased by hand: the reference of what shows it, and the two who stand for it. */
  byHand: { evidence: string; by: string; confirmedBy: string } | null
  /** What the last asking-again showed. */
  recheck: { at: number; leftovers: number } | null
}

/** A legal basis of ours on which something stays. */
export type KeepBasis = (typeof keepBases)[number]

/** Something that needs a person, with its ways out. */
export interface AttentionView {
  system: string
  name: string
  what: PhraseOf<'attention'>
  since: number
  /** What somebody proposed, and what is missing until a second person agrees. */
  proposal:
    | { type: 'done_by_hand'; by: string; at: number; evidence: string }
    | { type: 'keep'; by: string; at: number; basis: KeepBasis; until: number }
    | null
}

export interface HistoryLineView {
  /** Leaf index in the log; null until it is numbered. */
  seq: number | null
  at: number
  /** Audit code; the sentence has the same key in `audit`. */
  what: string
  params: Record<string, string | number>
  outcome: 'ok' | 'denied' | 'failed'
  /** "S-014", a client's name, or null for the system. */
  actor: string | null
}

export interface CertificateView {
  issuedAt: number
  sha256: string
  outcome: 'full' | 'retained'
  /** What stays and until when. */
  retained: { system: string; reason: PhraseOf<'keep'>; rows: number; until: number | null }[]
  /** The day the last key copy expires in backups, epoch ms. */
  keysGoneOn: number | null
}

/** `/cases`: the cases this reader opened or that wait for them. */
export interface CaseListView {
  now: number
  items: {
    caseCode: string
    kind: RequestKindCode
    service: ServiceRef | null
    state: RequestStateCode
    pause: PauseCode | null
    turn: TurnView
    openedAt: number
    dueAt: number
  }[]
}

/** A hold as its case shows it. */
export interface CaseHoldView {
  holdRef: string
  covers: PhraseOf<'covers'>
  basis: HoldBasisCode
  /** What a supervisor typed, or the code of whoever sent it; for who may read what was typed. */
  typed: string | null
  placedBy: string
  reviewOn: number | null
}
