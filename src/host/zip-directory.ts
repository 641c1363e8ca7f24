/** What the directory at the end of an archive says of one of its files. */
export interface ZipRecord {
  /** Sum of the bytes, by CRC-32. */
  readonly crc: number;
  /** A link, a device, a pipe: what Unix keeps under a name besides files and folders. */
  readonly isSpecial: boolean;
}

export interface ZipDirectory {
  /** How many entries there are, or are said to be. */
  readonly count: number;
  readonly records: ReadonlyMap<string, ZipRecord>;
}

const endLength = 22;
/** The record with which an archive ends, and the longest comment behind it. */
const longestEnd = endLength + 0xffff;
const locatorLength = 20;
const headerLength = 46;
const [unix, macos] = [3, 19];
/** Kinds of files in the upper bits of Unix's mode; 0 is none. */
const plainKinds: ReadonlySet<number> = new Set([0, 0x4, 0x8]);

/** Reads the directory of a ZIP, also of the large form; `undefined` if there is none, because the archive is cut off. */
export function readZipDirectory(zip: Uint8Array): ZipDirectory | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOf(view);
  if (!end) return undefined;
  const records = new Map<string, ZipRecord>();
  let [at, seen] = [end.start, 0];
  while (at + headerLength <= zip.length && hasMark(view, at, 0x0201)) {
    const length = view.getUint16(at + 28, true);
    const isUtf8 = (view.getUint16(at + 8, true) & 0x800) !== 0;
    const name = zip.subarray(at + headerLength, at + headerLength + length);
    records.set(new TextDecoder(isUtf8 ? "utf-8" : "latin1").decode(name), {
      crc: view.getUint32(at + 16, true),
      isSpecial: isSpecial(view, at),
    });
    seen += 1;
    at += headerLength + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { count: Math.max(seen, end.count), records };
}

/** Where the directory begins, and how many entries it is said to have. */
function endOf(view: DataView): { readonly start: number; readonly count: number } | undefined {
  const first = Math.max(0, view.byteLength - longestEnd);
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    if (!hasMark(view, at, 0x0605)) continue;
    return largeEndOf(view, at) ?? { start: view.getUint32(at + 16, true), count: view.getUint16(at + 10, true) };
  }
  return undefined;
}

/** The same of an archive whose numbers need eight bytes. */
function largeEndOf(view: DataView, end: number): { readonly start: number; readonly count: number } | undefined {
  const locator = end - locatorLength;
  if (locator < 0 || !hasMark(view, locator, 0x0706)) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || !hasMark(view, at, 0x0606)) return undefined;
  return { start: Number(view.getBigUint64(at + 48, true)), count: Number(view.getBigUint64(at + 32, true)) };
}

function isSpecial(view: DataView, at: number): boolean {
  const madeBy = view.getUint8(at + 5);
  return (madeBy === unix || madeBy === macos) && !plainKinds.has(view.getUint16(at + 40, true) >>> 12);
}

/** Whether a record begins with `PK` and a sign. */
function hasMark(view: DataView, at: number, sign: number): boolean {
  return view.getUint16(at, true) === 0x4b50 && view.getUint16(at + 2, true) === sign;
}
