// Loaded before the program by tests: ends the process as a power cut would, with SIGKILL, at the Nth act of a thread on the file
// system or at the write that holds a text, before it or (a write) in the middle of its bytes; or stops it there with SIGSTOP, until
// it is told to go on. It replaces no result: until then every act is the real one.
const fs = require('node:fs')
const { isMainThread } = require('node:worker_threads')
const { syncBuiltinESMExports } = require('node:module')

const [thread, at, part, signal = 'SIGKILL'] = (process.env.VERASCOPE_TEST_KILL ?? 'none,0,0').split(',')
const isMine = thread === (isMainThread ? 'main' : 'worker')
const count = Number(at)
let left = isMine && count > 0 ? count : Number.POSITIVE_INFINITY

function torn(fd, data) {
  const bytes =
    Buffer.isBuffer(data) || ArrayBuffer.isView(data)
      ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
      : Buffer.from(String(data))
  fs.writeSync(fd, bytes, 0, Math.floor(bytes.length * Number(part)))
}

function act(fd, data) {
  left -= 1
  const holdsText = isMine && Number.isNaN(count) && typeof data === 'string' && data.includes(at)
  if (left !== 0 && !holdsText) return
  if (signal === 'SIGSTOP') {
    fs.writeSync(2, 'stopped\n')
    process.kill(process.pid, signal)
    return
  }
  if (fd !== undefined && data !== undefined) torn(fd, data)
  process.kill(process.pid, signal)
  // The signal comes a moment later; until then nothing more may be written.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

function watched(owner, name, isWrite) {
  const real = owner[name]
  owner[name] = function (...args) {
    if (isWrite) act(this.fd, args[0])
    else act()
    return real.apply(this, args)
  }
}

for (const name of ['rename', 'rm', 'mkdir', 'unlink', 'link', 'writeFile']) watched(fs.promises, name, false)
const open = fs.promises.open
fs.promises.open = async (path, flags, ...rest) => {
  const isReading = flags === undefined || flags === 'r'
  if (!isReading) act()
  const handle = await open.call(fs.promises, path, flags, ...rest)
  if (isReading) return handle
  for (const name of ['writeFile', 'write', 'appendFile']) watched(handle, name, true)
  for (const name of ['sync', 'truncate', 'close']) watched(handle, name, false)
  return handle
}
syncBuiltinESMExports()
