/**
 * Checks, in the browser and with nothing but its own cryptography, that an answer stands in the ledger.
 *
 * `check(proof, ledger)` takes what GET /v1/me/proof and GET /v1/ledger answer and says { size, signed, entries }, or throws a
 * `Broken` that says what does not hold. Formats: RFC 9162 (tree), C2SP signed-note and tlog-checkpoint, ledger-proof's README (leaves).
 */

const KIND = "tact.said.v1";
const ED25519 = 1;

/** What does not hold, in one sentence. */
export class Broken extends Error {}

const utf8 = new TextEncoder();

function demand(holds, sentence) {
  if (!holds) throw new Broken(sentence);
}

function bytes(base64) {
  demand(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64), "Something that should be base64 is not.");
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

const base64 = (array) => btoa(String.fromCharCode(...array));

function joined(...arrays) {
  const all = new Uint8Array(arrays.reduce((length, array) => length + array.length, 0));
  arrays.reduce((at, array) => (all.set(array, at), at + array.length), 0);
  return all;
}

const same = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i]);

const sha256 = async (array) => new Uint8Array(await crypto.subtle.digest("SHA-256", array));
const leafHash = (leaf) => sha256(joined([0], leaf));
const nodeHash = (left, right) => sha256(joined([1], left, right));

/** A leaf names nobody: it holds an HMAC of the body under a nonce that only its person is given. */
async function leafOf(entry) {
  const nonce = bytes(entry.nonce);
  demand(nonce.length === 32, "The nonce of an entry has another length.");
  const key = await crypto.subtle.importKey("raw", nonce, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const commitment = new Uint8Array(await crypto.subtle.sign("HMAC", key, utf8.encode(entry.body)));
  return utf8.encode(`${KIND}\n${base64(commitment)}\n`);
}

/** RFC 9162, 2.1.3.2. */
async function rootFrom(hash, index, size, path) {
  demand(Number.isSafeInteger(index) && index >= 0 && index < size, "The entry stands behind the end of the ledger.");
  let at = index;
  let last = size - 1;
  let root = hash;
  for (const sibling of path.map(bytes)) {
    demand(last > 0 && sibling.length === 32, "The way from the entry to the head has another length.");
    if (at % 2 === 1 || at === last) {
      root = await nodeHash(sibling, root);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      root = await nodeHash(root, sibling);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  demand(last === 0, "The way from the entry to the head has another length.");
  return root;
}

function opened(note, origin) {
  const end = note.lastIndexOf("\n\n");
  demand(end > 0, "The checkpoint is not a signed note.");
  const text = note.slice(0, end + 1);
  const lines = text.split("\n");
  demand(lines[0] === origin, "The checkpoint is of another ledger.");
  demand(/^(0|[1-9]\d{0,15})$/.test(lines[1]), "The checkpoint has no size.");
  const signatures = note.slice(end + 2).split("\n").filter(Boolean).map((line) => line.split(" "));
  return { text, size: Number(lines[1]), root: bytes(lines[2] ?? ""), signatures };
}

/** @returns whether it could be checked; a browser without Ed25519 cannot */
async function isSigned(checkpoint, verifierKey) {
  const [name, id, ...rest] = verifierKey.split("+");
  const typed = bytes(rest.join("+"));
  demand(typed[0] === ED25519 && typed.length === 33, "The ledger's key is not an Ed25519 key.");
  const line = checkpoint.signatures.find(([dash, signer]) => dash === "—" && signer === name);
  demand(line, "The ledger has not signed the checkpoint.");
  const signed = bytes(line[2] ?? "");
  const hint = [...signed.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  demand(hint === id && signed.length === 68, "Another key has signed the checkpoint.");
  let key;
  try {
    key = await crypto.subtle.importKey("raw", typed.slice(1), "Ed25519", false, ["verify"]);
  } catch {
    return false;
  }
  demand(await crypto.subtle.verify("Ed25519", key, signed.slice(4), utf8.encode(checkpoint.text)), "The signature is not of this checkpoint.");
  return true;
}

export async function check(proof, ledger) {
  demand(globalThis.crypto?.subtle, "This browser checks nothing on a page without TLS.");
  demand(proof.entries.length > 0 && proof.checkpoint, "There is no entry to check.");
  const checkpoint = opened(proof.checkpoint, ledger.origin);
  const signed = await isSigned(checkpoint, ledger.verifierKey);
  const entries = [];
  for (const entry of proof.entries) {
    const root = await rootFrom(await leafHash(await leafOf(entry)), entry.index, checkpoint.size, entry.inclusion);
    demand(same(root, checkpoint.root), `Entry ${entry.index} is not in the ledger as it is shown.`);
    entries.push({ index: entry.index, ...JSON.parse(entry.body) });
  }
  return { size: checkpoint.size, signed, entries };
}
