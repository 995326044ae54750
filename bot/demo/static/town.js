// What the page knows of the town, and the few things it can ask of it.
const listeners = new Set();
export const town = { now: null, people: [] };

export const person = (id) => town.people.find((one) => one.id === id);
export const onChange = (listener) => listeners.add(listener);
const changed = (what) => listeners.forEach((listener) => listener(what));

export async function load() {
  const answer = await fetch("/demo/state", { cache: "no-store" });
  if (!answer.ok) throw new Error(answer.status);
  Object.assign(town, await answer.json());
  changed({ all: true });
}

export const say = (id, text) => post("say", { person: id, text });
export const press = (id, card, action) => post("press", { person: id, card, action });
export const restart = () => post("restart", {});

export async function read(id) {
  const one = person(id);
  if (!one?.unread) return;
  one.unread = 0;
  changed({ of: id });
  try { await post("read", { person: id }); } catch { /* the mark comes back with the next state */ }
}

export async function moveTo(day) {
  town.now = (await post("clock", { day })).now;
  changed({ clock: true });
}

export function listen() {
  const events = new EventSource("/demo/events");
  let dropped = false;
  events.onopen = () => { if (dropped) load(); dropped = false; };
  events.onerror = () => { dropped = true; };
  events.onmessage = ({ data }) => {
    const news = JSON.parse(data);
    if (news.all) { load(); return; }
    take(news);
  };
  addEventListener("pagehide", () => events.close());
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

async function post(what, body) {
  const answer = await fetch(`/demo/${what}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}
