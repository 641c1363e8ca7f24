/** First entry greater than `value` of an ascending list; `Infinity` if there is none. */
export function firstAfter(list: readonly number[], value: number): number {
  return list[countUpTo(list, value)] ?? Number.POSITIVE_INFINITY;
}

/** Number of entries of an ascending list that are not greater than `value`. */
export function countUpTo(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(list[middle]) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
