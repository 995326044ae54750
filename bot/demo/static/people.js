// The list of people by department, with a mark where something is new.
import { face } from "./face.js";
import { town } from "./town.js";

export function drawPeople(place, shown, chosen) {
  const held = document.activeElement?.dataset?.person;
  const departments = [...new Set(town.people.map(({ department }) => department))];
  place.replaceChildren(...departments.flatMap((department, at) => {
    const heading = Object.assign(document.createElement("h2"), { id: `department-${at}`, textContent: department });
    const list = document.createElement("ul");
    list.setAttribute("aria-labelledby", heading.id);
    list.append(...town.people.filter((one) => one.department === department).map((one) => line(one, shown.includes(one.id), chosen)));
    return [heading, list];
  }));
  if (held) place.querySelector(`[data-person="${CSS.escape(held)}"]`)?.focus();
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
  names.append(span("name", one.name), span("unseen", ", "), span("part", one.part));
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

function span(className, textContent = "") {
  return Object.assign(document.createElement("span"), { className, textContent });
}
