/** The ways on which a message can leave this desk. What can go nowhere is never chosen. */
export interface Channels {
  readonly sms: boolean
  readonly email: boolean
}

/** Sends messages that wait as rows. Implemented in server/notify, over SMTP, an SMS webhook or a demo's outbox. */
export interface Notifier {
  /**
   * Renders and sends one waiting message, and records how it went; one that has ended already is left alone.
   *
   * @throws AppError `unavailable` where trying again may help: the message then still waits
   */
  deliver(notificationId: string): Promise<void>
  /** As `deliver`, but waits a moment only and never throws: the job of the message is the safety net. */
  tryNow(notificationId: string): Promise<void>
}
