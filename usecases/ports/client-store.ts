/** A machine client. Its secret is known as a SHA-256 alone. Times are epoch ms. */
export interface ClientRecord {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly ratePerMinute: number
  /** The highest assurance level that it may vouch for (domain book §5.1). */
  readonly maxAssurance: number
  readonly createdAt: number
  readonly createdBy: string
  readonly revokedAt: number | null
  readonly lastUsedAt: number | null
}

export interface ClientStore {
  byId(id: string): Promise<ClientRecord | null>
  byName(name: string): Promise<ClientRecord | null>
  list(): Promise<readonly ClientRecord[]>
  add(client: ClientRecord & { readonly secretSha256: Uint8Array }): Promise<void>
  /** Ends a client once; false when it had ended already. */
  revoke(id: string, now: number): Promise<boolean>
}
