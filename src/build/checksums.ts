import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataAddress, outputFile } from "../addresses.ts";
import { sha256 } from "../disk/digest.ts";
import { inPieces, writePieces } from "../disk/whole-file.ts";
import { compareText } from "../problems.ts";

/** The checksums of all files, as `sha256sum -c` reads them in the site's root. */
export const CHECKSUMS = dataAddress("SHA256SUMS");

/** Their signature (Ed25519, RFC 8032, 64 bytes), and the public key to it (PEM). */
export const SIGNATURE = dataAddress("SHA256SUMS.sig");

/** The public key by which the signature can be verified. */
export const PUBLIC_KEY = dataAddress("SHA256SUMS.pem");

/** A file with the SHA-256 of its bytes. */
export interface Checksum {
  path: string;
  sha256: string;
}

/** Reads the key to sign with (PKCS 8, PEM, Ed25519); throws in German, without the key, where it is none. */
export function readSigningKey(pem: string): KeyObject {
  const remedy = "Machen Sie einen mit: openssl genpkey -algorithm ed25519 -out schluessel.pem";
  let key: KeyObject;
  try {
    // Environments of CI often hold line ends as \n.
    key = createPrivateKey(pem.replaceAll("\\n", "\n"));
  } catch {
    throw new Error(`SIGNING_KEY enthält keinen privaten Schlüssel im Format PEM. ${remedy}`);
  }
  if (key.asymmetricKeyType !== "ed25519") throw new Error(`SIGNING_KEY ist kein Schlüssel für Ed25519. ${remedy}`);
  return key;
}

/**
 * Writes the checksums of a finished site and, where there is a key, their signature. The public key is among the files that are summed.
 */
export function writeChecksums(files: readonly Checksum[], output: string, signingKey: KeyObject | undefined): void {
  const at = (address: string) => join(output, outputFile(address));
  const all = [...files];
  if (signingKey) {
    const pem = createPublicKey(signingKey).export({ type: "spki", format: "pem" });
    writeFileSync(at(PUBLIC_KEY), pem);
    all.push({ path: outputFile(PUBLIC_KEY), sha256: sha256(pem.toString()) });
  }
  all.sort((a, b) => compareText(a.path, b.path));
  writePieces(
    at(CHECKSUMS),
    inPieces(all, ({ path, sha256: sum }) => `${sum}  ${path}\n`),
  );
  if (signingKey) writeFileSync(at(SIGNATURE), sign(null, readFileSync(at(CHECKSUMS)), signingKey));
}

/** Reads checksums; undefined where a line is none, or a path would lead out of the folder. */
export function parseChecksums(text: string): Checksum[] | undefined {
  const files: Checksum[] = [];
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const [, sum = "", path = ""] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (path === "" || path.startsWith("/") || path.split("/").includes("..")) return undefined;
    files.push({ path, sha256: sum });
  }
  return text === "" || text.endsWith("\n") ? files : undefined;
}

/** True where a signature is that of the key over the checksums; a key that is none fits nothing. */
export function isSignedBy(checksums: Uint8Array, signature: Uint8Array, publicKey: string): boolean {
  try {
    return verify(null, checksums, createPublicKey(publicKey), signature);
  } catch {
    return false;
  }
}
