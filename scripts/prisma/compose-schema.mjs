// One canonical model file, two providers: Prisma fixes the provider per schema (`provider = env()` is
// refused), so the datasource and generator blocks are put in front of the same models.

/** The two databases that Rightsdesk runs on, by Prisma's provider name. */
export const PROVIDERS = ['sqlite', 'postgresql']

/**
 * A whole Prisma schema for one provider.
 * @param {string} models text of prisma/models.prisma: models only
 * @param {'sqlite' | 'postgresql'} provider
 * @returns {string} the composed schema
 */
export function composeSchema(models, provider) {
  if (!PROVIDERS.includes(provider)) throw new Error(`unknown database provider: ${provider}`)
  if (/^\s*(datasource|generator)\s/m.test(models)) {
    throw new Error('prisma/models.prisma holds models only: its datasource and generator are generated')
  }
  return `// Generated from prisma/models.prisma. Changes here are lost.
datasource db {
  provider = "${provider}"
}

generator client {
  provider               = "prisma-client"
  output                 = "../../server/db/generated/${provider}"
  importFileExtension    = "ts"
  generatedFileExtension = "ts"
  moduleFormat           = "esm"
  runtime                = "nodejs"
  previewFeatures        = ["partialIndexes"]
}

${models}`
}
