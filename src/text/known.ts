/** The value of a key that must be there. An absent key is a fault of the program, not of the content: it throws. */
export function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`“${String(key)}” is not among the keys it was taken from`);
  return value;
}

/** The item at an index that must be there; throws otherwise. */
export function itemAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`there is no item ${index} of ${items.length}`);
  return item;
}
