import { notEmbedded } from "../failure.ts";
import type { ScheduleRequest, Schedules } from "./schedules.ts";

/** Answers one operation of EventBridge Scheduler's REST protocol; `path` begins with `/schedules`. */
export function answerScheduler(schedules: Schedules, method: string, path: string, body: string): object {
  const name = decodeURIComponent(path.split("/")[2] ?? "");
  const arn = `arn:aws:scheduler:local:000000000000:schedule/default/${name}`;
  switch (method) {
    case "POST":
      schedules.create(name, JSON.parse(body) as ScheduleRequest);
      return { ScheduleArn: arn };
    case "PUT":
      schedules.update(name, JSON.parse(body) as ScheduleRequest);
      return { ScheduleArn: arn };
    case "DELETE":
      schedules.delete(name);
      return {};
    default:
      throw notEmbedded(`Scheduler ${method} ${path}`);
  }
}
