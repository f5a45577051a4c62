(() => {
  'use strict';
  const words = {{words}};
  const root = '/v3/directline/';
  const find = id => document.getElementById(id);
  const log = find('log'), choices = find('choices'), danger = find('danger'), notice = find('notice');
  const form = find('form'), text = find('text'), exit = find('exit'), away = exit.href;

  // Longer texts go in several messages: one request stays far below what the service takes.
  const mostChars = 8000;

  let language = '';
  let session = null;
  let last = 0;
  let spoken = false;
  let told;
  const shown = { text: '', codes: '', element: null };
  const queue = [];
  const waiting = new Map();

  // --- what is seen -------------------------------------------------------------------------------------------------

  // Numbers to call become links: one touch on a phone. Only in our own words, never in what was typed.
  const fill = (element, body) => {
    for (const part of body.split(/\b(1(?:0[1-4]|1[12]))\b/)) {
      if (!/^1\d\d$/.test(part)) { element.append(part); continue; }
      const link = document.createElement('a');
      link.href = 'tel:' + part;
      link.textContent = part;
      element.append(link);
    }
  };

  const line = (kind, body, lang) => {
    const element = document.createElement('div');
    element.className = 'line ' + kind;
    if (lang) element.lang = lang;
    if (kind[0] === 'b') fill(element, body);
    else {
      const who = document.createElement('span');
      who.className = 'said';
      who.textContent = words[language || 'kk'].sent + ': ';
      element.append(who, body);
    }
    // Answers stand before whatever is still on its way.
    log.insertBefore(element, kind === 'me waiting' ? null : log.querySelector('.waiting'));
    return element;
  };

  const reveal = element => {
    const top = element.getBoundingClientRect().top + scrollY - document.querySelector('header').offsetHeight - 8;
    scrollTo(0, Math.min(top, document.documentElement.scrollHeight - innerHeight));
  };

  const calm = key => {
    if (key === told && (!key || notice.dataset.spoken === language)) return;
    told = key;
    notice.dataset.spoken = language;
    notice.textContent = '';
    if (!key) return;
    for (const each of language ? [language] : Object.keys(words)) {
      const said = document.createElement('p');
      said.lang = each;
      fill(said, words[each][key]);
      notice.append(said);
    }
  };

  const speak = lang => {
    if (!words[lang] || lang === language) return;
    language = lang;
    document.documentElement.lang = lang;
    const own = words[lang];
    exit.textContent = own.exit;
    exit.title = own.exit_hint;
    find('label').textContent = own.say;
    text.placeholder = own.write;
    find('send-label').textContent = own.send;
    log.setAttribute('aria-label', own.log);
    choices.setAttribute('aria-label', own.answers);
    calm(told);
  };

  const offer = (actions, rows) => {
    const codes = actions.map(action => action.value).join();
    if (codes === shown.codes) {
      choices.querySelectorAll('button').forEach((button, i) => {
        if (button.textContent !== actions[i].title) button.textContent = actions[i].title;
        button.removeAttribute('aria-disabled');
      });
      return;
    }
    const hadFocus = choices.contains(document.activeElement);
    shown.codes = codes;
    choices.textContent = '';
    let at = 0;
    for (const count of rows) {
      const row = document.createElement('div');
      row.className = 'row';
      for (const action of actions.slice(at, at += count)) {
        const button = document.createElement('button');
        button.type = 'button';
        button.dataset.code = action.value;
        button.textContent = action.title;
        row.append(button);
      }
      choices.append(row);
    }
    if (hadFocus) choices.focus({ preventScroll: true });
  };

  const answer = activity => {
    const data = activity.channelData || {};
    const all = (activity.suggestedActions || {}).actions || [];
    const isDanger = action => action.channelData && action.channelData.danger;
    const urgent = all.find(isDanger);
    // A reply that asks for the language is for readers of all of them.
    const asks = all.filter(action => words[action.value.split(':')[2]]).length === Object.keys(words).length;
    if (language || !asks) speak(activity.locale);
    find('welcome').textContent = '';
    document.body.className = data.clearsChat ? 'quiet' : '';
    document.body.dataset.state = data.state;
    if (data.clearsChat) {
      log.querySelectorAll('.line:not(.waiting)').forEach(each => each.remove());
    }
    if (urgent) {
      danger.textContent = urgent.title;
      danger.dataset.code = urgent.value;
    }

    // A press that only ticks an answer of the same question changes the buttons, not the talk.
    const before = log.querySelectorAll('.line:not(.waiting)');
    const press = before[before.length - 1];
    const isSame = activity.text === shown.text && press && press.dataset.press && before[before.length - 2] === shown.element;
    if (isSame) press.remove();
    else {
      if (press) press.classList.remove('late');
      shown.text = activity.text;
      shown.element = line(data.isDangerHelp ? 'bot help' : 'bot', activity.text, activity.locale);
    }
    let at = 0;
    const rows = (data.rows || [all.length]).map(count => all.slice(at, at += count).filter(action => !isDanger(action)).length).filter(Boolean);
    offer(all.filter(action => !isDanger(action)), rows);
    if (!isSame) reveal(shown.element);
  };

  const receive = (set, from) => {
    if (from !== session) return;
    for (const activity of set.activities) {
      const number = +activity.id.split('|')[1];
      if (number <= last) continue;
      last = number;
      if (activity.type !== 'message') continue;
      if (activity.from.role !== 'user') { answer(activity); continue; }
      const id = (activity.channelData || {}).clientActivityID;
      const mine = waiting.get(id);
      waiting.delete(id);
      if (mine) mine.element.classList.remove('waiting');
      else line('me', activity.text || '', language);
    }
    last = Math.max(last, +set.watermark || 0);
  };

  // --- what is said -------------------------------------------------------------------------------------------------

  const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');

  const say = (body, code) => {
    const id = newId();
    const data = { clientActivityID: id };
    if (code) data.choice = code;
    queue.push({ type: 'message', from: { id: 'you', role: 'user' }, locale: language || undefined, text: body, channelData: data });
    const element = line('me waiting', body, language);
    waiting.set(id, { element, code });
    if (code) {
      // Shown a little later: a line that comes and goes at each tick would move the buttons under the finger.
      element.dataset.press = code;
      element.classList.add('late');
      setTimeout(() => element.classList.remove('late'), 600);
    } else reveal(element);
    setTimeout(() => { if (queue.some(each => each.channelData === data)) calm('unsent'); }, 4000);
    work();
  };

  const press = (button, event) => {
    const code = button.dataset.code;
    // The second click of a double click would fall on what has come in the button's place; a press on its way counts once.
    if (event.detail > 1 || [...waiting.values()].some(each => each.code === code)) return;
    if (button !== danger) button.setAttribute('aria-disabled', 'true');
    say(button.textContent, code);
  };

  // --- the way to the service ---------------------------------------------------------------------------------------

  const call = async (method, path, body, options) => {
    const headers = {};
    if (session) headers.authorization = 'Bearer ' + session.token;
    if (body) headers['content-type'] = 'application/json';
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 20000);
    try {
      const response = await fetch(root + path, {
        method, headers, body: body && JSON.stringify(body), signal: stop.signal, cache: 'no-store', credentials: 'omit', ...options
      });
      if (!response.ok) throw { status: response.status, after: +response.headers.get('retry-after') };
      return await response.json();
    } finally {
      clearTimeout(timer);
    }
  };

  const take = given => {
    session = { id: given.conversationId, token: given.token, ends: Date.now() + given.expires_in * 1000 };
  };

  const open = async () => {
    take(await call('POST', 'tokens/generate'));
    try {
      take(await call('POST', 'conversations'));
    } catch (error) {
      session = null;
      throw error;
    }
    last = 0;
  };

  let wake = () => {};
  const sleep = ms => new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    wake = () => { clearTimeout(timer); resolve(); };
  });

  // One at a time and in order; each is sent until the service has it. Sent twice, it has one effect: its id is the same.
  let working = false;
  const work = async () => {
    if (working) { wake(); return; }
    working = true;
    let failures = 0;
    while (!session || queue.length) {
      try {
        if (!session) await open();
        else {
          await call('POST', `conversations/${session.id}/activities`, queue[0]);
          const id = queue.shift().channelData.clientActivityID;
          spoken = true;
          listen();
          setTimeout(() => { if (waiting.has(id)) poll(); }, isLive() ? 2000 : 0);
        }
        failures = 0;
        if (!queue.length) calm();
      } catch (error) {
        failures++;
        if (queue.length) calm('unsent');
        if (error.status === 400 || error.status === 413) {
          waiting.delete(queue.shift().channelData.clientActivityID);
          calm('lost');
        }
        // The token has run out, or the conversation has ended: what waits is said in a new one.
        if (error.status === 401 || error.status === 403 || error.status === 404) hangUp();
        await sleep(Math.max((error.after || 0) * 1000, Math.min(30000, 400 * 2 ** failures)));
      }
    }
    working = false;
  };

  let socket = null;
  let broken = 0;
  const isLive = () => socket && socket.readyState === 1;

  const hangUp = () => {
    session = null;
    if (socket) socket.close();
    socket = null;
  };

  const listen = () => {
    if (socket || !session || !window.WebSocket) return;
    const from = session;
    const address = `${location.origin.replace(/^http/, 'ws')}${root}conversations/${session.id}/stream?watermark=${last}&t=${session.token}`;
    let mine;
    try { mine = socket = new WebSocket(address); } catch { return; }
    mine.onopen = () => { broken = 0; };
    mine.onmessage = event => { if (event.data) receive(JSON.parse(event.data), from); };
    mine.onclose = () => {
      if (socket !== mine) return;
      setTimeout(() => { if (socket === mine) { socket = null; listen(); } }, Math.min(60000, 1000 * 2 ** broken++));
    };
  };

  // Where web sockets do not pass, the same lines are asked for.
  let polling = false;
  const poll = async () => {
    if (polling || !session || !spoken) return;
    polling = true;
    const from = session;
    try {
      receive(await call('GET', `conversations/${from.id}/activities?watermark=${last}`), from);
    } catch (error) {
      if (error.status === 404 && session === from) hangUp();
    }
    polling = false;
  };
  setInterval(() => { if (!isLive()) poll(); }, 3000);

  const renew = async () => {
    const from = session;
    if (!from || from.ends - Date.now() > 900000) return;
    try {
      const given = await call('POST', 'tokens/refresh');
      if (session === from) { from.token = given.token; from.ends = Date.now() + given.expires_in * 1000; }
    } catch { /* The next minute tries again; a token that has run out is met where something is sent. */ }
  };
  setInterval(renew, 60000);

  // --- leaving ------------------------------------------------------------------------------------------------------

  // What still waits goes along; the service marks that nobody reads here any more.
  const farewell = () => {
    if (!session || !(spoken || queue.length)) return;
    for (const each of [...queue, { type: 'endOfConversation' }])
      call('POST', `conversations/${session.id}/activities`, each, { keepalive: true, signal: undefined }).catch(() => {});
    queue.length = 0;
    spoken = false;
  };

  const leave = () => {
    farewell();
    document.title = '';
    document.body.textContent = '';
    location.replace(away);
  };

  let escapes = [];
  addEventListener('keydown', event => {
    if (event.key !== 'Escape') { escapes = []; return; }
    escapes = [...escapes, event.timeStamp].filter(time => event.timeStamp - time < 2000);
    if (escapes.length === 3) leave();
  });
  exit.addEventListener('click', event => { event.preventDefault(); leave(); });
  addEventListener('pagehide', farewell);
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
  addEventListener('online', () => { wake(); renew(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) { wake(); renew(); } });

  // --- at work ------------------------------------------------------------------------------------------------------

  choices.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button) press(button, event);
  });
  danger.addEventListener('click', event => press(danger, event));
  const send = () => {
    const said = text.value.trim();
    for (let at = 0; at < said.length; at += mostChars) say(said.slice(at, at + mostChars));
    text.value = '';
    text.focus();
  };
  form.addEventListener('submit', event => { event.preventDefault(); send(); });
  text.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  shown.text = find('first').textContent;
  shown.element = find('first');
  shown.codes = [...choices.querySelectorAll('button')].map(button => button.dataset.code).join();
  work();
})();
