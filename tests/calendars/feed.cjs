// Reads an iCalendar file from standard input with ical.js and writes what it found as JSON.
const fs = require("node:fs");
const path = require("node:path");
const ICAL = require(path.join(__dirname, "../../node_modules/ical.js/dist/ical.es5.cjs"));

const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(0, "utf-8")));
const events = calendar.getAllSubcomponents("vevent").map((one) => {
  const event = new ICAL.Event(one);
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    sequence: event.sequence,
    busy: one.getFirstPropertyValue("x-microsoft-cdo-busystatus"),
  };
});
process.stdout.write(JSON.stringify({ name: calendar.getFirstPropertyValue("x-wr-calname"), events }));
