// How cards look, close to Teams' own host config. Colours are the page's own, so that a change of theme redraws nothing.
const colour = (name) => ({ default: `var(--${name})`, subtle: `var(--${name === "ink" ? "quiet" : name})` });
const foregroundColors = {
  default: colour("ink"), dark: colour("ink"), light: colour("quiet"), accent: colour("accent"),
  good: colour("good"), warning: colour("warning"), attention: colour("danger"),
};
const style = (background) => ({ backgroundColor: `var(--${background})`, foregroundColors, borderColor: "var(--line)" });

export const hostConfig = {
  supportsInteractivity: true,
  fontFamily: "inherit",
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 14 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  containerStyles: {
    default: style("card"), emphasis: style("soft"), accent: style("soft"),
    good: style("soft"), warning: style("soft"), attention: style("soft"),
  },
  textStyles: {
    heading: { size: "medium", weight: "bolder", color: "default", isSubtle: false },
    columnHeader: { weight: "bolder" },
  },
  textBlock: { headingLevel: 3 },
  inputs: {
    label: { inputSpacing: "small", requiredInputs: { suffix: " *", suffixColor: "attention" }, optionalInputs: {} },
    errorMessage: { size: "small", weight: "bolder", color: "attention", spacing: "small" },
  },
  actions: {
    maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" }, preExpandSingleShowCard: false,
  },
  table: { cellSpacing: 6 },
};
