// A person's face: their initials on a colour of their own.
const COLOURS = ["#7a4b94", "#8a3c5b", "#2f6690", "#8a4b1f", "#3d6b35", "#5c5c99", "#a03a3a", "#1f6f78", "#6d5a1e", "#4c5b70"];

export function face(node, { id, name }) {
  const parts = name.split(" ");
  node.textContent = (parts[0][0] + (parts.length > 1 ? parts.at(-1)[0] : "")).toUpperCase();
  node.style.setProperty("--face", COLOURS[[...id].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % COLOURS.length]);
}
