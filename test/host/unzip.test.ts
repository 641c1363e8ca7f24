import { Zip, ZipDeflate, strToU8, zipSync, type Zippable } from "fflate";
import { describe, expect, it } from "vitest";
import { unzip } from "../../src/host/unzip.ts";

const all = () => true;
const textsOf = (zip: Uint8Array, wants: (path: string) => boolean = all) =>
  unzip(zip, "a.zip", wants).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]);

describe("an archive", () => {
  it("gives the files that are wanted, and those only", () => {
    const zip = zipSync({
      "a/": new Uint8Array(),
      "a/甲.csv": strToU8("x"),
      "b.txt": strToU8("y"),
      "empty.csv": strToU8(""),
    });
    expect(textsOf(zip, (path) => path.endsWith(".csv"))).toEqual([
      ["a/甲.csv", "x"],
      ["empty.csv", ""],
    ]);
  });

  it("may be stored, and may be written as a stream, with lengths behind the files", () => {
    expect(textsOf(zipSync({ "a.csv": strToU8("x".repeat(100_000)) }, { level: 0 }))).toEqual([
      ["a.csv", "x".repeat(100_000)],
    ]);
    const parts: Uint8Array[] = [];
    const archive = new Zip((_error, part) => void parts.push(part));
    for (const name of ["a.csv", "b.csv"]) {
      const file = new ZipDeflate(name);
      archive.add(file);
      file.push(strToU8(`${name}\n`.repeat(50_000)), true);
    }
    archive.end();
    const zip = new Uint8Array(Buffer.concat(parts));
    expect(textsOf(zip).map(([path, text]) => [path, text?.length])).toEqual([
      ["a.csv", 300_000],
      ["b.csv", 300_000],
    ]);
  });

  it.each(["../a.csv", "a/../../b", "/etc/passwd", "C:\\x", "C:/x", "a\\b", "a//b", "./a", "a\0b"])(
    "is refused with the name %j",
    (name) => {
      const files: Zippable = {};
      files[name] = strToU8("x");
      expect(() => textsOf(zipSync(files))).toThrow("in it is not a path");
    },
  );

  it("is refused if it has a name twice", () => {
    const one = zipSync({ "a.csv": strToU8("x") });
    const local = one.subarray(0, one.length - 22 - 46 - 5);
    const both = Buffer.concat([local, one]);
    both.writeUInt32LE(2 * local.length, both.length - 6);
    expect(() => textsOf(both)).toThrow("“a.csv” stands in it twice");
  });

  it("is refused if files are missing at its end", () => {
    const zip = zipSync({ "a.csv": strToU8("x"), "b.csv": strToU8("y") });
    expect(() => textsOf(zip.subarray(0, zip.indexOf(0x50, 5)))).toThrow("it is cut off");
  });

  it("is refused if it inflates beyond all measure, whatever its headers say", () => {
    const bomb = zipSync({ "a.csv": new Uint8Array(20 * 1024 ** 2) });
    const lying = bomb.slice();
    new DataView(lying.buffer).setUint32(22, 5, true);
    for (const zip of [bomb, lying]) expect(() => textsOf(zip)).toThrow("inflates beyond all measure");
    const boasting = zipSync({ "a.csv": strToU8("x") });
    new DataView(boasting.buffer).setUint32(22, 0xfffffffe, true);
    expect(textsOf(boasting)).toEqual([["a.csv", "x"]]);
  });

  it.each([
    ["a symbolic link", 0o120777],
    ["a device", 0o020666],
    ["a pipe", 0o010666],
  ])("is refused with %s in it", (_what, mode) => {
    const link: Zippable = { "a.csv": [strToU8("/etc/passwd"), { os: 3, attrs: (mode << 16) >>> 0 }] };
    expect(() => textsOf(zipSync(link))).toThrow("“a.csv” in it is a link or a device");
    const file: Zippable = { "a.csv": [strToU8("x"), { os: 3, attrs: (0o100644 << 16) >>> 0 }] };
    expect(textsOf(zipSync(file))).toEqual([["a.csv", "x"]]);
  });

  it("is refused if a single bit of a file has changed", () => {
    const zip = zipSync({ "a.csv": strToU8("date,page\n2024-11-01,/a/") }, { level: 0 });
    zip[zip.indexOf(0x31)] = 0x32;
    expect(() => textsOf(zip)).toThrow("“a.csv” in it is damaged: its sum is wrong");
  });

  it("is refused with more than 100,000 entries, whether it says so or not", () => {
    const zip = zipSync({ "a.csv": strToU8("x") });
    const locator = new Uint8Array(56 + 20);
    const view = new DataView(locator.buffer);
    view.setUint32(0, 0x06064b50, true);
    view.setBigUint64(32, 100_001n, true);
    view.setUint32(56, 0x07064b50, true);
    view.setBigUint64(56 + 8, BigInt(zip.length - 22), true);
    const many = new Uint8Array(Buffer.concat([zip.subarray(0, -22), locator, zip.subarray(-22)]));
    expect(() => textsOf(many)).toThrow("it has more than 100000 entries");
    const header = zip.subarray(-22 - 46 - 5, -22);
    const start = zip.length - 22 - header.length;
    const silent = Buffer.concat([
      zip.subarray(0, start),
      ...Array<Uint8Array>(100_001).fill(header),
      zip.subarray(-22),
    ]);
    expect(() => textsOf(silent)).toThrow("it has more than 100000 entries");
  });

  it("may be of the large form, whose numbers have eight bytes", () => {
    const zip = zipSync({ "甲.csv": strToU8("x") });
    const start = new DataView(zip.buffer).getUint32(zip.length - 6, true);
    const locator = new Uint8Array(56 + 20);
    const view = new DataView(locator.buffer);
    view.setUint32(0, 0x06064b50, true);
    view.setBigUint64(32, 1n, true);
    view.setBigUint64(48, BigInt(start), true);
    view.setUint32(56, 0x07064b50, true);
    view.setBigUint64(56 + 8, BigInt(zip.length - 22), true);
    const end = zip.slice(-22).fill(0xff, 8, 20);
    expect(textsOf(new Uint8Array(Buffer.concat([zip.subarray(0, -22), locator, end])))).toEqual([["甲.csv", "x"]]);
  });

  it("has its names in UTF-8 or, without the sign for it, in Latin-1", () => {
    const zip = zipSync({ "é.csv": strToU8("x") });
    for (const at of [6, zip.length - 22 - 46 - 6 + 8]) zip[at + 1] = 0;
    expect(textsOf(zip)).toEqual([["Ã©.csv", "x"]]);
  });

  it("is refused if it has a file that is not in its directory", () => {
    const zip = zipSync({ "a.csv": strToU8("x") });
    zip[30] = 0x62;
    expect(() => textsOf(zip)).toThrow("“b.csv” is not in its directory");
  });

  it("is refused if it is cut off, damaged, or none", () => {
    const random = Uint8Array.from({ length: 50_000 }, (_, index) => (index * index * 2_654_435_761) >>> 13);
    const zip = zipSync({ "a.csv": random });
    expect(() => textsOf(zip.subarray(0, 20_000))).toThrow("it is cut off");
    const damaged = zip.slice();
    damaged.fill(0xff, 40, 4000);
    expect(() => textsOf(damaged)).toThrow("it is damaged");
    expect(() => textsOf(strToU8("not a zip at all, only text"))).toThrow("it is no ZIP archive");
  });
});
