// The list of people, with a mark where something is new.
import { face } from "./face.js";
import { town } from "./town.js";

export function drawPeople(list, shown, chosen) {
  const held = document.activeElement?.dataset?.person;
  list.replaceChildren(...town.people.map((one) => line(one, shown.includes(one.id), chosen)));
  if (held) list.querySelector(`[data-person="${CSS.escape(held)}"]`)?.focus();
}

function line(one, isShown, chosen) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.person = one.id;
  button.classList.toggle("new", one.unread > 0);
  if (isShown) button.setAttribute("aria-current", "true");
  const picture = span("face");
  picture.setAttribute("aria-hidden", "true");
  face(picture, one);
  const names = span("names");
  names.append(span("name", one.name), span("part", `${one.part} · ${one.department}`));
  button.append(picture, names);
  if (one.unread) {
    const badge = span("badge", String(one.unread));
    badge.append(span("unseen", one.unread === 1 ? " ny besked" : " nye beskeder"));
    button.append(badge);
  }
  button.onclick = () => chosen(one.id);
  item.append(button);
  return item;
}

function span(className, text = "") {
  const one = document.createElement("span");
  one.className = className;
  one.textContent = text;
  return one;
}
