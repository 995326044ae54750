// What is told when something does not go as it should, and for how long.
import { rendered } from "./markdown.js";

const SECONDS = 7;
const place = document.getElementById("trouble");
let timer;

const WORDS = {
  0: "Prøvebyen svarer ikke. Er den lukket, så start den igen med make run.",
  400: "Beskeden er for lang.",
  502: "Hjemmebot svarede ikke. Prøv igen om lidt.",
};

// Do something, and tell kindly where it fails. Returns null then.
export async function attempt(deed, words = {}) {
  try {
    return await deed();
  } catch (error) {
    tell({ ...WORDS, ...words }[error.status ?? 0] ?? "Det lykkedes ikke. Prøv igen om lidt.");
    return null;
  }
}

export function tell(words) {
  place.replaceChildren(rendered(words));
  clearTimeout(timer);
  timer = setTimeout(() => place.replaceChildren(), SECONDS * 1000);
}

export function lost(isLost) {
  document.getElementById("lost").textContent = isLost ? "Forbindelsen til prøvebyen er væk. Siden prøver igen af sig selv." : "";
}
