import { execFileSync, spawn } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import { join } from "node:path";
import { makeFolder } from "../fixture.ts";
import { freePort } from "./web-servers.ts";

const stops = new Set<() => void>();
process.on("exit", () => {
  for (const stop of stops) stop();
});

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const isOpen = await new Promise<boolean>((done) => {
      const socket = createConnection(port, "127.0.0.1", () => {
        socket.destroy();
        done(true);
      });
      socket.on("error", () => done(false));
    });
    if (isOpen) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Nothing listens on port ${port}.`);
}

/** A computer that is reached by SSH: Debian's sshd on loopback, with a key of its own. */
export interface SshHost {
  /** What `PUBLISH_SSH` has to say to reach it, through a port that can be cut. */
  ssh: string;
  /** Its own port, which nothing cuts. */
  port: number;
  /** Cuts every connection after so many bytes were sent; undefined for none. */
  cutAfter: (bytes: number | undefined) => void;
  /** Kills all that runs there for whoever is logged in. */
  killSessions: () => void;
  stop: () => void;
}

/** Starts sshd. Root logs in as itself: nothing on this machine but loopback reaches it. */
export async function startSshd(): Promise<SshHost> {
  const folder = makeFolder();
  const port = await freePort();
  const key = (name: string) => {
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(folder, name)]);
    return join(folder, name);
  };
  const [hostKey, userKey] = [key("host"), key("user")];
  copyFileSync(`${userKey}.pub`, join(folder, "authorized"));
  chmodSync(join(folder, "authorized"), 0o600);
  mkdirSync("/run/sshd", { recursive: true });
  const settings = [
    `Port ${port}`,
    "ListenAddress 127.0.0.1",
    `HostKey ${hostKey}`,
    `AuthorizedKeysFile ${join(folder, "authorized")}`,
    "StrictModes no",
    "PermitRootLogin prohibit-password",
    "PasswordAuthentication no",
    "UsePAM no",
    `PidFile ${join(folder, "pid")}`,
    "MaxStartups 100",
  ];
  writeFileSync(join(folder, "config"), `${settings.join("\n")}\n`);
  const daemon = spawn("/usr/sbin/sshd", ["-D", "-f", join(folder, "config")], { stdio: "ignore" });
  await untilOpen(port);
  let limit: number | undefined;
  const line = createServer((from) => {
    const to = createConnection(port, "127.0.0.1");
    let sent = 0;
    from.on("data", (piece) => {
      sent += piece.length;
      if (limit !== undefined && sent > limit) {
        from.destroy();
        to.destroy();
      } else to.write(piece);
    });
    to.on("data", (piece) => from.write(piece));
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("end", () => other.end());
    }
  });
  await new Promise<void>((done) => line.listen(0, "127.0.0.1", done));
  const { port: through } = line.address() as { port: number };
  const stop = () => {
    daemon.kill();
    line.close();
  };
  stops.add(stop);
  const options = [
    "-o BatchMode=yes",
    "-o StrictHostKeyChecking=no",
    `-o UserKnownHostsFile=${join(folder, "known")}`,
    "-o LogLevel=ERROR",
  ];
  return {
    ssh: `ssh -p ${through} -i ${userKey} ${options.join(" ")}`,
    port,
    cutAfter: (bytes) => {
      limit = bytes;
    },
    killSessions: () => {
      for (const pid of descendantsOf(daemon.pid ?? 0)) {
        try {
          process.kill(pid, "SIGKILL");
        } catch {
          // It has ended by itself.
        }
      }
    },
    stop,
  };
}

/** The processes that a process has started, and those that they have (proc(5): the fourth field of `stat`). */
function descendantsOf(ancestor: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const parent = Number(readFileSync(`/proc/${name}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ")[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It has ended meanwhile.
    }
  }
  const collect = (pid: number): number[] => (children.get(pid) ?? []).flatMap((child) => [child, ...collect(child)]);
  return collect(ancestor);
}

/** A storage that speaks S3, and rclone's settings for it. */
export interface S3 {
  environment: Record<string, string>;
  /** `NAME:BUCKET` for rclone. */
  remote: string;
  url: string;
  stop: () => void;
}

/** Starts s3rver with an empty bucket. */
export async function startS3(): Promise<S3> {
  const folder = makeFolder();
  const port = await freePort();
  const program = join(import.meta.dirname, "../../node_modules/s3rver/bin/s3rver.js");
  const args = ["--directory", folder, "--port", String(port), "--address", "127.0.0.1", "--silent", "--configure-bucket", "archiv"];
  const server = spawn(process.execPath, [program, ...args], { stdio: "ignore" });
  const stop = () => void server.kill();
  stops.add(stop);
  await untilOpen(port);
  return {
    environment: {
      RCLONE_CONFIG: join(folder, "rclone.conf"),
      RCLONE_CONFIG_SPEICHER_TYPE: "s3",
      RCLONE_CONFIG_SPEICHER_PROVIDER: "Other",
      RCLONE_CONFIG_SPEICHER_ENDPOINT: `http://127.0.0.1:${port}`,
      RCLONE_CONFIG_SPEICHER_ACCESS_KEY_ID: "S3RVER",
      RCLONE_CONFIG_SPEICHER_SECRET_ACCESS_KEY: "S3RVER",
      RCLONE_CONFIG_SPEICHER_FORCE_PATH_STYLE: "true",
    },
    remote: "speicher:archiv",
    url: `http://127.0.0.1:${port}/archiv`,
    stop,
  };
}
