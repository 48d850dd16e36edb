import { runCommand } from './run-command.mjs'

/**
 * Runs npm: the one that started us, which may be the only one there is, with the Node that runs us.
 *
 * @param {readonly string[]} args
 * @param {{ cwd: string }} options
 */
export async function npm(args, { cwd }) {
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli)) return runCommand(process.execPath, [cli, ...args], { cwd, quiet: true })
  const windows = process.platform === 'win32'
  return runCommand(windows ? 'npm.cmd' : 'npm', args, { cwd, quiet: true, shell: windows })
}
