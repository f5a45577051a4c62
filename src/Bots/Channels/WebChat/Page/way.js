// The way to the service: Direct Line 3.0.
const root = '/v3/directline/';
let session = null;
let last = 0;
let spoken = false;

// What was said and is not with the service yet, the oldest first.
const queue = [];

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
        const given = await call('POST', `conversations/${session.id}/activities`, queue[0]);
        const id = queue.shift().channelData.clientActivityID;
        spoken = true;
        if (given.kept) keep(id, given.kept);
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
