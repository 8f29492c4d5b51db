/** 邮件提醒, as the officer's own page shows it. */
export interface DigestWishView {
  /** A mail server is set. */
  offered: boolean
  email: string | null
}
