// When the queue changes, or a minute has passed, the page fetches itself and swaps its live part: focus and place on the screen
// stay, and what changed is said in words. Without this script every page works; it only does not move by itself.
(() => {
  'use strict';
  const region = () => document.querySelector('[data-live]');
  if (!region() || !window.EventSource || !window.fetch) return;

  // "Somebody was faster" is told once, not again with each refresh.
  if (region().dataset.live === 'signal') history.replaceState(null, '', location.pathname);

  let running = false;
  let again = false;

  async function refresh() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      const answer = await fetch(location.href, { headers: { 'X-Senim-Refresh': '1' }, cache: 'no-store', redirect: 'error' });
      if (answer.status === 401 || answer.status === 404) location.reload();
      else if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch {
      // No connection: the next event or the next minute tries again.
    } finally {
      running = false;
    }
    if (again) {
      again = false;
      setTimeout(refresh, 1000);
    }
  }

  function show(page) {
    const old = region();
    const fresh = page.querySelector('[data-live]');
    if (!fresh) return;
    document.title = page.title;
    const changed = fresh.dataset.stamp !== old.dataset.stamp;
    if (!changed && fresh.textContent === old.textContent) return;

    // A button just being pressed, or words just being marked, stay where they are.
    const marking = !document.getSelection().isCollapsed && old.contains(document.getSelection().anchorNode);
    if (old.matches(':active') || (marking && !changed)) {
      setTimeout(refresh, 2000);
      return;
    }

    const focused = old.contains(document.activeElement) ? document.activeElement.id || 'main' : null;
    const anchor = [...old.querySelectorAll('[id]')].find((element) => element.getBoundingClientRect().top >= 0);
    const top = anchor?.getBoundingClientRect().top;
    old.replaceWith(fresh);
    if (focused) (document.getElementById(focused) ?? document.getElementById('main')).focus({ preventScroll: true });
    const moved = anchor && document.getElementById(anchor.id);
    if (moved && scrollY > 0) scrollBy(0, moved.getBoundingClientRect().top - top);
    if (changed) document.getElementById('said').textContent = fresh.dataset.said;
  }

  const tabs = window.BroadcastChannel ? new BroadcastChannel('senim-queue') : null;
  if (tabs) tabs.onmessage = refresh;

  // A browser keeps few connections to one server: of many tabs one listens and tells the others. The lock is held until it closes.
  function listen() {
    const source = new EventSource('/queue/events');
    const tell = () => {
      refresh();
      tabs?.postMessage('changed');
    };
    source.onopen = tell;
    source.addEventListener('queue', tell);
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) {
        refresh();
        setTimeout(listen, 15000);
      }
    };
    return new Promise(() => {});
  }

  if (tabs && navigator.locks) navigator.locks.request('senim-queue', listen);
  else listen();
  setInterval(refresh, 60000);
})();
