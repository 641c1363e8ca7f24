import type { UserConfig } from "./schema.ts";

/** Gives completion and types in `site.config.ts`; returns its argument. */
export function defineConfig(config: UserConfig): UserConfig {
  return config;
}
