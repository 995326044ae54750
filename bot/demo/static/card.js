// A card drawn by Microsoft's renderer. Pressing a button calls `pressed(action)` with what Teams would send.
import { dayInWords } from "./dates.js";
import { hostConfig } from "./hostconfig.js";
import { asMarkup } from "./markdown.js";

const MISSING = { da: "Feltet skal udfyldes rigtigt.", en: "This field must be filled in correctly." };
const renderer = globalThis.AdaptiveCards;
if (renderer) {
  renderer.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = asMarkup(text);
    result.didProcess = true;
  };
  inDanish(renderer.Strings);
}

export function drawn(payload, language, pressed) {
  if (!renderer) return document.createTextNode(payload.fallbackText ?? "Kortet kan ikke vises. Kør make run igen.");
  const { AdaptiveCard, HostConfig, ExecuteAction, SubmitAction, OpenUrlAction } = renderer;
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig);
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) open(action.url, "_blank", "noopener");
    else if (action instanceof ExecuteAction) pressed({ type: "Action.Execute", verb: action.verb, data: action.data });
    else if (action instanceof SubmitAction) pressed({ type: "Action.Submit", data: action.data });
  };
  card.parse(payload);
  for (const input of card.getAllInputs()) input.errorMessage ||= MISSING[language] ?? MISSING.da;
  const node = card.render();
  if (!node) return document.createTextNode(payload.fallbackText ?? "");
  card.onInlineCardExpanded = () => sayDays(node, language);
  sayDays(node, language);
  return node;
}

function sayDays(node, language) {
  for (const input of node.querySelectorAll('input[type="date"]:not(.said)')) {
    input.classList.add("said");
    input.after(inWords(input, language));
  }
}

// A date field follows the browser's language; below it stands the day as people here say it.
function inWords(input, language) {
  const words = document.createElement("span");
  words.className = "in-words";
  words.setAttribute("aria-live", "polite");
  const write = () => { words.textContent = dayInWords(input.value, language); };
  input.addEventListener("input", write);
  input.addEventListener("change", write);
  write();
  return words;
}

function inDanish({ defaults, runtime, errors }) {
  Object.assign(defaults, {
    inlineActionTitle: () => "Send", overflowButtonText: () => "…", overflowButtonTooltip: () => "Flere muligheder", emptyElementText: () => "",
    mediaPlayerAriaLabel: () => "Medier", mediaPlayerPlayMedia: () => "Afspil",
    carouselNavigationPreviousTooltip: () => "Forrige", carouselNavigationNextTooltip: () => "Næste",
  });
  Object.assign(runtime, {
    automaticRefreshPaused: () => "Opdateringen er sat på pause.", clckToRestartAutomaticRefresh: () => "Tryk for at fortsætte.", refreshThisCard: () => "Opdater kortet",
  });
  errors.unknownElementType = () => "En del af kortet kan ikke vises her.";
}
