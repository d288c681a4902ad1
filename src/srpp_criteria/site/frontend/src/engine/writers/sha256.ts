// SPDX-License-Identifier: Apache-2.0
// SHA-256, at once: crypto.subtle answers later, and not at all on a page without https. It only shortens names.

/** The SHA-256 of a text in UTF-8, in hex. */
export function sha256(text: string): string {
  const state = new Uint32Array(fractions(8, 1 / 2));
  const rounds = new Uint32Array(fractions(64, 1 / 3));
  const block = new Uint32Array(64);
  const message = padded(new TextEncoder().encode(text));
  for (let start = 0; start < message.byteLength; start += 64) {
    for (let at = 0; at < 16; at += 1) block[at] = message.getUint32(start + at * 4);
    for (let at = 16; at < 64; at += 1) {
      const [near, far] = [block[at - 15]!, block[at - 2]!];
      const small = turn(near, 7) ^ turn(near, 18) ^ (near >>> 3);
      const large = turn(far, 17) ^ turn(far, 19) ^ (far >>> 10);
      block[at] = block[at - 16]! + small + block[at - 7]! + large;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let at = 0; at < 64; at += 1) {
      const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[at]! + block[at]!) | 0;
      const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => {
      state[at] = state[at]! + word;
    });
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}

/** The first 32 bits behind the point of the roots of the first primes: the constants of FIPS 180-4. */
function fractions(count: number, exponent: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes.map((prime) => ((prime ** exponent) % 1) * 2 ** 32);
}

function padded(bytes: Uint8Array): DataView {
  const message = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  message.set(bytes);
  message[bytes.length] = 0x80;
  const view = new DataView(message.buffer);
  view.setUint32(message.length - 4, bytes.length * 8);
  return view;
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
