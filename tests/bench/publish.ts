import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { executeIfMain } from "../../src/commands/call.ts";
import { defineCommand, WrongCall } from "../../src/commands/command.ts";
import { SOFTWARE } from "../../src/software.ts";
import { startSshd } from "../real/hosts.ts";
import { writeTown } from "../town/town.ts";
import { NOW } from "./workshop.ts";

/** Measures what publishing costs beyond the build. */
export const command = defineCommand({
  name: "bench:publish",
  summary: { de: "Misst das Veröffentlichen und die Leckprüfung", en: "Measures publishing and the leak test" },
  about: {
    de: `Baut eine erfundene Stadt und misst Rechenzeit: die Leckprüfung von nichts und noch einmal, dann die Veröffentlichung einer geänderten
Meldung in einen Ordner und, wo es einen SSH-Server gibt, über SSH (auf dieser Seite), mit den übertragenen Bytes. Nur unter Linux.`,
    en: `Builds a fictional town and measures processor time: the leak test from nothing and once more, then the publication of one edited
release to a folder and, where there is an SSH server, by SSH (on this side), with the bytes that travel. On Linux alone.`,
  },
  options: {
    releases: {
      value: { de: "ZAHL", en: "COUNT" },
      default: "10000",
      help: { de: "wie viele Meldungen (sonst 10000)", en: "how many releases (else 10000)" },
    },
    dir: {
      value: { de: "ORDNER", en: "FOLDER" },
      default: "/dev/shm/stadtchronik-publish",
      help: { de: "wo gearbeitet wird; wird geleert", en: "where to work; is emptied" },
    },
  },
  exits: { de: "0 gemessen, 1 etwas ist misslungen", en: "0 measured, 1 something failed" },
  run: async ({ releases, dir }) => {
    const count = Number(releases);
    if (!Number.isInteger(count) || count < 1) throw new WrongCall("--releases braucht eine ganze Zahl über null.");
    const folder = resolve(dir);
    rmSync(folder, { recursive: true, force: true });
    writeTown(join(folder, "content"), count, "1");
    console.log(`${count} Meldungen, Node ${process.versions.node}; Last der letzten Minute: ${loadavg()[0]?.toFixed(1)}.`);
    console.log(`Bau von nichts: ${cpu(call(folder, "build"))}`);
    measureLeaks(folder);
    await measurePublishing(folder);
    rmSync(folder, { recursive: true, force: true });
    return 0;
  },
});

/** How a command ended: what it said, and seconds of processor, of its children too. */
interface Called {
  said: string;
  seconds: number;
}

function call(folder: string, ...args: string[]): Called {
  const environment = { CONTENT: join(folder, "content"), OUTPUT: join(folder, "site"), CACHE: join(folder, "cache"), NOW };
  const program = join(SOFTWARE, "bin/stadtchronik.js");
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["-c", 'TIMEFORMAT="%U %S"; time "$@"', "bash", process.execPath, program, ...args],
    {
      env: { ...process.env, ...environment, LC_ALL: "C" },
      encoding: "utf8",
      maxBuffer: 100_000_000,
    },
  );
  if (status !== 0) throw new Error(`${args.join(" ")} misslang:\n${stderr.slice(-2000)}`);
  const [user = 0, system = 0] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return { said: stdout, seconds: user + system };
}

const cpu = ({ seconds }: Called) => `${seconds.toFixed(2)} s Rechenzeit`;

function measureLeaks(folder: string): void {
  for (const what of ["von nichts", "noch einmal", "nach einer geänderten Meldung"]) {
    if (what.startsWith("nach")) {
      edit(folder, "leaks");
      call(folder, "build");
    }
    const args = [
      "--import",
      "tsx",
      join(import.meta.dirname, "leaks.ts"),
      join(folder, "content"),
      join(folder, "site"),
      join(folder, "words"),
    ];
    const found = JSON.parse(execFileSync(process.execPath, args, { cwd: SOFTWARE, encoding: "utf8" })) as { cpu: number; bytes: number };
    const megabytes = found.bytes / 1e6;
    console.log(
      `Leckprüfung ${what}: ${found.cpu.toFixed(2)} s Rechenzeit für ${megabytes.toFixed(0)} MB (${(megabytes / found.cpu).toFixed(0)} MB/s)`,
    );
  }
}

async function measurePublishing(folder: string): Promise<void> {
  const sshd = existsSync("/usr/sbin/sshd") ? await startSshd() : undefined;
  if (sshd) process.env.PUBLISH_SSH = sshd.ssh.replace(/-p \d+/, `-p ${sshd.port}`);
  const places: [string, string][] = [["Ordner", join(folder, "host")]];
  if (sshd) places.push(["SSH", `root@127.0.0.1:${join(folder, "remote")}`]);
  const publish = (to: string) => call(folder, "publish", "--to", to, "--keep", "2");
  for (const [name, to] of places) console.log(`${name}, alles: ${cpu(publish(to))}`);
  // From the third on, as many releases lie there as stay: so it is for years.
  for (const which of ["zweite", "dritte"]) {
    edit(folder, which);
    console.log(`Bau nach einer geänderten Meldung: ${cpu(call(folder, "build"))}`);
    for (const [name, to] of places) {
      const published = publish(to);
      const [sent = "?"] = /Übertragen: .*/.exec(published.said) ?? [];
      console.log(`${name}, eine geänderte Meldung (${which} Veröffentlichung): ${cpu(published)}; ${sent}`);
    }
  }
  for (const [name, to] of places) console.log(`${name}, nichts geändert: ${cpu(publish(to))}`);
  sshd?.stop();
}

/** Changes the text of one release. */
function edit(folder: string, word: string): void {
  const releases = join(folder, "content/releases");
  const path = (readdirSync(releases, { recursive: true }) as string[])
    .filter((name) => /^[^.]+\.md$/.test(name))
    .sort()
    .reverse()
    .map((name) => join(releases, name))
    .find((name) => !/^(draft|embargo|withdrawn|aliases):/m.test(readFileSync(name, "utf8")));
  appendFileSync(path ?? "", `\nEin Satz mehr (${word}).\n`);
}

await executeIfMain(import.meta.filename, command);
