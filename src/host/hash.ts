import { createHash } from "node:crypto";
import type { ContentHash } from "../model/brand.ts";

/** SHA-256 in hexadecimal. */
export function sha256(content: string | Uint8Array): ContentHash {
  return createHash("sha256").update(content).digest("hex") as ContentHash;
}

/** SHA-256 as browsers write it in policies. */
export function sha256Base64(content: string): string {
  return createHash("sha256").update(content).digest("base64");
}

/** MD5 in hexadecimal, for archives that carry it; nothing of ours relies on it. */
export function md5(content: Uint8Array): string {
  return createHash("md5").update(content).digest("hex");
}
