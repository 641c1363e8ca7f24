import { describe, expect, it } from "vitest";
import { hostLimits, type Published } from "../../src/assets/host-limits.ts";
import type { Host } from "../../src/model/config.ts";

const files = (count: number, size = 1) =>
  new Map(Array.from({ length: count }, (_, index) => [`${index}.html`, { size }] as const));
const file = (size: number) => new Map([["video.mp4", { size }]]);

const messages = (host: Host, site: Partial<Published>) =>
  hostLimits(host, { files: files(1), redirects: 0, ...site }).map(({ message }) => message);

describe("a host", () => {
  it.each<[Host, limit: Partial<Published>, beyond: Partial<Published>, message: string]>([
    [
      "cloudflare",
      { files: files(20_000) },
      { files: files(20_001) },
      "Cloudflare Pages takes at most 20000 files, and the site has 20001",
    ],
    [
      "cloudflare",
      { redirects: 2000 },
      { redirects: 2001 },
      "Cloudflare Pages takes at most 2000 redirects in _redirects, and the site has 2001",
    ],
    [
      "cloudflare",
      { files: file(26_214_400) },
      { files: file(26_214_401) },
      "Cloudflare Pages takes files of at most 26214400 bytes, and video.mp4 has 26214401",
    ],
    [
      "github",
      { files: files(2, 2 ** 29) },
      { files: file(2 ** 30 + 1) },
      "GitHub Pages takes at most 1073741824 bytes in all, and the site has 1073741825",
    ],
    [
      "gitlab",
      { files: files(200_000) },
      { files: files(200_001) },
      "GitLab Pages takes at most 200000 files, and the site has 200001",
    ],
    [
      "gitlab",
      { redirects: 1000 },
      { redirects: 1001 },
      "GitLab Pages takes at most 1000 redirects in _redirects, and the site has 1001",
    ],
    [
      "gitlab",
      { files: files(2, 2 ** 29) },
      { files: file(2 ** 30 + 1) },
      "GitLab Pages takes at most 1073741824 bytes in all, and the site has 1073741825",
    ],
  ])(
    "%s takes what is just at its limit, and what is beyond is named with both figures",
    (host, at, beyond, message) => {
      expect(messages(host, at)).toEqual([]);
      expect(messages(host, beyond)).toEqual([message]);
    },
  );

  it("that a site goes beyond in several ways is told all of them", () => {
    expect(messages("cloudflare", { files: files(20_001, 26_214_401), redirects: 2001 })).toHaveLength(20_003);
  });

  it("that is none has no limits", () => {
    expect(messages("none", { files: files(20_001, 2 ** 30), redirects: 1e6 })).toEqual([]);
  });
});
