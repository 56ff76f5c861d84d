import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { request as requestPlain } from "node:http";
import { request } from "node:https";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { makeFolder, ROOT } from "../fixture.ts";

/** A web server that runs on loopback, and the ports by which it is asked. */
export interface WebServer {
  http: number;
  https: number;
  /** Reads its files anew. */
  reload: () => Promise<void>;
  stop: () => void;
}

/** What a server answered. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const stops = new Set<() => void>();
process.on("exit", () => {
  for (const stop of stops) stop();
});

/** A free port of this computer. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

/** The configuration that docs/publishing.md shows for a server, with folders, ports and certificates of this test in place of the city's. */
function documented(language: "nginx" | "apache", changes: readonly [RegExp, string][]): string {
  const page = readFileSync(join(ROOT, "docs/publishing.md"), "utf8");
  let [, block = ""] = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page) ?? [];
  for (const [pattern, replacement] of changes) {
    if (!pattern.test(block)) throw new Error(`docs/publishing.md does not show ${pattern}`);
    block = block.replaceAll(new RegExp(pattern, "g"), replacement);
  }
  return block;
}

function makeCertificate(folder: string): { key: string; certificate: string } {
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const subject = [
    "-subj",
    "/CN=nachrichten.stadt.example",
    "-addext",
    "subjectAltName=DNS:nachrichten.stadt.example,DNS:localhost,IP:127.0.0.1",
  ];
  execFileSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-nodes",
      "-days",
      "2",
      ...subject,
      "-keyout",
      key,
      "-out",
      certificate,
    ],
    {
      stdio: "ignore",
    },
  );
  return { key, certificate };
}

async function untilItAnswers(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (
      await ask({ https: port }, "/").then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Nothing answers on port ${port}.`);
}

/** Starts nginx with the documented configuration on a folder with releases; `more` are server blocks of other hosts. */
export async function startNginx(archive: string, more = ""): Promise<WebServer> {
  const folder = makeFolder();
  // Workers run as another user.
  for (const one of [folder, dirname(archive)]) chmodSync(one, 0o755);
  const [http, https] = [await freePort(), await freePort()];
  const { key, certificate } = makeCertificate(folder);
  const block = documented("nginx", [
    [/listen \[::\]:\d+.*;\n/, ""],
    [/listen 80;/, `listen 127.0.0.1:${http};`],
    [/listen 443 ssl/, `listen 127.0.0.1:${https} ssl`],
    [/https:\/\/\$host\$request_uri/, `https://127.0.0.1:${https}$request_uri`],
    [/server_name .*;/, "server_name _;"],
    [/\/etc\/ssl\/certs\/[^;]+/, certificate],
    [/\/etc\/ssl\/private\/[^;]+/, key],
    [/\/var\/www\/archiv/, archive],
  ]);
  const modules = ["ngx_http_brotli_static_module.so"].map((name) => `load_module /usr/lib/nginx/modules/${name};\n`).join("");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join("\n");
  const file = join(folder, "nginx.conf");
  writeFileSync(
    file,
    `${modules}pid ${folder}/pid;\nerror_log ${folder}/error.log;\nworker_processes 1;\nevents {}\n` +
      `http {\naccess_log off;\n${temporary}\n${block}\n${more.replaceAll("PORT", String(https)).replaceAll("CERTIFICATE", `ssl_certificate ${certificate}; ssl_certificate_key ${key};`)}}\n`,
  );
  return run("nginx", ["-c", file, "-e", join(folder, "error.log"), "-g", "daemon off;"], {
    http,
    https,
    reload: "SIGHUP",
    log: join(folder, "error.log"),
  });
}

/** Starts Apache with the documented configuration on a folder with releases. */
export async function startApache(archive: string, more = ""): Promise<WebServer> {
  const folder = makeFolder();
  for (const one of [folder, dirname(archive)]) chmodSync(one, 0o755);
  const [http, https] = [await freePort(), await freePort()];
  const { key, certificate } = makeCertificate(folder);
  const block = documented("apache", [
    [/\*:80/, `*:${http}`],
    [/\*:443/, `*:${https}`],
    [/https:\/\/nachrichten\.stadt\.example\//, `https://127.0.0.1:${https}/`],
    [/ServerName .*\n/, "ServerName localhost\n"],
    [/\/etc\/ssl\/certs\/\S+/, certificate],
    [/\/etc\/ssl\/private\/\S+/, key],
    [/\/var\/www\/archiv/, archive],
  ]);
  const modules = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "alias", "ssl", "socache_shmcb"]
    .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`)
    .join("");
  mkdirSync(join(folder, "run"));
  const file = join(folder, "apache.conf");
  writeFileSync(
    file,
    `ServerRoot ${folder}\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log\nDefaultRuntimeDir ${folder}/run\nServerName localhost\n` +
      `ServerTokens Prod\nUser www-data\nGroup www-data\nListen 127.0.0.1:${http}\nListen 127.0.0.1:${https}\n${modules}TypesConfig /etc/mime.types\n` +
      `${block}\n${more.replaceAll("PORT", String(https)).replaceAll("CERTIFICATE", `SSLEngine on\nSSLCertificateFile ${certificate}\nSSLCertificateKeyFile ${key}`)}`,
  );
  return run("apache2", ["-f", file, "-DFOREGROUND"], { http, https, reload: "SIGUSR1", log: join(folder, "error.log") });
}

/** Runs a server as long as the tests run. */
async function run(
  program: string,
  args: readonly string[],
  { http, https, reload, log }: { http: number; https: number; reload: NodeJS.Signals; log: string },
): Promise<WebServer> {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const stop = () => void child.kill();
  stops.add(stop);
  try {
    await untilItAnswers(https);
  } catch (thrown) {
    throw new Error(`${program} does not start: ${said}${existsSync(log) ? readFileSync(log, "utf8") : ""}`, { cause: thrown });
  }
  return {
    http,
    https,
    reload: async () => {
      child.kill(reload);
      await new Promise((done) => setTimeout(done, 700));
    },
    stop: () => {
      stop();
      stops.delete(stop);
    },
  };
}

/** Asks a server as a client does that believes its certificate; the path goes out byte by byte as it is given. */
export function ask(
  port: { https: number } | { http: number },
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Answer> {
  const isSecure = "https" in port;
  return new Promise((done, fail) => {
    const options = {
      host: "127.0.0.1",
      port: isSecure ? port.https : port.http,
      path,
      method,
      headers: { host: "localhost", ...headers },
    };
    const asked = (isSecure ? request : requestPlain)({ ...options, ...(isSecure ? { rejectUnauthorized: false } : {}) }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () =>
        done({ status: response.statusCode ?? 0, headers: response.headers as Record<string, string>, body: Buffer.concat(pieces) }),
      );
    });
    asked.on("error", fail);
    asked.end();
  });
}
