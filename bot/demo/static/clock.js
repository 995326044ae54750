// The town's clock: it goes as the machine's, and can be moved to another day.
import { dayName, isoDay, later, timeOf } from "./dates.js";
import { moveTo, now } from "./town.js";
import { attempt } from "./trouble.js";

const NEAR = 21;  // days in a row in the list; those further off are a few
const FAR = [28, 35, 42, 60, 90, 180, 365];
const byId = (id) => document.getElementById(id);
const real = () => isoDay(new Date());

export function tellTime() {
  const today = isoDay(now());
  byId("now").textContent = `kl. ${timeOf(now())}`;
  byId("now").dateTime = `${today}T${timeOf(now()).replace(".", ":")}`;
  const chosen = byId("day");
  if (chosen.value === today && chosen.options[0].value <= real()) return;
  const days = [...Array(NEAR).keys(), ...FAR].map((ahead) => later(real(), ahead));
  if (!days.includes(today)) days.push(today);
  chosen.replaceChildren(...days.sort().map((day) => new Option(named(day), day, false, day === today)));
}

function named(day) {
  const name = dayName(day, real());
  return day === real() ? `I dag, ${name}` : name[0].toUpperCase() + name.slice(1);
}

export function wind() {
  const move = (day) => attempt(() => moveTo(day), { 400: "Så langt kan uret ikke flyttes." }).then(tellTime);
  byId("day").onchange = ({ target }) => move(target.value);
  byId("next-day").onclick = () => move(later(isoDay(now()), 1));
  byId("today").onclick = () => move(real());
  setInterval(tellTime, 5000);
}
