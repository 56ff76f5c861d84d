import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** A mount as Linux lists it (proc(5), mountinfo): its device, the folder of that device which it shows, and where. */
interface Mount {
  device: string;
  root: string;
  point: string;
}

/**
 * Why a folder has to stay where it is, in German: it is a mount point, a mount shows it (or what lies in it) elsewhere, as in a container,
 * or a process stands in it. Whoever looks through these would not see a folder that is put in its place. Undefined where nothing speaks
 * against it, or where the system does not tell (other systems than Linux; processes of other people may be hidden).
 */
export function reasonToStay(folder: string): string | undefined {
  if (statSync(folder).dev !== statSync(dirname(folder)).dev) return "ist ein eigener Datenträger";
  const mounts = readMounts("self");
  if (mounts.some(({ point }) => point === folder)) return "ist eingehängt";
  const holding = mounts.filter(({ point }) => isBelow(folder, point)).sort((a, b) => b.point.length - a.point.length)[0];
  for (const pid of processes()) {
    const cwd = linkOf(`/proc/${pid}/cwd`);
    if (Number(pid) !== process.pid && cwd !== undefined && (cwd === folder || isBelow(cwd, folder)))
      return `ist der Ordner, in dem Prozess ${pid} steht`;
  }
  if (!holding) return undefined;
  // Where the folder lies on its device: that is how other mounts name it, also those of containers.
  const place = join(holding.root, folder.slice(holding.point === "/" ? 0 : holding.point.length));
  const namespaces = new Set<string>();
  for (const pid of processes()) {
    const namespace = linkOf(`/proc/${pid}/ns/mnt`) ?? pid;
    if (namespaces.has(namespace)) continue;
    namespaces.add(namespace);
    const shown = readMounts(pid).find(({ device, root }) => device === holding.device && (root === place || isBelow(root, place)));
    if (shown) return `ist unter ${shown.point} noch einmal eingehängt`;
  }
  return undefined;
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

function processes(): string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function readMounts(pid: string): Mount[] {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/mountinfo`, "utf8");
  } catch {
    return [];
  }
  // Spaces and the like stand as octal numbers.
  const plain = (path = "") => path.replace(/\\([0-7]{3})/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 8)));
  return text.split("\n").flatMap((line) => {
    const [, , device, root, point] = line.split(" ");
    return device === undefined ? [] : [{ device, root: plain(root), point: plain(point) }];
  });
}
