// What the person has not answered stands at the top of every page; whatever is new there is told once, by a sound and a notification of the
// browser, if the person has turned them on. Nothing of a case is in it. Without this script the alerts stand there all the same.
(() => {
  'use strict';
  const box = () => document.getElementById('alerts');
  if (!box() || !window.fetch) return;

  const told = 'senim-alerts';
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(told)) ?? [];
    } catch {
      return [];
    }
  };
  let audio = null;

  function sound() {
    try {
      audio ??= new AudioContext();
      const begins = audio.currentTime;
      for (const [at, pitch] of [[0, 880], [0.25, 660], [0.5, 880]]) {
        const tone = audio.createOscillator();
        const loudness = audio.createGain();
        tone.frequency.value = pitch;
        loudness.gain.setValueAtTime(0.3, begins + at);
        loudness.gain.exponentialRampToValueAtTime(0.001, begins + at + 0.22);
        tone.connect(loudness).connect(audio.destination);
        tone.start(begins + at);
        tone.stop(begins + at + 0.24);
      }
    } catch {
      // A browser without sound shows the alert.
    }
  }

  function notify(title, id) {
    if (!window.Notification || Notification.permission !== 'granted') return;
    try {
      const shown = new Notification(title, { tag: id, requireInteraction: true });
      shown.onclick = () => window.focus();
    } catch {
      // Some browsers allow notifications to service workers alone.
    }
  }

  // Of many tabs one tells: what is told is noted where all of them look.
  function tell() {
    const open = [...box().querySelectorAll('[data-alert]')];
    const known = read();
    const fresh = open.filter((alert) => !known.includes(alert.dataset.alert));
    try {
      localStorage.setItem(told, JSON.stringify(open.map((alert) => alert.dataset.alert)));
    } catch {
      // Told again on the next page rather than never.
    }
    if (fresh.length === 0) return;
    sound();
    fresh.forEach((alert) => notify(alert.dataset.title, alert.dataset.alert));
  }

  async function refresh() {
    try {
      const answer = await fetch('/alerts/open', { headers: { 'X-Senim-Refresh': '1' }, cache: 'no-store', redirect: 'error' });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('alerts');
      if (!fresh || fresh.dataset.ids === box().dataset.ids || box().matches(':active') || box().contains(document.activeElement)) return;
      box().replaceWith(fresh);
      tell();
    } catch {
      // No connection: the next round tries again.
    }
  }

  const button = document.getElementById('alerts-sound');
  if (button) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      sound();
      if (window.Notification && Notification.permission === 'default') await Notification.requestPermission();
    });
  }

  if (window.BroadcastChannel) new BroadcastChannel('senim-queue').onmessage = refresh;
  setInterval(refresh, 15000);
  tell();
})();
