// Neram's service worker. It keeps one page, the one that says there is no connection, and nothing of any business:
// what staff see must be how things are now.
const kept = 'neram-offline-1';
const offline = '/offline';

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(kept);
      const page = await fetch(offline, { cache: 'reload' });
      // The page's own styles and fonts, so that it looks itself without a connection.
      const text = await page.clone().text();
      const parts = [...text.matchAll(/(?:href|src)="(\/(?:_next\/static\/[^"]+\.css|icon\.svg)[^"]*)"/g)];
      await cache.put(offline, page);
      await cache.addAll([...new Set(parts.map((match) => match[1]))]);
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(async () => (await caches.match(offline)) ?? Response.error()));
  } else if (request.method === 'GET' && /\.css|\/icon\.svg/.test(new URL(request.url).pathname)) {
    event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
  }
});

// A notification leads to what it tells of, in a window that is open already where there is one.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const path = event.notification.data?.path ?? '/welcome';
  event.waitUntil(
    (async () => {
      const windows = await self.clients.matchAll({ type: 'window' });
      const [first] = windows;
      if (!first) return self.clients.openWindow(path);
      await first.navigate(path);
      return first.focus();
    })(),
  );
});
