// One chat: who it is, what was said, and where to write.
import { drawn } from "./card.js";
import { rendered } from "./markdown.js";
import { person, press, read, say, town } from "./town.js";
import { face } from "./face.js";

const zone = { timeZone: "Europe/Copenhagen" };
const clock = new Intl.DateTimeFormat("da-DK", { ...zone, hour: "2-digit", minute: "2-digit" });
const dayOf = new Intl.DateTimeFormat("da-DK", { ...zone, weekday: "long", day: "numeric", month: "long" });

export class Pane {
  constructor(id, { theme, chosen, trouble }) {
    this.id = id;
    this.theme = theme;
    this.trouble = trouble;
    this.node = document.getElementById("pane").content.firstElementChild.cloneNode(true);
    this.log = this.node.querySelector(".log");
    this.text = this.node.querySelector("textarea");
    this.select = this.node.querySelector("select");
    this.select.onchange = () => chosen(this, this.select.value);
    this.node.querySelector("form").onsubmit = (event) => { event.preventDefault(); this.send(); };
    this.text.onkeydown = (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    };
    this.text.onfocus = () => read(this.id);
    this.log.onclick = () => read(this.id);
    this.atEnd = true;
    this.log.onscroll = () => { this.atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60; };
    this.grown = new ResizeObserver(() => { if (this.atEnd) this.toEnd(); });  // a card grows after it is drawn
    this.draw();
  }

  draw() {
    const one = person(this.id);
    this.node.setAttribute("aria-label", `Samtale mellem ${one.name} og Hjemmebot`);
    face(this.node.querySelector(".face"), one);
    this.node.querySelector("h2").textContent = one.name;
    this.node.querySelector(".names p").textContent = `${one.part} · ${one.department}`;
    this.select.replaceChildren(...town.people.map(({ id, name }) => new Option(name, id, id === this.id, id === this.id)));
    const [label] = this.node.querySelectorAll(".write label");
    this.text.id = `write-${this.id}`;
    label.htmlFor = this.text.id;
    label.textContent = `Skriv som ${one.name}`;
    this.log.setAttribute("aria-label", `Beskeder til ${one.name}`);
    const first = one.messages.length - newOnes(one);
    this.days = new Set();
    this.log.replaceChildren(...one.messages.flatMap((message, at) => [
      ...this.dayLine(message), ...(at === first ? [newLine()] : []), this.message(message),
    ]));
    for (const node of this.log.children) this.grown.observe(node);
    this.toEnd();
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.atEnd = true;
  }

  take(message) {
    if (!message) { this.log.querySelector(".line-new")?.remove(); return; }
    const there = this.log.querySelector(`[data-id="${CSS.escape(message.id)}"]`);
    if (message.gone) { there?.remove(); return; }
    if (there) { this.swap(there, message); return; }
    const { atEnd } = this;
    const node = this.message(message);
    this.log.append(...this.dayLine(message), node);
    this.grown.observe(node);
    if (atEnd || message.mine) this.toEnd();
  }

  swap(there, message) {
    const held = there.contains(document.activeElement);
    const fresh = this.message(message);
    there.replaceWith(fresh);
    this.grown.observe(fresh);
    if (held) { fresh.tabIndex = -1; fresh.focus({ preventScroll: true }); }
  }

  dayLine({ at }) {
    const day = dayOf.format(new Date(at));
    if (this.days.has(day)) return [];
    this.days.add(day);
    return [element("p", "day", day)];
  }

  message(message) {
    const node = element("article", message.mine ? "message mine" : "message");
    node.dataset.id = message.id;
    const who = message.mine ? person(this.id).name : "Hjemmebot";
    const when = clock.format(new Date(message.at)) + (message.changed ? " · ændret" : "");
    node.append(element("p", "meta", `${who} ${when}`));
    const bubble = element("div", message.card ? "bubble card" : "bubble");
    if (message.card) bubble.append(drawn(message.card, this.theme, (action) => this.press(bubble, message.id, action)));
    else if (message.mine) bubble.textContent = message.text;
    else bubble.append(rendered(message.text));
    node.append(bubble);
    return node;
  }

  async send() {
    const text = this.text.value.trim();
    if (!text) return;
    this.text.value = "";
    await this.trouble(() => say(this.id, text));
  }

  async press(bubble, card, action) {
    if (bubble.classList.contains("busy")) return;
    bubble.classList.add("busy");
    bubble.setAttribute("aria-busy", "true");
    const answer = await this.trouble(() => press(this.id, card, action));
    bubble.classList.remove("busy");
    bubble.removeAttribute("aria-busy");
    if (answer?.word) this.trouble.say(answer.word);
    read(this.id);
  }
}

function newOnes(one) {
  return Math.min(one.unread, one.messages.length);
}

function newLine() {
  return element("p", "line-new", "Nyt");
}

function element(name, className, text = "") {
  const one = document.createElement(name);
  one.className = className;
  if (text) one.textContent = text;
  return one;
}
