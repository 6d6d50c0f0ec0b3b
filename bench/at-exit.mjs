// Loaded into a measured process: says at its end what it took, with all of its threads.
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

// Threads load it as well.
if (isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    const usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS * 1024 }
    writeFileSync(process.env.BENCH_USAGE, JSON.stringify(usage))
  })
}
