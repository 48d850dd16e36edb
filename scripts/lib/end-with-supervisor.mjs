/** Preloaded into every supervised process: it ends, as on SIGTERM, when its supervisor is gone, killed included. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
