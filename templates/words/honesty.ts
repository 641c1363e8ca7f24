import type { ReaderSourceRow, ReadersProps } from "../../src/model/theme.ts";
import { groupDigits } from "../../src/text/group-digits.ts";

/** What decides over the sentences about how readers were counted. */
export type Counting = Pick<ReadersProps, "measure" | "sources" | "posts" | "counted" | "until">;

type Days = ReaderSourceRow["days"];

/** How readers were counted: what, by which sources, on which days, with robots or without, and what is not known. */
export function honestyInChinese({ measure, sources, posts, counted, until }: Counting): string {
  const what =
    measure === "views"
      ? "“读者”在这里是浏览次数，同一个人打开几次就算几次。"
      : "“读者”在这里是访客数，同一个人隔天再来会再算一次。";
  const days = (span: Days, ending: string) =>
    span && (span.from === span.to ? `${span.to}${ending}` : `${span.from} 至 ${span.to}${ending}`);
  const source = ({ name, baseline, days: span, robotsFiltered }: ReaderSourceRow) => {
    const { from, to } = baseline ?? {};
    const parts = [
      baseline &&
        (days(from !== undefined && to !== undefined ? { from, to } : undefined, "以前的累计") ?? "累计，截止日期不详"),
      days(span, "逐日"),
      robotsFiltered === undefined ? "是否滤去爬虫不详" : robotsFiltered ? "已滤去自报身份的爬虫" : "未滤去爬虫",
    ];
    return `${name}（${parts.filter((part) => part !== undefined).join("，")}）`;
  };
  return [
    what,
    sources.length === 0 ? "" : `来源：${sources.map(source).join("；")}。`,
    sources.length > 1 ? "各来源的数没有换算，只是相加。" : "",
    counted < posts ? `${groupDigits(posts - counted)} 篇没有记录，写作“—”，不计入合计。` : "",
    until === undefined ? "" : `最近一次计数：${until}。“每日”从发表算到计数的最后一天。`,
  ].join("");
}

/** The same in English. */
export function honestyInEnglish({ measure, sources, posts, counted, until }: Counting): string {
  const what =
    measure === "views"
      ? "Readers are page views here: who opens a page twice counts twice."
      : "Readers are visitors here: who comes back another day counts again.";
  const days = (span: Days, before: readonly [one: string, several: string]) =>
    span && (span.from === span.to ? `${before[0]} ${span.to}` : `${before[1]} ${span.from} to ${span.to}`);
  const source = ({ name, baseline, days: span, robotsFiltered }: ReaderSourceRow) => {
    const { from, to } = baseline ?? {};
    const end = from !== undefined && to !== undefined ? { from, to } : undefined;
    const parts = [
      baseline && (days(end, ["everything up to", "everything up to days from"]) ?? "everything up to an unknown day"),
      days(span, ["day by day on", "day by day from"]),
      robotsFiltered === undefined
        ? "not known whether with robots"
        : robotsFiltered
          ? "without robots that say so"
          : "robots included",
    ];
    return `${name} (${parts.filter((part) => part !== undefined).join(", ")})`;
  };
  return [
    what,
    sources.length === 0 ? "" : `Sources: ${sources.map(source).join("; ")}.`,
    sources.length > 1 ? "Their numbers are added, not converted." : "",
    counted < posts ? `Posts without a record show “—” and are in no sum: ${groupDigits(posts - counted)}.` : "",
    until === undefined ? "" : `Last counted on ${until}; “a day” is from publication to the last day of counting.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
