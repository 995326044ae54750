// What the page knows of the town, and the few things it can ask of it.
const listeners = new Set();
export const town = { people: [] };
let ahead = 0;  // milliseconds that the town's clock is ahead of this machine's

export const now = () => new Date(Date.now() + ahead);
export const person = (id) => town.people.find((one) => one.id === id);
export const onChange = (listener) => listeners.add(listener);
const changed = (what) => listeners.forEach((listener) => listener(what));

// What is written down before the page listens is in the state; what comes after is told: so listen first, then load.
export function listen(lost) {
  const events = new EventSource("/demo/events");
  events.onopen = () => load().then(() => lost(false), () => lost(true));
  events.onerror = () => {
    lost(true);
    if (events.readyState === EventSource.CLOSED) setTimeout(() => listen(lost), 2000);
  };
  events.onmessage = ({ data }) => {
    const news = JSON.parse(data);
    if (news.all) load().catch(() => lost(true));
    else if (news.now) setClock(news.now);
    else take(news);
  };
}

async function load() {
  const answer = await fetch("/demo/state", { cache: "no-store" });
  if (!answer.ok) throw new Refused(answer.status);
  const state = await answer.json();
  town.people = state.people;
  ahead = new Date(state.now) - Date.now();
  changed({ all: true });
}

export const say = (id, text) => post("say", { person: id, text });
export const press = (id, card, action) => post("press", { person: id, card, action });
export const restart = () => post("restart", {});
export const moveTo = async (day) => setClock((await post("clock", { day })).now);

export async function read(id) {
  const one = person(id);
  if (!one?.unread) return;
  one.unread = 0;
  changed({ of: id });
  try { await post("read", { person: id }); } catch { /* the mark comes back with the next state */ }
}

function setClock(moment) {
  ahead = new Date(moment) - Date.now();
  changed({ clock: true });
}

function take({ of, unread, message }) {
  const one = person(of);
  if (!one) return;
  one.unread = unread;
  if (message) {
    const at = one.messages.findIndex(({ id }) => id === message.id);
    if (message.gone) { if (at >= 0) one.messages.splice(at, 1); }
    else if (at >= 0) one.messages[at] = message;
    else one.messages.push(message);
  }
  changed({ of, message });
}

class Refused extends Error {
  constructor(status) { super(`status ${status}`); this.status = status; }
}

async function post(what, body) {
  const answer = await fetch(`/demo/${what}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Refused(answer.status);
  return answer.json();
}
