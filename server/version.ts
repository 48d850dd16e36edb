/** The version of this program: package.json's (server/version.test.ts), where every build has it at hand. */
export const version = '0.1.0'
