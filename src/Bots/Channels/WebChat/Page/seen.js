// What is seen: the talk, the buttons, the words of the page itself.
const words = {{words}};
const find = id => document.getElementById(id);
const log = find('log'), choices = find('choices'), danger = find('danger'), notice = find('notice');
const form = find('form'), text = find('text'), exit = find('exit');

// Empty until one is known: the page then speaks all of them.
let language = '';
let told;
const shown = { text: '', codes: '', element: null };

// What was said and has not come back yet: id to its line and the code of its button.
const waiting = new Map();

// Numbers to call become links: one touch on a phone. Only in our own words, never in what was typed.
const fill = (element, body) => {
  // "102-ге": the ending stays on the line of its number.
  for (const part of body.replace(/(\d-)(?=\p{L})/gu, '$1\u2060').split(/\b(1(?:0[1-4]|1[12]))\b/)) {
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

const label = (button, title) => {
  if (button.textContent !== title) button.textContent = title;
  button.classList.toggle('on', title[0] === '✓');
};

const offer = (actions, rows) => {
  const codes = actions.map(action => action.value).join();
  if (codes === shown.codes) {
    choices.querySelectorAll('button').forEach((button, i) => {
      label(button, actions[i].title);
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
      label(button, action.title);
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
  // At the beginning and at the end: what stays behind on the phone.
  find('welcome').lang = language;
  find('welcome').textContent = language && (data.clearsChat || log.querySelectorAll('.me').length < 2) ? words[language].stays : '';
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

// The service has it and cannot go on yet: calm words at once, the echo later.
const keep = (id, activity) => {
  const mine = waiting.get(id);
  if (mine) mine.element.classList.remove('waiting', 'late');
  speak(activity.locale);
  if (shown.text === activity.text) return;
  shown.text = activity.text;
  shown.element = line('bot help', activity.text, activity.locale);
  reveal(shown.element);
};
