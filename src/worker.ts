import { parentPort, workerData } from "node:worker_threads";
import { openJobs } from "./host/open-jobs.ts";
import { serveJobs } from "./host/pool-protocol.ts";
import type { JobInit } from "./model/ports.ts";
import { makeJobs } from "./pipeline/make-jobs.ts";

if (!parentPort) throw new Error("the worker is started by the pool of threads");
serveJobs(parentPort, makeJobs(await openJobs(workerData as JobInit)));
