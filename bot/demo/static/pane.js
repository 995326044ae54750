// One chat: who it is, what was said, and where to write.
import { isoDay } from "./dates.js";
import { face } from "./face.js";
import { dayLine, messageNode, newLine } from "./message.js";
import { now, person, press, read, say, town } from "./town.js";
import { attempt, tell } from "./trouble.js";

const NEAR_END = 40;  // pixels
const drafts = new Map();  // what somebody has begun to write, while another chat is shown

export class Pane {
  constructor(id, chosen) {
    this.id = id;
    this.node = document.getElementById("pane").content.firstElementChild.cloneNode(true);
    this.log = this.node.querySelector(".log");
    this.text = this.node.querySelector("textarea");
    this.newer = this.node.querySelector(".newer");
    this.select = this.node.querySelector("select");
    this.atEnd = true;
    this.grown = new ResizeObserver((entries) => this.follow(entries));
    this.grown.observe(this.log);
    this.listen(chosen);
    this.draw();
  }

  listen(chosen) {
    this.select.onchange = () => chosen(this, this.select.value);
    this.node.querySelector("form").onsubmit = (event) => { event.preventDefault(); this.send(); };
    this.text.value = drafts.get(this.id) ?? "";
    this.text.oninput = () => drafts.set(this.id, this.text.value);
    this.text.onkeydown = (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    };
    for (const sign of ["focusin", "pointerdown"]) this.node.addEventListener(sign, () => read(this.id));
    this.log.onscroll = () => this.look();
    this.newer.onclick = () => { this.toEnd(); this.text.focus(); };
  }

  leave() {
    this.grown.disconnect();
  }

  draw() {
    const one = person(this.id);
    this.node.setAttribute("aria-label", `Samtale mellem ${one.name} og Hjemmebot`);
    face(this.node.querySelector(".face"), one);
    this.node.querySelector("h2").textContent = one.name;
    this.node.querySelector(".names p").textContent = `${one.part} · ${one.department}`;
    const others = town.people.filter(({ id }) => id !== this.id);
    const asked = Object.assign(new Option("Skift person", "", true, true), { disabled: true, hidden: true });
    this.select.replaceChildren(asked, ...others.map(({ id, name }) => new Option(name, id)));
    const [label] = this.node.querySelectorAll(".write label");
    this.text.id = `write-${this.id}`;
    label.htmlFor = this.text.id;
    label.textContent = `Skriv som ${one.name}`;
    this.log.setAttribute("aria-label", `Beskeder til ${one.name}`);
    this.drawLog(one);
  }

  drawLog(one) {
    this.log.setAttribute("aria-live", "off");  // what was said before is not read aloud again
    this.log.replaceChildren();
    const first = firstNew(one);
    one.messages.forEach((message, at) => this.append(message, at === first));
    this.toEnd();
    setTimeout(() => this.log.setAttribute("aria-live", "polite"), 500);
  }

  append(message, isNew) {
    const node = messageNode(person(this.id), message, (...deed) => this.press(...deed));
    const before = [...this.log.querySelectorAll(".message")].at(-1)?.dataset.day;
    if (before !== node.dataset.day) this.log.append(dayLine(node.dataset.day, isoDay(now())));
    if (isNew) this.log.append(newLine());
    this.log.append(node);
    this.grown.observe(node);
  }

  take(message) {
    if (person(this.id).unread === 0) this.log.querySelector(".line-new")?.remove();
    if (!message) return;
    const there = this.log.querySelector(`[data-id="${CSS.escape(message.id)}"]`);
    if (there) { this.swap(there, message); return; }
    if (message.gone) return;
    const { atEnd } = this;
    const seen = document.hasFocus() && this.node.contains(document.activeElement);
    this.append(message, !message.mine && !seen && !this.log.querySelector(".line-new"));
    if (atEnd || message.mine) this.toEnd();
    else this.newer.hidden = false;
    if (seen) read(this.id);
  }

  swap(there, message) {
    if (message.gone) { there.remove(); return; }
    const held = there.contains(document.activeElement);
    const fresh = messageNode(person(this.id), message, (...deed) => this.press(...deed));
    there.replaceWith(fresh);
    this.grown.observe(fresh);
    if (held) { fresh.tabIndex = -1; fresh.focus({ preventScroll: true }); }
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.atEnd = true;
    this.newer.hidden = true;
  }

  look() {
    this.atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_END;
    if (this.atEnd) this.newer.hidden = true;
  }

  // Cards grow after they are drawn: stay at the end, but do not move a card further up under somebody's hand.
  follow(entries) {
    const last = this.log.lastElementChild;
    const inHand = entries.some(({ target }) => target !== last && target !== this.log && target.contains(document.activeElement));
    if (inHand) this.look();
    else if (this.atEnd) this.toEnd();
  }

  async send() {
    const text = this.text.value.trim();
    if (!text) return;
    this.text.value = "";
    drafts.delete(this.id);
    await attempt(() => say(this.id, text).catch((error) => { this.giveBack(text, error); throw error; }));
  }

  // What never reached the town is not lost: it can be sent again.
  giveBack(text, { status }) {
    if (status === 502 || this.text.value) return;
    this.text.value = text;
    drafts.set(this.id, text);
  }

  async press(node, card, action) {
    if (node.classList.contains("busy")) return;
    node.classList.add("busy");
    node.setAttribute("aria-busy", "true");
    const answer = await attempt(() => press(this.id, card, action));
    node.classList.remove("busy");
    node.removeAttribute("aria-busy");
    if (answer?.word) tell(answer.word);
  }
}

function firstNew({ unread, messages }) {
  let left = unread;
  for (let at = messages.length - 1; at >= 0 && left; at -= 1) if (!messages[at].mine && (left -= 1) === 0) return at;
  return unread ? 0 : -1;
}
