// What the reporter does: says something, presses something, leaves.
const away = exit.href;

const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');

// The code of a wall goes along with the first thing that is said, and stays in no history.
let door = new URLSearchParams(location.search).get('d');
if (location.search) history.replaceState(null, '', location.pathname);

const say = (body, code) => {
  const id = newId();
  const data = { clientActivityID: id };
  if (code) data.choice = code;
  if (door) data.door = door;
  door = null;
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

choices.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (button) press(button, event);
});
danger.addEventListener('click', event => press(danger, event));
const send = () => {
  // Longer texts go in several messages: one request stays far below what the service takes.
  for (const part of text.value.trim().match(/[^]{1,8000}/gu) || []) say(part);
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
