// A card drawn by Microsoft's renderer. Pressing a button calls `pressed(action)` with what Teams would send.
import { hostConfig } from "./hostconfig.js";
import { asMarkup } from "./markdown.js";

export function drawn(payload, theme, pressed) {
  const { AdaptiveCard, HostConfig, ExecuteAction, SubmitAction, OpenUrlAction } = globalThis.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = asMarkup(text);
    result.didProcess = true;
  };
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig(theme));
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) open(action.url, "_blank", "noopener");
    else if (action instanceof ExecuteAction) pressed({ type: "Action.Execute", verb: action.verb, data: action.data });
    else if (action instanceof SubmitAction) pressed({ type: "Action.Submit", data: action.data });
  };
  card.parse(payload);
  return card.render() ?? document.createTextNode(payload.fallbackText ?? "");
}
