import { recentMap, type RecentMap } from "./recent-map.ts";

/**
 * A pure function of a text that is not asked again about texts it was asked about lately.
 *
 * @param characters of those texts together
 */
export function remembered<Value>(of: (text: string) => Value, characters: number): (text: string) => Value {
  const known: RecentMap<{ readonly value: Value; readonly length: number }> = recentMap(
    characters,
    ({ length }) => length,
  );
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    const value = of(text);
    known.set(text, { value, length: text.length });
    return value;
  };
}
