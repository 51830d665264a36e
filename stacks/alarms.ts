import { metricNamespace, type Resources } from "./environment.ts";

const FIVE_MINUTES = 300;
/** `due` is drained in seconds; a message that waits longer than this makes reminders late. */
const OLDEST_DUE_SECONDS = 600;

/** What one sweep finds the queue soon carries on; found again and again, nobody does. A silent sweep alarms too. */
const SWEEPS_UNTIL_OVERDUE = 3;

/** Tells a human when a message failed for good, or when what has an hour is late. */
export function createAlarms({ customer, queues, schedules }: Resources) {
  const topic = new sst.aws.SnsTopic("Alarms");
  new aws.sns.TopicSubscription("AlarmMail", {
    topic: topic.arn,
    protocol: "email",
    endpoint: customer.alarmEmail,
  });
  const alarm = (name: string, metricName: string, queueName: $util.Output<string>, threshold: number) =>
    new aws.cloudwatch.MetricAlarm(name, {
      namespace: "AWS/SQS",
      metricName,
      dimensions: { QueueName: queueName },
      statistic: "Maximum",
      period: FIVE_MINUTES,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanThreshold",
      threshold,
      treatMissingData: "notBreaching",
      alarmActions: [topic.arn],
    });
  new aws.cloudwatch.MetricAlarm("OverdueWork", {
    namespace: metricNamespace(),
    metricName: "OverdueWork",
    statistic: "Maximum",
    period: FIVE_MINUTES,
    evaluationPeriods: SWEEPS_UNTIL_OVERDUE,
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
    treatMissingData: "breaching",
    alarmActions: [topic.arn],
  });
  const waiting = "ApproximateNumberOfMessagesVisible";
  alarm("DueDeadLetters", waiting, queues.due.deadLetters.nodes.queue.name, 0);
  alarm("BulkDeadLetters", waiting, queues.bulk.deadLetters.nodes.queue.name, 0);
  alarm("LostSchedules", waiting, schedules.deadLetters.nodes.queue.name, 0);
  alarm("DueIsLate", "ApproximateAgeOfOldestMessage", queues.due.queue.nodes.queue.name, OLDEST_DUE_SECONDS);
}
