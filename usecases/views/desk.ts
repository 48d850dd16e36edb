import type { ScriptId } from '#domain/script/script-ids.ts'
import type { Capacity } from '#domain/verification/caller-check.ts'
import type { CertificateView } from './case.ts'
import type { ConsentLaneView, NoticeView, StandingView, VerdictView } from './consent.ts'
import type { MaskedPersonView, WarningView } from './person.ts'
import type { Lock, ServiceRef, Tone } from './phrase.ts'
import type { PhraseOf } from './phrase-book.ts'
import type {
  AssuranceLevel, DueView, MarkView, RejectionCode, RequestKindCode, RequestStateCode,
} from './request-words.ts'

/** `/desk`: no call yet, or one call with the person it is about. */
export type DeskView = DeskIdleView | DeskCallView

export interface DeskIdleView {
  state: 'idle'
  /** The server's clock, epoch ms: what relative times are counted from. */
  now: number
  /** ISO 3166-1 alpha-2: whose numbers are typed without a country. */
  homeCountry: string
  /** Screen pop: shown masked; looked up only when the agent presses Enter. */
  incoming: { maskedNumber: string; telephonyId: string | null } | null
  yoursToMove: DeskCaseLine[]
  /** Calls that colleagues hand over. */
  offered: OfferedCallLine[]
  callBacks: CallBackLine[]
  /** A call of mine that ended without an outcome. */
  unfinishedCall: { callId: string; caseCode: string | null; startedAt: number; resumable: boolean } | null
}

/** A live call that a colleague hands over; nothing of whom it is about. */
export interface OfferedCallLine {
  callId: string
  /** Personnel number. */
  from: string
  /** It is offered to this agent and nobody else. */
  mine: boolean
  /** BCP 47 of the caller. */
  callerLocale: string
  /** What comes along: 0 where the line ends. */
  level: AssuranceLevel
  lineOpen: boolean
  since: number
}

/** A case that waits for this agent. */
export interface DeskCaseLine {
  caseCode: string
  kind: RequestKindCode
  state: RequestStateCode
  /** What is to do. */
  todo: PhraseOf<'todo'>
  /** When it is due for this agent, epoch ms. */
  at: number | null
  tone: Tone
}

/** A call of ours, to the contact on file. It stands by its case: the desk at rest shows no name, not even masked. */
export interface CallBackLine {
  caseCode: string
  at: number
  /** The caller's own zone (IANA). */
  zone: string
  /** BCP 47; null where nobody of the desk has spoken with them yet. */
  locale: string | null
  /** This agent promised it; the others are for whoever has the time. */
  promised: boolean
  /** The case's page is this agent's to open. */
  opens: boolean
  /** The case asks for it: its number can be shown. */
  callable: boolean
}

export interface DeskCallView {
  state: 'call'
  now: number
  homeCountry: string
  call: CallBarView
  /** A sentence to say, the same whether the person exists, never existed or was erased (invariant 11). */
  sayNow: ScriptView
  person: DeskPersonView
  /** Every account that was looked up in this call; empty where there is but one. */
  people: CallPersonView[]
  /** What can be said no to before anybody is verified: the same whoever is looked up. */
  optOuts: OptOutView[]
  /** The script for it. */
  optOutScript: ScriptView
  /** The outcomes that this call may end with; none is ever chosen for the agent. */
  outcomes: CallOutcome[]
  /** Another call is coming in meanwhile: it is said, and changes nothing. */
  incoming: { maskedNumber: string; telephonyId: string | null } | null
}

/** One purpose. One that a service rests on is left by a de-registration, which needs a verified caller. */
export interface OptOutView {
  purpose: { key: string; title: string }
  lock: Lock | null
}

/** One of several accounts of a call, masked. */
export interface CallPersonView {
  subjectId: string
  masked: string[]
  level: AssuranceLevel
  current: boolean
}

