import type { ChoiceWords } from './choice-words.ts'

/** How choices are compared aloud in English. To be confirmed by counsel, as every word that a person relies on. */
export const english: ChoiceWords = {
  locale: 'en',
  title: {
    consent_withdrawal: 'Take back your consent: {purpose}',
    deregistration: 'Leave {service}',
    void_enrolment: 'Be set free from {service}',
    deletion_service: 'Have your data in {service} deleted',
    deletion_account: 'Have your whole account deleted',
    access_service: 'Get a copy of your data in {service}',
    access_account: 'Get a copy of everything about your account',
  },
  effect: {
    at_once: 'It takes effect at once.',
    needs_approval: 'A supervisor decides on it first.',
    cooling_off: {
      one: 'Then you have one day to change your mind.',
      other: 'Then you have {days} days to change your mind.',
    },
    consent_withdrawn: 'Your consent to {purpose} ends.',
    others_stay: 'Everything else stays as it is.',
    enrolment_ends: 'Your enrolment in {service} ends.',
    enrolment_void: 'Your enrolment in {service} counts as if it had never been.',
    erases_derived: 'What {service} worked out about you is erased.',
    erases_unneeded: 'What {service} has no legal reason to keep is erased.',
    erases_service: 'What {service} holds about you is erased, in every system.',
    erases_account: 'Your whole account is erased, in every system.',
    kept_by_law: 'What a law obliges us to keep stays until its date, and we tell you what that is.',
    record_met_again: 'If you join {service} again, you meet the record that was kept.',
    may_return: 'You may join {service} again by a choice of your own.',
    never_again: 'You can never use {service} again, not even if you ask to join later.',
    no_mark: 'You stay free to join {service} later.',
    no_cost: 'It costs you nothing, and contracts that run go on as they are.',
    copy_by_link: 'You get the copy by a link that works once, at the contact that we have on file.',
    erasures_wait: 'If you have asked us to erase the same data, that waits until you have the copy.',
  },
  lock: {
    needs_level: 'Before this we have to be surer that it is you.',
    no_enrolment: 'You are not enrolled in {service}.',
    nothing_defective: 'We found nothing wrong with how you joined {service}.',
    not_given: 'You have not given this consent.',
    open_already: 'You have asked for this already, and it is under way.',
  },
}
