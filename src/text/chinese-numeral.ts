const digits = "〇一二三四五六七八九";

/**
 * Value of a number as titles write it: `7`, `１７`, `十七`, `二十四`, `廿五`, `卅`, `二〇`; `undefined` for
 * anything else.
 *
 * Chinese numerals go from 〇 to 九十九, with 零 for 〇 and 两 for 二; digits after each other count as
 * places (`一七` is 17). Arabic numbers have at most four digits, half- or full-width.
 */
export function parseChineseNumeral(text: string): number | undefined {
  const plain = text
    .normalize("NFKC")
    .replaceAll("零", "〇")
    .replaceAll("两", "二")
    .replace(/^廿/, "二十")
    .replace(/^卅/, "三十");
  if (/^[0-9]{1,4}$/.test(plain)) return Number(plain);
  if (/^[〇一二三四五六七八九]{1,2}$/.test(plain)) return Number(Array.from(plain, digit).join(""));
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(plain);
  return tens ? 10 * digit(tens[1] || "一") + digit(tens[2] || "〇") : undefined;
}

function digit(character: string): number {
  return digits.indexOf(character);
}

/** The number in Chinese, 〇 to 九十九 (`十七`, `二十四`); other numbers in Arabic digits. */
export function toChineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 99) return String(n);
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  if (tens === 0) return digits.charAt(ones);
  return `${tens === 1 ? "" : digits.charAt(tens)}十${ones === 0 ? "" : digits.charAt(ones)}`;
}