export interface CallBarView {
  callId: string
  startedAt: number
  channel: 'phone' | 'letter' | 'branch' | 'email' | 'app'
  /** BCP 47 of the caller. */
  callerLocale: string
  /** The locales that scripts exist in, for the switch. */
  scriptLocales: string[]
  assurance: AssuranceView
  notes: number
  /** An interpreter takes part. */
  interpreter: boolean
  /** Whom it can be handed to, whoever speaks the caller's language first. */
  colleagues: { humanRef: string; locale: string; speaksIt: boolean }[]
  /** It waits for a colleague; `to` is null for whoever is free. */
  offered: { to: string | null; at: number; lineOpen: boolean } | null
}

export interface AssuranceView {
  level: AssuranceLevel
  /** How it was reached; null at level 0. */
  by: PhraseOf<'assuranceBy'> | null
  since: number | null
}

export type CallOutcome =
  | 'request_opened'
  | 'question_answered'
  | 'not_verified'
  | 'not_found'
  | 'call_dropped'
  | 'promised_call'
  | 'wrong_number'

/** What the look-up of this call gave. `none` and an erased person are one and the same here (invariant 11). */
export type DeskPersonView =
  | { found: 'nothing_yet' }
  | NobodyFoundView
  | { found: 'several'; matchedBy: LookUpKind; lookedUpAt: number }
  | LockedPersonView
  | VerifiedPersonView
  | ErasedPersonView

/**
 * Nobody fits: the same for who never existed and for who was erased, with what can still be done in both cases alike
 * (domain book §5.4, erased before).
 */
export interface NobodyFoundView {
  found: 'none'
  matchedBy: LookUpKind
  lookedUpAt: number
  /** A code that went to a contact which the caller stated; null before one was sent. */
  stated: StatedContactView | null
}

export interface StatedContactView {
  maskedContact: string
  /** Null once the code was read back rightly: a document is what is missing then. */
  challenge: ChallengeView | null
}

/** Level 2 of somebody of whom nothing is on file: when they were erased, and what bars them since. */
export interface ErasedPersonView {
  found: 'erased'
  /** The last one first. */
  erasures: ErasureView[]
  /** Where a code went in this call, masked: what is asked for is answered there. Null where a receipt was shown. */
  maskedContact: string | null
  script: ScriptView
  /** What was answered or refused to them since, the last one first. */
  decisions: DecisionAboutView[]
  submitted: SubmittedView[]
}

/** Something that was decided about a person, with its reasons, to be read out to them. */
export interface DecisionAboutView {
  what: 'rejected' | 'dispute_dismissed' | 'objection_answered' | 'marked'
  /** The case that was decided, or that left the mark. */
  caseCode: string
  kind: RequestKindCode
  service: ServiceRef | null
  /** Null where that is not known any more. */
  at: number | null
  /** Why it was refused, and on which ground; null for anything else. */
  rejection: { code: RejectionCode; ground: string } | null
  /** Whether an objection was upheld; null for anything else. */
  upheld: boolean | null
  /** The end of a mark that has one. */
  until: number | null
  /** The reasons as a supervisor typed them; null where there are none, or they are gone. */
  words: string | null
  /** Codes of what they may still do. */
  remedies: string[]
  /** To object to it, and to say that a mark is a mistake; null where there is nothing to object to. */
  objection: AskAboutView | null
  correction: AskAboutView | null
}

/** What can be asked for about a decision: what it names of it, and what opens it. */
export interface AskAboutView {
  erasureId: string
  /** The entry of the registry, for a mark. */
  entryId: string | null
  lock: Lock | null
}

export interface ErasureView {
  erasureId: string
  caseCode: string
  /** Nothing was erased by it: it left a mark alone. */
  marksOnly: boolean
  at: number
  /** Null: the whole account. */
  service: ServiceRef | null
  hasReceipt: boolean
  /** What stays of them in spite of it, as the newest certificate signed it: how much, why and until when. */
  retained: CertificateView['retained']
  bars: BarView[]
  /** An objection to the erasure as such, where nothing bars; locked while one is open. */
  objectionLock: Lock | null
}

