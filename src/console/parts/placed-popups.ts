/**
 * Calendars and lists that are open while the window changes: they are placed at once, by a page that is still on its way to its new
 * shape. When it has settled they are placed once more.
 */
const SETTLED_MS = 250

export function placePopupsOnceSettled(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  window.addEventListener('resize', (event) => {
    // Only the window's own: what is said below is no change to wait for.
    if (!event.isTrusted) return
    clearTimeout(waiting)
    waiting = setTimeout(() => window.dispatchEvent(new Event('resize')), SETTLED_MS)
  })
}
