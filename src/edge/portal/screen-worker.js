// Keeps the screen's page, its script and its style, so that it starts again without a network: the network first, then what was kept.
const KEPT = 'gongkai-screen'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  // News comes from the network or not at all: what was kept would pass for heard.
  if (event.request.method !== 'GET' || event.request.url.endsWith('/screen.json')) return
  event.respondWith(
    (async () => {
      const kept = await caches.open(KEPT)
      try {
        const answer = await fetch(event.request)
        if (answer.ok) await kept.put(event.request, answer.clone())
        return answer
      } catch (fault) {
        const before = await kept.match(event.request)
        if (before) return before
        throw fault
      }
    })(),
  )
})
