import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./server/next/i18n-request.ts')

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  // Without these, a lock file in a folder above would move the root, and the output with it.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: {
    root: import.meta.dirname,
    // Messages reach the browser compiled (server/next/messages.ts): what reads their patterns (10 kB) stays out of it.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimiser is an open fetcher with a history of vulnerabilities, and no screen needs it.
  images: { unoptimized: true },
  // Native modules stay outside the bundle; the standalone trace copies their binaries.
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'pg'],
  // Types are a stage of `npm test` of their own, over more than what Next sees.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // A page that is not the reader's says so with a page of its own (app/(desk)/forbidden.tsx), not with an error's.
  experimental: { authInterrupts: true },
}

export default withNextIntl(config)
