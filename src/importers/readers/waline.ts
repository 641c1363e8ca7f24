import type { ImportFile } from "../../model/imported.ts";
import { readWaline, readWalineCounter } from "../waline-export.ts";
import { joinExports, noCounts, readCount, type CountExport, type CountReader } from "./count-export.ts";

/** Waline: the counters of its export, which are views altogether. */
export const waline: CountReader = {
  name: "waline",
  wants: (path) => /\.json$/i.test(path),
  read: (files) => joinExports(files.map(readFile)),
};

function readFile(file: ImportFile): CountExport {
  const read = readWaline(file);
  if (!read.ok) return { ...noCounts, faults: [read.fault] };
  const counters = read.value.Counter.map((value, index) => {
    const counter = readWalineCounter(value);
    return { number: index + 1, address: counter?.url ?? "", views: readCount(counter?.time) };
  });
  return {
    rows: counters.flatMap(({ address, views }) => (views === undefined ? [] : [{ address, views }])),
    faults: counters
      .filter(({ views }) => views === undefined)
      .map(({ number }) => ({ file: file.path, message: `counter ${number}: “time” is not a count` })),
  };
}
