export { cancelJob } from "./cancel.ts";
export { failJob } from "./fail.ts";
export { dropFile, keepFile, MAXIMUM_FILE_BYTES, readFile } from "./file.ts";
export { getJob, isHers, listJobErrors } from "./get.ts";
export { jobItem, jobKey, jobRef } from "./items.ts";
export { JobsRequest, listJobs } from "./list.ts";
export { jobsOfPerson } from "./of-person.ts";
export { advanceJob, type Stretch } from "./progress.ts";
export { endedJobStates, hasJobEnded, Job, jobLifecycle, RowError } from "./schema.ts";
