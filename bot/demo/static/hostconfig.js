// How cards look, close to Teams' own host config, in light and dark.
const TONES = {
  light: { ink: "#242424", quiet: "#5c5c5c", accent: "#0f5c5c", good: "#0b6a0b", warning: "#8a5300", attention: "#b3261e", sheet: "#ffffff", soft: "#f3f6f6", line: "#d9d9d9" },
  dark: { ink: "#f2f2f2", quiet: "#b8b8b8", accent: "#6fd0cd", good: "#7ccf7c", warning: "#f2c661", attention: "#ff9d94", sheet: "#2f2f2f", soft: "#3a3f3f", line: "#454545" },
};

export function hostConfig(theme) {
  const tone = TONES[theme];
  const colour = (name) => ({ default: name, subtle: name === tone.ink ? tone.quiet : name });
  const colours = {
    default: colour(tone.ink), dark: colour(tone.ink), light: colour(tone.quiet), accent: colour(tone.accent),
    good: colour(tone.good), warning: colour(tone.warning), attention: colour(tone.attention),
  };
  const style = (background) => ({ backgroundColor: background, foregroundColors: colours, borderColor: tone.line });
  const label = { inputLabels: { requiredInputs: { suffix: " (skal udfyldes)", color: "default" }, optionalInputs: { color: "default" } }, errorMessage: { color: "attention", weight: "bolder" } };
  return {
    supportsInteractivity: true,
    fontFamily: '"Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 14 },
    separator: { lineThickness: 1, lineColor: tone.line },
    containerStyles: {
      default: style(tone.sheet), emphasis: style(tone.soft), accent: style(tone.soft),
      good: style(tone.soft), warning: style(tone.soft), attention: style(tone.soft),
    },
    textStyles: { heading: { size: "medium", weight: "bolder", color: "default", isSubtle: false } },
    textBlock: { headingLevel: 3 },
    inputs: { label: label.inputLabels, errorMessage: label.errorMessage },
    actions: {
      maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left",
      showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" }, preExpandSingleShowCard: false,
    },
    table: { cellSpacing: 6 },
  };
}
