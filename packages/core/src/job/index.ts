export { cancelJob } from "./cancel.ts";
export { MAXIMUM_FILE_BYTES, readFile } from "./file.ts";
export { getJob, listJobErrors } from "./get.ts";
export { jobItem, jobRef } from "./items.ts";
export { JobsRequest, listJobs } from "./list.ts";
export { advanceJob, failJob, type Stretch } from "./progress.ts";
export { hasJobEnded, Job, jobLifecycle, RowError } from "./schema.ts";
export { freshJob, jobWrite, startFileJob } from "./start.ts";
