/** A citation with the day on which its page was read: `[引用日期]` of GB/T 7714, `urldate` behind the address in BibTeX. */
export function withAccessDay(citation: string, day: string): string {
  return citation
    .replace("[引用日期]", `[${day}]`)
    .replace(/^(@[^]*\n)( *)(url = \{[^\n]*\},)/, `$1$2$3\n$2urldate = {${day}},`);
}
