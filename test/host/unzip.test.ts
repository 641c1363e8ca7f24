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
    expect(() => textsOf(new Uint8Array(Buffer.concat([local, one])))).toThrow("“a.csv” stands in it twice");
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
