// One message in a chat: who, when, and the words or the card.
import { drawn } from "./card.js";
import { dayName, isoDay, timeOf } from "./dates.js";
import { rendered } from "./markdown.js";

const BOT = "Hjemmebot";

export function messageNode(one, message, pressed) {
  const node = element("article", message.mine ? "message mine" : "message bot");
  node.dataset.id = message.id;
  node.dataset.day = isoDay(new Date(message.at));
  if (!message.mine && one.language === "en") node.lang = "en";
  const bubble = element("div", message.card ? "bubble card" : "bubble");
  if (message.card) bubble.append(drawn(message.card, one.language, (action) => pressed(node, message.id, action)));
  else if (message.mine) bubble.textContent = message.text;
  else bubble.append(rendered(message.text));
  node.append(meta(one, message), bubble);
  return node;
}

function meta(one, { mine, at, changed }) {
  const line = element("p", "meta");
  line.lang = "da";
  const when = element("time", "", timeOf(new Date(at)));
  when.dateTime = at;
  line.append(element("span", mine ? "unseen" : "name", mine ? one.name : BOT), " ", when, changed ? " · ændret" : "");
  if (!mine) line.append(element("span", "sending", " · sender …"));
  return line;
}

export const dayLine = (day, today) => element("p", "day", dayName(day, today));
export const newLine = () => element("p", "line-new", "Nyt");

function element(name, className, textContent = "") {
  return Object.assign(document.createElement(name), { className, textContent });
}