/** One entry of the registry: a service that they may not enrol in again. */
export interface BarView {
  entryId: string
  service: ServiceRef
  /** False once it was superseded, or is over: they may enrol again. */
  stands: boolean
  until: number | null
  objectionLock: Lock | null
  correctionLock: Lock | null
}

/** Why the gate refused somebody, in words for them alone. An id of somebody else's refusal is `unknown` too. */
export type RefusalView =
  | { why: 'unknown' }
  | { why: 'deletion_open'; at: number; service: ServiceRef; since: number; caseCode: string }
  | {
      why: 'barred'
      at: number
      service: ServiceRef
      since: number
      caseCode: string
      stands: boolean
      erasureId: string
      entryId: string
      /** Their account; null where they were erased. */
      subjectId: string | null
      objectionLock: Lock | null
    }

export type LookUpKind = 'phone' | 'email' | 'national_id' | 'account_id' | 'case_code'

/** A known person below level 2: the masked identity and the ways to verify, nothing more. */
export interface LockedPersonView {
  found: 'locked'
  matchedBy: LookUpKind
  lookedUpAt: number
  person: MaskedPersonView
  ways: VerificationWayView[]
  /** Whoever holds a contact on file said that they do not call: nothing more opens in this call. */
  denied: boolean
  /** What opens "that was not me" about a case whose code they read out; null where it can be said now. */
  notMe: Lock | null
}

export type VerificationWay =
  | 'code_phone'
  | 'code_email'
  | 'call_back'
  | 'lost_contact'
  | 'representative'
  | 'document'
  | 'answers'

export interface VerificationWayView {
  wayId: string
  way: VerificationWay
  /** The contact it goes to, masked; null where there is none. */
  maskedContact: string | null
  /** What it would give at most, as things stand. */
  gives: AssuranceLevel
  /** What speaks against it. */
  against: PhraseOf<'against'>[]
  lock: Lock | null
  /** A code or a link that is under way. */
  challenge: ChallengeView | null
  best: boolean
  /** What was claimed before and is checked by a supervisor; null where a way is still to be begun. */
  check: WayCheckView | null
}

export interface WayCheckView {
  checkId: string
  capacity: Capacity | null
  askedAt: number
  /** What opens an objection to it; null where the caller may say "that was not me" now. */
  objection: Lock | null
}

export interface ChallengeView {
  challengeId: string
  sentAt: number
  expiresAt: number
  triesLeft: number
  /** `queued` until the notifier took it. A demo shows its outbox, so that a code can be read. */
  delivery: 'queued' | 'sent' | 'failed' | 'bounced'
  demoCode: string | null
  /** What comes back: a code that the caller reads, or a link that they open. */
  by: 'code' | 'link'
  /** Where the link leads, in a demo's outbox. */
  demoLink: string | null
}

/** Level 2 and above: who, what happened, what now. */
export interface VerifiedPersonView {
  found: 'verified'
  matchedBy: LookUpKind
  lookedUpAt: number
  person: MaskedPersonView
  verdict: VerdictView
  standings: StandingView[]
  warnings: WarningView[]
  openRequests: OpenRequestLine[]
  /** What was decided about them: a mark that stands first, then the last one first. */
  decisions: DecisionAboutView[]
  /** Holds that stand, in words an agent may see; none where the basis is `may_not_tell`. */
  holds: { covers: PhraseOf<'covers'>; reviewOn: number | null }[]
  lanes: ConsentLaneView[]
  notices: NoticeView[]
  choices: ChoiceView[]
  /** Where they can be told in writing instead of aloud, and how many days they have to read it; null where nowhere. */
  writing: { channel: 'sms' | 'email'; days: number } | null
  /** Ways to level 3, where something here needs it; empty where nothing does. */
  secondFactor: VerificationWayView[]
  /** What was submitted in this call, newest first. */
  submitted: SubmittedView[]
  /** Cases from elsewhere that wait for this person: to be told again, or only to be verified. */
  waiting: WaitingView[]
}

