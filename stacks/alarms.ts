import { metricNamespace, type Resources } from "./environment.ts";

/** What watches one number: where it is, from where on it is bad, and what it means to whoever gets the mail. */
interface Watch {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions?: Readonly<Record<string, $util.Input<string>>>;
  readonly statistic: "Sum" | "Maximum";
  /** Bad from the first number above this. */
  readonly threshold: number;
  readonly meaning: string;
  readonly periodSeconds?: number;
  readonly periods?: number;
  /** What silence means. */
  readonly silence?: "notBreaching" | "breaching" | "ignore";
}

type Watches = Readonly<Record<string, Watch>>;

/** Names of this stack's functions, by what they do. */
export type FunctionNames = Readonly<Record<string, $util.Output<string>>>;

const FIVE_MINUTES = 300;
const HOUR = 3_600;

/** What one sweep finds the queue soon carries on; found again and again, nobody does. A silent sweep alarms too. */
const SWEEPS_UNTIL_OVERDUE = 3;

/** Whoever is named in the customer's file is told, when something begins and when it is over. */
export function createAlarms(resources: Resources, functions: FunctionNames) {
  const topic = new sst.aws.SnsTopic("Alarms");
  new aws.sns.TopicSubscription("AlarmMail", {
    topic: topic.arn,
    protocol: "email",
    endpoint: resources.customer.alarmEmail,
  });
  const watches: Watches = {
    ...deadLetterWatches(resources),
    ...latenessWatches(resources),
    ...functionWatches(functions),
    ...apiWatches(resources),
    ...reputationWatches,
  };
  for (const [name, watch] of Object.entries(watches)) createAlarm(name, watch, topic.arn);
}

function createAlarm(name: string, watch: Watch, topicArn: $util.Output<string>) {
  const { periodSeconds = FIVE_MINUTES, periods = 1, silence = "notBreaching" } = watch;
  new aws.cloudwatch.MetricAlarm(name, {
    alarmDescription: `${$app.stage}: ${watch.meaning}`,
    namespace: watch.namespace,
    metricName: watch.metricName,
    ...(watch.dimensions && { dimensions: watch.dimensions }),
    statistic: watch.statistic,
    period: periodSeconds,
    evaluationPeriods: periods,
    comparisonOperator: "GreaterThanThreshold",
    threshold: watch.threshold,
    treatMissingData: silence,
    alarmActions: [topicArn],
    okActions: [topicArn],
  });
}

/** Nothing that failed for good waits unseen. */
function deadLetterWatches({ queues: { due, bulk, mailEvents }, schedules }: Resources): Watches {
  const dead = (queue: InstanceType<typeof sst.aws.Queue>, meaning: string): Watch => ({
    namespace: "AWS/SQS",
    metricName: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: queue.nodes.queue.name },
    statistic: "Maximum",
    threshold: 0,
    meaning,
  });
  const redrive = "Find out why in its function's log, then move the dead letters back.";
  return {
    DueDeadLetters: dead(due.deadLetters, `A message of the due queue failed for good. ${redrive}`),
    BulkDeadLetters: dead(bulk.deadLetters, `A message of the bulk queue failed for good. ${redrive}`),
    MailEventsDeadLetters: dead(
      mailEvents.deadLetters,
      `A bounce, a complaint or a proof of sending was not recorded. ${redrive}`,
    ),
    // SQS moves back only what came from a queue of its own.
    LostSchedules: dead(
      schedules.deadLetters,
      "A schedule could not reach the due queue. The sweep takes its work up; find out why, then purge the queue.",
    ),
  };
}

/** What has an hour is late, or nobody looks after it at all. */
function latenessWatches({ queues: { due, bulk, mailEvents } }: Resources): Watches {
  const late = ({ queue }: typeof due, seconds: number, meaning: string): Watch => ({
    namespace: "AWS/SQS",
    metricName: "ApproximateAgeOfOldestMessage",
    dimensions: { QueueName: queue.nodes.queue.name },
    statistic: "Maximum",
    threshold: seconds,
    meaning,
  });
  return {
    DueIsLate: late(due, 600, "The due queue is not drained: reminders come late."),
    BulkIsLate: late(bulk, HOUR, "The bulk queue is not drained: invitations and imports wait."),
    // A proof of sending that comes after the fence of half an hour is a mail that may go twice.
    MailEventsAreLate: late(mailEvents, 600, "What SES tells of mails is not recorded in time."),
    OverdueWork: {
      namespace: metricNamespace(),
      metricName: "OverdueWork",
      statistic: "Maximum",
      periods: SWEEPS_UNTIL_OVERDUE,
      threshold: 0,
      silence: "breaching",
      meaning: "Work is past its hour and nobody carries it on, or the sweep has stopped.",
    },
  };
}

function functionWatches(functions: FunctionNames): Watches {
  const watch = (name: string, FunctionName: $util.Output<string>): [string, Watch][] => {
    const of = {
      namespace: "AWS/Lambda",
      dimensions: { FunctionName },
      statistic: "Sum",
      threshold: 0,
    } as const;
    const errors = { ...of, metricName: "Errors", meaning: `The function ${name} broke or ran out of time.` };
    const throttles = {
      ...of,
      metricName: "Throttles",
      meaning: `The function ${name} was held back: the account's limit on concurrent executions is too low.`,
    };
    return [
      [`${name}Errors`, errors],
      [`${name}Throttles`, throttles],
    ];
  };
  return Object.fromEntries(Object.entries(functions).flatMap(([name, of]) => watch(name, of)));
}

const apiWatches = ({ gateway }: Resources): Watches => ({
  ApiServerErrors: {
    namespace: "AWS/ApiGateway",
    metricName: "5xx",
    dimensions: { ApiId: gateway.nodes.api.id },
    statistic: "Sum",
    threshold: 0,
    meaning: "A request was answered with a 5xx. The API's log names the route and the error.",
  },
});

/**
 * The account's own rates, as fractions. AWS looks into an account at 5 % bounces or 0.1 % complaints and pauses
 * it at 10 % or 0.5 %; this leaves time to act. SES publishes them seldom, so that silence changes nothing.
 */
const reputationWatches: Watches = {
  BounceRate: {
    namespace: "AWS/SES",
    metricName: "Reputation.BounceRate",
    statistic: "Maximum",
    periodSeconds: HOUR,
    threshold: 0.025,
    silence: "ignore",
    meaning:
      "More than 2.5 % of this account's mails bounce; AWS reviews at 5 %. Check the directory's addresses.",
  },
  ComplaintRate: {
    namespace: "AWS/SES",
    metricName: "Reputation.ComplaintRate",
    statistic: "Maximum",
    periodSeconds: HOUR,
    threshold: 0.0005,
    silence: "ignore",
    meaning:
      "More than 0.05 % of this account's mails are called spam; AWS reviews at 0.1 %. Find out which.",
  },
};
