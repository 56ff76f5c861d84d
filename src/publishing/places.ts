/** Where a site is published to: a folder, a folder on another computer, or whatever rclone reaches. */
export type Place = { kind: "folder"; folder: string } | { kind: "ssh"; host: string; folder: string } | { kind: "rclone"; remote: string };

/**
 * Reads where to publish: `DIR`, `user@host:DIR`, `rclone:REMOTE:PATH`. A path with a colon is written `./with:colon`. Throws in German
 * where a part is missing.
 */
export function readPlace(written: string): Place {
  if (written.startsWith("rclone:")) {
    const remote = written.slice("rclone:".length);
    if (!/^[^:]+:|^\//.test(remote))
      throw new Error(
        `Bei --to ${written} fehlt der Name des Speichers: rclone:NAME:ORDNER, wie rclone ihn in seiner Konfiguration kennt.`,
      );
    return { kind: "rclone", remote: remote.replace(/\/+$/, "") };
  }
  const [, host, folder] = /^([^/:\\]{2,}):(.*)$/.exec(written) ?? [];
  if (host === undefined) return { kind: "folder", folder: written };
  if (host.startsWith("-")) throw new Error(`Bei --to ${written} ist der Name des Rechners keiner.`);
  // The home folder is where SSH begins; a shell would not resolve the sign between quotes.
  const path = (folder ?? "").replace(/^~\//, "");
  if (path === "") throw new Error(`Bei --to ${written} fehlt der Ordner: ${host}:/var/www/archiv`);
  return { kind: "ssh", host, folder: path };
}
