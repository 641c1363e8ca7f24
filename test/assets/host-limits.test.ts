import { describe, expect, it } from "vitest";
import { hostLimits } from "../../src/assets/host-limits.ts";

const files = (count: number, size = 1) =>
  new Map(Array.from({ length: count }, (_, index) => [`${index}.html`, { size }] as const));

describe("the limits of a host", () => {
  it("are not reached by a small site, and no host has none", () => {
    expect(hostLimits("cloudflare", { files: files(20_000), redirects: 2000 })).toEqual([]);
    expect(hostLimits("none", { files: files(300_000), redirects: 1e6 })).toEqual([]);
  });

  it("are named with the figures of the site", () => {
    const large = new Map([...files(20_000), ["video.mp4", { size: 26_214_401 }] as const]);
    expect(hostLimits("cloudflare", { files: large, redirects: 2001 }).map(({ message }) => message)).toEqual([
      "Cloudflare Pages takes at most 20000 files, and the site has 20001",
      "Cloudflare Pages takes at most 2000 redirects in _redirects, and the site has 2001",
      "Cloudflare Pages takes files of at most 26214400 bytes, and video.mp4 has 26214401",
    ]);
    expect(hostLimits("github", { files: files(2, 2 ** 30), redirects: 0 }).map(({ message }) => message)).toEqual([
      "GitHub Pages takes at most 1073741824 bytes in all, and the site has 2147483648",
    ]);
    expect(hostLimits("gitlab", { files: files(1), redirects: 1001 })).toMatchObject([{ code: "site/host-limit" }]);
  });
});
