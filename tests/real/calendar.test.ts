import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { isText, textOf } from "../../src/site/pages.ts";
import { releaseFiles } from "../../src/site/releases/release-files.ts";
import { makeFolder, ROOT, read } from "../fixture.ts";

/** Reads every calendar below a folder with Debian's python3-icalendar and prints what it understood, a line an event. */
const READER = `
import json, pathlib, sys
from icalendar import Calendar
root = pathlib.Path(sys.argv[1])
for path in sorted(root.rglob("*.ics")):
    calendar = Calendar.from_ical(path.read_bytes())
    assert not calendar.errors, (path, calendar.errors)
    for event in calendar.walk("VEVENT"):
        assert not event.errors, (path, event.errors)
        end = event.decoded("dtend") if "dtend" in event else None
        print(json.dumps({
            "address": "/" + str(path.relative_to(root).parent) + "/",
            "uid": str(event["uid"]),
            "summary": str(event["summary"]),
            "location": str(event["location"]) if "location" in event else None,
            "start": event.decoded("dtstart").isoformat(),
            "end": end.isoformat() if end else None,
            "stamp": event.decoded("dtstamp").isoformat(),
        }))
`;

interface ReadEvent {
  address: string;
  uid: string;
  summary: string;
  location: string | null;
  start: string;
  end: string | null;
  stamp: string;
}

/** Debian's Python first: another one in the path does not see Debian's packages. */
const python = [process.env.PYTHON, "/usr/bin/python3", "python3"].find(
  (program): program is string => program !== undefined && spawnSync(program, ["-c", "import icalendar"], { stdio: "ignore" }).status === 0,
);

describe("calendars read by python3-icalendar", () => {
  test("every event of Musterstadt is understood as the release says it", (context) => {
    if (python === undefined) {
      assert.notEqual(process.env.CI, "true", "python3-icalendar is missing: .ci/run has to install it.");
      return context.skip("python3-icalendar (Debian) ist nicht installiert.");
    }
    const { archive } = read(join(ROOT, "tests/fixtures/musterstadt"), { now: "2026-11-23T12:00:00+01:00" });
    assert.ok(archive);
    const folder = makeFolder();
    for (const page of releaseFiles(archive)) {
      if (!isText(page) || !page.address.endsWith(".ics")) continue;
      mkdirSync(dirname(join(folder, page.address)), { recursive: true });
      writeFileSync(join(folder, page.address), textOf(page));
    }
    const { status, stdout, stderr } = spawnSync(python, ["-c", READER, folder], {
      encoding: "utf8",
      env: { ...process.env, PYTHONUTF8: "1" },
    });
    assert.equal(status, 0, stderr);
    const understood = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as ReadEvent);
    let count = 0;
    for (const { id, address, events, published } of archive.listed) {
      const own = understood.filter((event) => event.address === address);
      assert.equal(own.length, events.length, address);
      events.forEach(({ name, date, end, place }, index) => {
        const event = own[index];
        assert.ok(event);
        assert.deepEqual([event.summary, event.location], [name, place?.name ?? null]);
        assert.match(event.uid.replace(`tag:musterstadt.example,2026:${id}#`, ""), /^termin-[0-9a-f]{12}$/);
        assert.equal(Date.parse(event.stamp), published);
        if (date.precision === "day") assert.equal(event.start, date.machine);
        else {
          assert.equal(Date.parse(event.start), date.instant);
          assert.equal(event.end === null ? undefined : Date.parse(event.end), end?.instant);
        }
        count++;
      });
    }
    assert.equal(count, understood.length);
    assert.ok(count > 15, `${count} events`);
  });
});
