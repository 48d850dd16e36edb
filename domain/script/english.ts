import type { ScriptBook } from './script.ts'

/** What is read aloud in English. To be confirmed by counsel, as every word that a person relies on. */
export const english: ScriptBook = {
  locale: 'en',
  version: 'v1',
  withoutDays: 'A supervisor looks at it first. Then it begins at once, and you can not change your mind any more.',
  thatService: 'the service that you asked about',
  scripts: {
    say_now: [
      'For your protection I can neither confirm nor deny anything before I know who is calling. I will tell you what we can do from here.',
    ],
    opt_out: [
      'I have taken down that you want no more of this. You need not prove anything for it.',
      'If we have this number or address, nothing more of the kind goes to it, and we confirm it there.',
    ],
    access: [
      'We send a link to a contact that we have on file. Whoever has that link can fetch the copy, so show it to nobody.',
      'The copy is made in the moment in which you fetch it. Nothing of other people is in it.',
      'What waits to be erased of the same data waits until you have fetched it, or say that you do not need it.',
    ],
    consent_withdrawal: [
      'You take back your consent to this one thing: {purpose}.',
      'It holds from now on, and it changes nothing about your other choices.',
    ],
    deregistration: [
      'You leave {service}. From today it is not used for you any more.',
      'What is not needed any more is erased. What the law tells us to keep stays for that alone, and is erased when its time is over.',
      'You may join again later by a choice of your own; you would then meet the record that was kept.',
    ],
    void_enrolment: [
      'You were enrolled in {service} without a real choice. We treat that as if it had never been.',
      'What {service} worked out about you from it is erased. It costs you nothing, and contracts that run go on as they are.',
      'You may still join later, if you choose to.',
    ],
    deletion_service: [
      'Your data in {service} will be erased, and this can not be undone.',
      'A supervisor looks at it first. Then there are {days} days in which you can change your mind by calling us.',
      'After it has been erased you can never use {service} again, not even if you ask to join later.',
      'Do you understand this, and do you want it all the same?',
    ],
    deletion_service_no_mark: [
      'Your data in {service} will be erased, and this can not be undone.',
      'A supervisor looks at it first. Then there are {days} days in which you can change your mind by calling us.',
      'As things stand, you may join {service} again later.',
      'Do you understand this, and do you want it all the same?',
    ],
    deletion_account: [
      'Your whole account and all data in it will be erased, and this can not be undone.',
      'A supervisor looks at it first. Then there are {days} days in which you can change your mind by calling us.',
      'After it has been erased you can never use {service} again, not even with a new account.',
      'Do you understand this, and do you want it all the same?',
    ],
    deletion_account_no_mark: [
      'Your whole account and all data in it will be erased, and this can not be undone.',
      'A supervisor looks at it first. Then there are {days} days in which you can change your mind by calling us.',
      'As things stand, you may open a new account later.',
      'Do you understand this, and do you want it all the same?',
    ],
    erased_barred: [
      'Your data was erased on {day}. Since then you can not enrol in {service} again.',
      'If you do not accept this, I can take an objection now. A supervisor who had no part in it answers you.',
      'If it was a mistake, I can ask for a correction. Two supervisors decide on that.',
    ],
    erased_free: [
      'Your data was erased on {day}. Nothing keeps you from enrolling again.',
      'If something about it was wrong, I can take an objection now. A supervisor who had no part in it answers you.',
    ],
  },
}