/**
 * A case that waited for its person, in the call in which they are verified; or one that was taken down in this call,
 * and waits for the systems.
 */
export interface WaitingView {
  caseCode: string
  version: number
  kind: RequestKindCode
  service: ServiceRef | null
  why: 'parked' | 'unverified' | 'taken_down'
  since: number
  tries: number
  /** Until when they have time to read what was written to them; null where nothing was. */
  readUntil: number | null
  /** Somebody else was steering them: make sure first that they are alone. */
  pressed: boolean
  /** True where the consequence has to be told again. */
  mustTell: boolean
  /** True where it erases as soon as it is submitted: its numbers come first. */
  numbersFirst: boolean
  /** Null where there is nothing to read out first. */
  script: ScriptView | null
}

export interface OpenRequestLine {
  caseCode: string
  kind: RequestKindCode
  state: RequestStateCode
  service: ServiceRef | null
  dueAt: number
}

/** One thing that can be done for this person now, or what opens it. */
export interface ChoiceView {
  choiceId: string
  kind: RequestKindCode
  /** Null: the whole account. */
  service: ServiceRef | null
  /** For a consent withdrawal: the purpose. */
  purpose: { key: string; title: string } | null
  best: boolean
  lock: Lock | null
  mark: MarkView | null
  needsApproval: boolean
  coolingOffDays: number
  /** True for deletions: submit stays locked until it is said what the caller said. */
  mustTell: boolean
  /** True where it erases and nobody decides after the agent: they see its numbers and type the end of its code. */
  numbersFirst: boolean
  /** What happens, in the agent's words. */
  effects: PhraseOf<'effect'>[]
  /** The same to be read to the caller beside the other choices. */
  aloud: AloudView
  /** The due date if it were submitted now. */
  due: DueView
  script: ScriptView
  /** A deletion for every account of the caller's that was verified in this call; null where there is but one. */
  both: BothView | null
}

/** A choice in the caller's language, each sentence beside the agent's. */
export interface AloudView {
  /** In the caller's language alone; null where it is called nothing that could be read out. */
  title: string | null
  lines: ScriptLine[]
  /** Why it is not open to them, beside the lock; null where it is, or where that is for the agent alone. */
  lock: string | null
}

/** One deletion that names all of the caller's accounts: what differs from one that names this one alone. */
export interface BothView {
  /** The other accounts. */
  subjectIds: string[]
  lock: Lock | null
  mark: MarkView | null
  effects: PhraseOf<'effect'>[]
  script: ScriptView
}

/** Words to read aloud, in the caller's language, each line beside the agent's. */
export interface ScriptView {
  scriptId: ScriptId
  version: string
  /** BCP 47 of `say`. */
  locale: string
  lines: ScriptLine[]
}

/** What is said, and the agent's own beside it; null where both read one language. */
export interface ScriptLine { say: string; beside: string | null }

export interface SubmittedView {
  caseCode: string
  kind: RequestKindCode
  service: ServiceRef | null
  /** What the screen may say about it; `parked` under pressure shows as `submitted` too. */
  shows: 'submitted' | 'waits_for_code' | 'parked' | 'to_be_read'
  due: DueView
  /** The code of the objection that was opened beside it, where the caller does not accept what it leads to. */
  objection: string | null
  /** What happens next. */
  next: PhraseOf<'next'>
  /** A demo's outbox: where the link leads that was written to the person; null elsewhere. */
  outbox: string | null
  /** It can still be made to wait for a call-back, whether or not it does already. */
  quiet: boolean
}
