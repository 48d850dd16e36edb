/**
 * Preloaded into the web process (`--import`): a request from anyone but a trusted proxy loses its forwarding
 * headers before the framework, which believes them, sees it; and the router's guesses are told apart from wishes.
 */
import { Server } from 'node:http'
import { stripForwarded, trustedProxies } from './forwarded-headers.mjs'
import { tellPrefetch } from './router-prefetch.mjs'

const isTrusted = trustedProxies(process.env.TRUSTED_PROXIES ?? '')
/** @type {any} */
const prototype = Server.prototype
const { emit } = prototype

/**
 * @param {string} event
 * @param {any} request  what the event carries first; a request for these two
 * @param {any[]} more
 */
prototype.emit = function emitStripped(event, request, ...more) {
  if (event === 'request' || event === 'upgrade') {
    if (!isTrusted(request.socket.remoteAddress)) stripForwarded(request)
    tellPrefetch(request)
  }
  return emit.call(this, event, request, ...more)
}
