import { writeSync } from 'node:fs'

// Loaded into a process before its program: says at its end how much memory it has held at most, in kilobytes.
process.on('exit', () => writeSync(2, `peak memory ${process.resourceUsage().maxRSS} kB\n`))
