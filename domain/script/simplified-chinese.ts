import type { ScriptBook } from './script.ts'

/** What is read aloud in Simplified Chinese. To be confirmed by counsel, as every word that a person relies on. */
export const simplifiedChinese: ScriptBook = {
  locale: 'zh-CN',
  version: 'v1',
  withoutDays: '首先由主管审核。之后立即开始，无法再改变主意。',
  thatService: '您所说的那项服务',
  scripts: {
    say_now: ['为了保护您的权益，在确认来电人身份之前，我既不能证实也不能否认任何信息。接下来我会告诉您可以怎样办理。'],
    consent_withdrawal: ['您撤回的只是这一项同意：{purpose}。', '自现在起生效，不影响您的其他选择。'],
    deregistration: [
      '您将退出{service}。从今天起，我们不再为您使用这项服务。',
      '不再需要的数据会被删除。法律要求保留的部分只为该目的保留，到期后删除。',
      '以后您可以自己选择重新加入；届时会看到当时保留的记录。',
    ],
    void_enrolment: [
      '您当初加入{service}并非出于真正的选择。我们将其视为从未发生。',
      '{service}由此得出的关于您的数据会被删除。您不会因此承担任何费用，正在履行的合同照常进行。',
      '以后如果您愿意，仍然可以加入。',
    ],
    deletion_service: [
      '您在{service}的数据将被删除，而且无法恢复。',
      '首先由主管审核。之后有{days}天，您可以来电改变主意。',
      '删除之后，您永远不能再使用{service}，即使以后申请加入也不行。',
      '您是否明白这一点，并且仍然要删除？',
    ],
    deletion_service_no_mark: [
      '您在{service}的数据将被删除，而且无法恢复。',
      '首先由主管审核。之后有{days}天，您可以来电改变主意。',
      '按目前的情况，您以后可以重新加入{service}。',
      '您是否明白这一点，并且仍然要删除？',
    ],
    deletion_account: [
      '您的整个账户及其中的全部数据将被删除，而且无法恢复。',
      '首先由主管审核。之后有{days}天，您可以来电改变主意。',
      '删除之后，您永远不能再使用{service}，即使开立新账户也不行。',
      '您是否明白这一点，并且仍然要删除？',
    ],
    deletion_account_no_mark: [
      '您的整个账户及其中的全部数据将被删除，而且无法恢复。',
      '首先由主管审核。之后有{days}天，您可以来电改变主意。',
      '按目前的情况，您以后可以开立新账户。',
      '您是否明白这一点，并且仍然要删除？',
    ],
    erased_barred: [
      '您的数据已于{day}删除。自那以后，您不能再加入{service}。',
      '如果您不接受，我现在就可以受理您的异议，由没有参与过此事的主管答复您。',
      '如果这是弄错了，我可以代您申请更正，由两位主管决定。',
    ],
    erased_free: [
      '您的数据已于{day}删除。您可以重新加入，没有任何限制。',
      '如果其中有什么不对，我现在就可以受理您的异议，由没有参与过此事的主管答复您。',
    ],
  },
}
