/** What a kit is to hold and who it is for. Days are ISO dates in UTC, inclusive. */
export interface KitOrder {
  readonly from: string
  readonly to: string
  /** Stands in the manifest: `staff` and a personnel number, or `operator`. */
  readonly exporter: { readonly type: 'staff' | 'operator'; readonly ref: string }
  /** Epoch ms. */
  readonly at: number
  /** A file that the operator named, or a link that one member of staff can use once. */
  readonly place: { readonly kind: 'file'; readonly path: string } | { readonly kind: 'link'; readonly staffId: string }
}

/** A kit that is written, but that nobody can reach until it is published. */
export interface MadeKit {
  readonly entries: number
  /** First and last number in it; null when it holds none. */
  readonly firstSeq: number | null
  readonly lastSeq: number | null
  /** Path of the file, or the name that a download gets. */
  readonly file: string
  /** Where to fetch it, once; null for a file. */
  readonly href: string | null
  /** Of the archive, in hex. */
  readonly sha256: string
  publish(): Promise<void>
  discard(): Promise<void>
}

/** Makes export kits of the log. Implemented in server/log. */
export interface LogKits {
  /** Numbers what waits for a number, then writes the kit. @throws AppError where the file can not be written */
  make(order: KitOrder): Promise<MadeKit>
}
