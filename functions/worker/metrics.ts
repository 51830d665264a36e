import type { Context } from "@viceversa/core/context.ts";
import { epochOf } from "@viceversa/core/time.ts";
import type { Swept } from "@viceversa/core/workflow/sweep.ts";

/** Tells CloudWatch what a sweep found, in its embedded metric format; an alarm of the stack reads it. */
export function reportOverdue({ clock }: Context, { marks, due }: Swept): void {
  const Namespace = process.env["METRIC_NAMESPACE"];
  if (Namespace === undefined) return;
  const metrics = { Namespace, Dimensions: [[]], Metrics: [{ Name: "OverdueWork", Unit: "Count" }] };
  const _aws = { Timestamp: epochOf(clock.now()), CloudWatchMetrics: [metrics] };
  console.log(JSON.stringify({ _aws, OverdueWork: marks + due, marks, due }));
}
