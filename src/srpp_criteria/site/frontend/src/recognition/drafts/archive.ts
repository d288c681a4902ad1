// SPDX-License-Identifier: Apache-2.0
// The parts of a zip archive that strangers made. Sizes in an archive's table of contents may lie, so what is unpacked is
// counted while it is unpacked; a part is only unpacked when it is asked for.
import { Inflate } from "fflate";
import { UnreadableDraft } from "./unreadable.ts";

/** Bytes of a file; a tender of a thousand pages has about one million. */
export const LARGEST_FILE = 20 * 1024 * 1024;
/** Bytes of one unpacked part. */
export const LARGEST_PART = 64 * 1024 * 1024;
/** Bytes of all unpacked parts, pictures included, as the table of contents tells them. */
const LARGEST_WHOLE = 256 * 1024 * 1024;
const MOST_PARTS = 5000;

/** So much is unpacked at once: a byte of an archive unpacks to a thousand at most. */
const BITE = 4096;

const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_REMARK = 0xffff;
const LISTED = 0x02014b50;
const LISTED_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

interface Part {
  method: number;
  crc: number;
  packed: number;
  offset: number;
}

/** Whether these bytes begin as a zip archive does. */
export const isArchive = (data: Uint8Array): boolean =>
  data[0] === 0x50 && data[1] === 0x4b && (data[2] === 3 || data[2] === 5) && (data[3] === 4 || data[3] === 6);

export class Archive {
  readonly #parts = new Map<string, Part>();
  readonly #view: DataView;

  constructor(private readonly data: Uint8Array) {
    this.#view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const { count, start } = this.#end();
    if (count > MOST_PARTS) throw new UnreadableDraft("parts", { most: MOST_PARTS });
    try {
      this.#list(count, start);
    } catch (error) {
      throw error instanceof RangeError ? new UnreadableDraft("damaged") : error;
    }
  }

  get names(): string[] {
    return [...this.#parts.keys()];
  }

  has(name: string): boolean {
    return this.#parts.has(name);
  }

  /** The bytes of a part. */
  read(name: string): Uint8Array {
    const part = this.#parts.get(name);
    if (part === undefined) throw new UnreadableDraft("no-office");
    let bytes: Uint8Array;
    try {
      const packed = this.#packed(part);
      bytes = part.method === STORED ? packed : inflated(packed, part.method);
    } catch (error) {
      throw error instanceof UnreadableDraft ? error : new UnreadableDraft("damaged");
    }
    if (bytes.length > LARGEST_PART) throw new UnreadableDraft("part-large");
    if (crc32(bytes) !== part.crc) throw new UnreadableDraft("damaged");
    return bytes;
  }

  /** The end of the table of contents is looked for from behind, because a remark may follow it. */
  #end(): { count: number; start: number } {
    const first = Math.max(0, this.data.length - END_SIZE - LONGEST_REMARK);
    for (let at = this.data.length - END_SIZE; at >= first; at--) {
      if (this.#view.getUint32(at, true) === END) {
        return { count: this.#view.getUint16(at + 10, true), start: this.#view.getUint32(at + 16, true) };
      }
    }
    throw new UnreadableDraft("no-zip");
  }

  #list(count: number, start: number): void {
    const view = this.#view;
    const names = new TextDecoder();
    let whole = 0;
    let at = start;
    for (let number = 0; number < count; number++) {
      if (view.getUint32(at, true) !== LISTED) throw new UnreadableDraft("damaged");
      const length = view.getUint16(at + 28, true);
      const name = names.decode(this.data.subarray(at + LISTED_SIZE, at + LISTED_SIZE + length));
      this.#parts.set(name, {
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
      });
      if (view.getUint16(at + 8, true) & ENCRYPTED) throw new UnreadableDraft("locked");
      whole += view.getUint32(at + 24, true);
      if (whole > LARGEST_WHOLE) throw new UnreadableDraft("part-large");
      at += LISTED_SIZE + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  }

  #packed(part: Part): Uint8Array {
    if (this.#view.getUint32(part.offset, true) !== LOCAL) throw new UnreadableDraft("damaged");
    const name = this.#view.getUint16(part.offset + 26, true);
    const extra = this.#view.getUint16(part.offset + 28, true);
    const start = part.offset + LOCAL_SIZE + name + extra;
    if (start + part.packed > this.data.length) throw new UnreadableDraft("damaged");
    return this.data.subarray(start, start + part.packed);
  }
}

function inflated(packed: Uint8Array, method: number): Uint8Array {
  if (method !== DEFLATED) throw new UnreadableDraft("damaged");
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    if (size > LARGEST_PART) throw new UnreadableDraft("part-large");
    chunks.push(chunk);
  });
  for (let at = 0; at < packed.length; at += BITE) inflate.push(packed.subarray(at, at + BITE), at + BITE >= packed.length);
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
