import type { ChoiceWords } from './choice-words.ts'

/** How choices are compared aloud in Simplified Chinese. To be confirmed by counsel, as every word people rely on. */
export const simplifiedChinese: ChoiceWords = {
  locale: 'zh-CN',
  title: {
    consent_withdrawal: '撤回您的同意：{purpose}',
    deregistration: '退出{service}',
    void_enrolment: '解除您对{service}的加入',
    deletion_service: '删除您在{service}的数据',
    deletion_account: '删除您的整个账户',
    access_service: '取得您在{service}中的数据副本',
    access_account: '取得您整个账户的数据副本',
  },
  effect: {
    at_once: '立即生效。',
    needs_approval: '首先由主管决定。',
    cooling_off: { other: '之后您有{days}天可以改变主意。' },
    consent_withdrawn: '您对{purpose}的同意终止。',
    others_stay: '其他一切不变。',
    enrolment_ends: '您不再加入{service}。',
    enrolment_void: '您加入{service}一事视为从未发生。',
    erases_derived: '{service}推算出的关于您的数据会被删除。',
    erases_unneeded: '{service}没有法律理由保留的数据会被删除。',
    erases_service: '{service}持有的关于您的数据会在所有系统中删除。',
    erases_account: '您的整个账户会在所有系统中删除。',
    kept_by_law: '法律要求保留的内容留至到期日，我们会告诉您是哪些。',
    record_met_again: '如果您再次加入{service}，仍会遇到当时保留的记录。',
    may_return: '您以后可以自己选择再次加入{service}。',
    never_again: '您永远不能再使用{service}，即使以后申请加入也不行。',
    no_mark: '您以后仍可自由加入{service}。',
    no_cost: '您不会因此承担任何费用，正在履行的合同照常进行。',
    copy_by_link: '副本通过一次性链接发到我们登记的您的联系方式。',
    erasures_wait: '如果您已申请删除同样的数据，删除会等到您取得副本之后。',
  },
  lock: {
    needs_level: '办理此项之前，我们还需要进一步确认是您本人。',
    no_enrolment: '您没有加入{service}。',
    nothing_defective: '我们没有发现您加入{service}时有什么不妥。',
    not_given: '您没有给出过这项同意。',
    open_already: '您已经提出过这项请求，正在办理。',
  },
}
