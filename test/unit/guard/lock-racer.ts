// A process that tries to own a desk: says `held` and keeps it until told to stop, or the error's code.
// It must not know how many others try.
import { acquireDeskLock } from '../../../electron/core/guard/desk-lock.ts'

try {
  acquireDeskLock(process.argv[2] ?? '', () => new Date())
  process.stdout.write('held\n')
  process.stdin.resume()
} catch (error) {
  process.stdout.write(`${error instanceof Error && 'code' in error ? String(error.code) : String(error)}\n`)
}
