/** The value of a key that must be there. An absent key is a fault of the program, not of the content: it throws. */
export function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`“${String(key)}” is not among the keys it was taken from`);
  return value;
}
