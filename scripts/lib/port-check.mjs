import { createServer } from 'node:net'

/**
 * Makes sure that the desk can listen where it is asked to, before minutes are spent on building it.
 *
 * @param {string} host
 * @param {string} port
 * @throws Error that says what to do instead
 */
export async function assertPortIsFree(host, port) {
  const number = Number(port)
  if (!Number.isInteger(number) || number < 1 || number > 65_535) throw new Error(`PORT: "${port}" is no port.`)
  await new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const why = error.code === 'EADDRINUSE' ? 'something else is listening there' : error.message
      reject(new Error(`Can not listen on ${host}, port ${port}: ${why}. Choose another with PORT=… or HOST=….`))
    })
    server.listen(number, host, () => server.close(resolve))
  })
}
