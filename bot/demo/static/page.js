// The page: people on the left, two chats side by side, a clock that can be moved.
import { drawPeople } from "./people.js";
import { Pane } from "./pane.js";
import { listen, load, moveTo, onChange, person, read, restart, town } from "./town.js";

const byId = (id) => document.getElementById(id);
const list = byId("people").querySelector("ul");
const wide = matchMedia("(min-width: 1001px)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const longDay = new Intl.DateTimeFormat("da-DK", { timeZone: "Europe/Copenhagen", weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
let theme = localStorage.getItem("theme") ?? (dark.matches ? "dark" : "light");
let panes = [];

async function trouble(deed) {
  try {
    return await deed();
  } catch {
    trouble.say("Beskeden kom ikke frem. Prøv igen om lidt.");
    return null;
  }
}
trouble.say = (words) => {
  const place = byId("trouble");
  place.textContent = words;
  place.hidden = false;
  clearTimeout(trouble.timer);
  trouble.timer = setTimeout(() => { place.hidden = true; }, 6000);
};

function show(ids) {
  localStorage.setItem("shown", JSON.stringify(ids));
  panes = ids.map((id) => new Pane(id, { theme, trouble, chosen: (pane, other) => swap(panes.indexOf(pane), other) }));
  byId("panes").replaceChildren(...panes.map(({ node }) => node));
  for (const pane of panes) pane.toEnd();
  people();
}

function swap(at, id) {
  const ids = panes.map((pane) => pane.id);
  const there = ids.indexOf(id);
  if (there >= 0) ids[there] = ids[at];
  ids[at] = id;
  show(ids);
  panes[at].text.focus();
  read(id);
}

function people() {
  const shown = panes.map(({ id }) => id).slice(0, wide.matches ? 2 : 1);
  drawPeople(list, shown, (id) => { closeDrawer(); if (!wide.matches || !shown.includes(id)) swap(0, id); else focusPane(id); });
}

function focusPane(id) {
  panes.find((pane) => pane.id === id).text.focus();
  read(id);
}

function closeDrawer() {
  byId("people").classList.remove("open");
  byId("people-open").setAttribute("aria-expanded", "false");
}

function paint() {
  document.documentElement.dataset.theme = theme;
  byId("theme").setAttribute("aria-pressed", String(theme === "dark"));
}

function tellTime() {
  const now = new Date(town.now);
  byId("now").textContent = longDay.format(now);
  byId("now").dateTime = town.now;
  byId("day").value = town.now.slice(0, 10);
}

function dayAfter(days) {
  const day = new Date(`${town.now.slice(0, 10)}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

function firstShown() {
  const kept = JSON.parse(localStorage.getItem("shown") ?? "[]").filter(person);
  const anna = town.people[0].id;
  const lars = town.people.find(({ part }) => part === "Leder").id;
  return kept.length === 2 ? kept : [anna, lars];
}

onChange(({ all, clock, of, message }) => {
  if (all) { tellTime(); show(firstShown()); return; }
  if (clock) { tellTime(); return; }
  for (const pane of panes) if (pane.id === of) pane.take(message);
  people();
});

byId("theme").onclick = () => {
  theme = theme === "dark" ? "light" : "dark";
  localStorage.setItem("theme", theme);
  paint();
  show(panes.map(({ id }) => id));
};
byId("people-open").onclick = () => {
  const open = byId("people").classList.toggle("open");
  byId("people-open").setAttribute("aria-expanded", String(open));
  if (open) list.querySelector("button")?.focus();
};
byId("people").onkeydown = ({ key }) => { if (key === "Escape") { closeDrawer(); byId("people-open").focus(); } };
byId("day").onchange = ({ target }) => target.value && trouble(() => moveTo(target.value));
byId("next-day").onclick = () => trouble(() => moveTo(dayAfter(1)));
byId("today").onclick = () => trouble(() => moveTo(new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" }).format(new Date())));
byId("restart").onclick = () => byId("sure").showModal();
byId("sure").onclose = async () => {
  if (byId("sure").returnValue !== "yes") return;
  await trouble(restart);
  await trouble(load);
};
wide.onchange = people;

paint();
await trouble(load);
listen();
