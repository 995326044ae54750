// Reads cards as JSON lines, renders each with Microsoft's renderer and writes what it complained about.
const path = require("node:path");
const readline = require("node:readline");

globalThis.document = globalThis.document || { addEventListener() {} };
globalThis.window = globalThis.window || {};
const AC = require(path.join(__dirname, "../../node_modules/adaptivecards/dist/adaptivecards.js"));

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const context = new AC.SerializationContext();
  const card = new AC.AdaptiveCard();
  card.hostConfig = new AC.HostConfig({ actions: { maxActions: 6 } }); // as in Teams
  card.parse(JSON.parse(line), context);
  const found = [];
  for (let i = 0; i < context.eventCount; i++) found.push(context.getEventAt(i).message);
  for (const failure of card.validateProperties().validationEvents) found.push(failure.message);
  process.stdout.write(JSON.stringify({ found, inputs: card.getAllInputs().length }) + "\n");
});
