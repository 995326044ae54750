// The page: people on the left, two chats side by side, a clock that can be moved.
import { tellTime, wind } from "./clock.js";
import { Pane } from "./pane.js";
import { drawPeople } from "./people.js";
import { listen, onChange, person, read, restart, town } from "./town.js";
import { attempt, lost } from "./trouble.js";

const byId = (id) => document.getElementById(id);
const wide = matchMedia("(min-width: 1001px)");
const dark = matchMedia("(prefers-color-scheme: dark)");
let panes = [];

function show(ids) {
  keep("shown", ids.join(" "));
  panes.forEach((pane) => pane.leave());
  panes = ids.map((id) => new Pane(id, (pane, other) => swap(panes.indexOf(pane), other)));
  byId("panes").replaceChildren(...panes.map(({ node }) => node));
  panes.forEach((pane) => pane.toEnd());
  people();
}

function swap(at, id) {
  const ids = panes.map((pane) => pane.id);
  const there = ids.indexOf(id);
  if (there >= 0) ids[there] = ids[at];
  ids[at] = id;
  show(ids);
  goTo(id);
}

function people() {
  const shown = panes.map(({ id }) => id).slice(0, wide.matches ? 2 : 1);
  drawPeople(byId("everybody"), shown, (id) => {
    drawer(false);
    if (shown.includes(id)) goTo(id);
    else swap(0, id);
  });
  byId("people-new").hidden = !town.people.some(({ id, unread }) => unread && !shown.includes(id));
}

function goTo(id) {
  panes.find((pane) => pane.id === id).text.focus();
  read(id);
}

function drawer(open) {
  byId("people").classList.toggle("open", open);
  byId("people-open").setAttribute("aria-expanded", String(open));
}

function paint(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").setAttribute("aria-pressed", String(theme === "dark"));
}

function firstShown() {
  const kept = (recalled("shown") ?? "").split(" ").filter(person);
  const leader = town.people.find(({ part }) => part === "Leder") ?? town.people.at(-1);
  return new Set(kept).size === 2 ? kept : [town.people[0].id, leader.id];
}

function keep(name, value) {
  try { localStorage.setItem(name, value); } catch { /* a browser that keeps nothing */ }
}

function recalled(name) {
  try { return localStorage.getItem(name); } catch { return null; }
}

onChange(({ all, clock, of, message }) => {
  if (all || clock) tellTime();
  if (clock) return;
  if (!all) panes.filter(({ id }) => id === of).forEach((pane) => pane.take(message));
  else if (panes.length) panes.forEach((pane) => pane.draw());  // what is being written stays
  else show(firstShown());
  people();
});

byId("theme").onclick = () => {
  const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  keep("theme", theme);
  paint(theme);
};
byId("people-open").onclick = () => {
  drawer(!byId("people").classList.contains("open"));
  if (byId("people").classList.contains("open")) byId("everybody").querySelector("button")?.focus();
};
byId("people").onkeydown = ({ key }) => {
  if (key !== "Escape" || !byId("people").classList.contains("open")) return;
  drawer(false);
  byId("people-open").focus();
};
byId("try-open").onclick = () => byId("try").showModal();
byId("restart").onclick = () => { byId("sure").returnValue = ""; byId("sure").showModal(); };
byId("sure").onclose = async () => {
  if (byId("sure").returnValue !== "yes") return;
  drawer(false);
  byId("restart").setAttribute("aria-busy", "true");
  await attempt(restart);
  byId("restart").removeAttribute("aria-busy");
};
wide.onchange = people;

paint(recalled("theme") ?? (dark.matches ? "dark" : "light"));
wind();
listen(lost);
