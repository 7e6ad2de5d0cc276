// `npm run dev`: the loopback host in front of Vite's development server, with a looser policy. Never what is shipped.
// It must not hold newsroom logic.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'
import { serveDesk } from '../electron/host/serve-desk.ts'

const root = join(import.meta.dirname, '..')
const updatesPort = 24_678
const vite = await createServer({
  configFile: join(root, 'renderer', 'vite.config.ts'),
  root: join(root, 'renderer'),
  // module updates travel on their own loopback socket: the host's own is the desk's
  server: { middlewareMode: true, hmr: { host: '127.0.0.1', port: updatesPort } },
})
const desk = await serveDesk({
  dataDir: process.env['MARBRE_DATA'] ?? join(tmpdir(), 'marbre-dev'),
  resources: join(root, 'resources'),
  page: {
    server: (request, response) => {
      if (request.url === '/gallery') request.url = '/gallery.html'
      vite.middlewares(request, response)
    },
  },
})
console.log(desk.newLink())
process.stdin.on('data', () => console.log(desk.newLink()))
process.on('SIGINT', () => void Promise.all([vite.close(), desk.close()]).then(() => process.exit(0)))
