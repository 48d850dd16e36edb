import { runCommand } from './run-command.mjs'

/**
 * Runs npm: the one that started us, which may be the only one there is, with the Node that runs us.
 *
 * @param {readonly string[]} args
 * @param {{ cwd: string }} options
 */
export async function npm(args, { cwd }) {
  // A silent npm around us would make this one silent too, errors included.
  const all = [...args, '--loglevel=error']
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli)) return runCommand(process.execPath, [cli, ...all], { cwd, quiet: true })
  const windows = process.platform === 'win32'
  return runCommand(windows ? 'npm.cmd' : 'npm', all, { cwd, quiet: true, shell: windows })
}
