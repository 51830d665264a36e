import { idOf } from "@viceversa/core/ids.ts";
import { PageRequest } from "@viceversa/core/page.ts";
import {
  changeWave,
  getWave,
  listComments,
  listWaves,
  ReleasedComment,
  scheduleWave,
  Wave,
  WaveChange,
  WaveInput,
  WavesRequest,
  WaveView,
} from "@viceversa/core/wave/index.ts";
import { z } from "zod";
import { createRoom, listOf, operation } from "../operation.ts";

export const room = createRoom();

operation(
  room,
  {
    operation: "wave.list",
    method: "get",
    path: "",
    summary: "The waves of a programme, by the time at which they open",
    query: WavesRequest,
    answer: listOf(Wave),
  },
  (ctx, { query }) => listWaves(ctx, query),
);

operation(
  room,
  {
    operation: "wave.schedule",
    method: "post",
    path: "",
    summary: "Schedule a questionnaire; it opens, reminds, closes and releases by itself",
    body: WaveInput,
    answer: Wave,
    status: 201,
    errors: [404, 409],
  },
  (ctx, { body }) => scheduleWave(ctx, body),
);

operation(
  room,
  {
    operation: "wave.get",
    method: "get",
    path: "/{id}",
    summary: "A wave: its response rate, and its tables once they are released",
    params: z.object({ id: idOf("wave") }),
    answer: WaveView,
    versioned: true,
  },
  (ctx, { params }) => getWave(ctx, params.id),
);

operation(
  room,
  {
    operation: "wave.change",
    method: "put",
    path: "/{id}/hours",
    summary: "Change when a wave is and how it reminds, before it opens",
    params: z.object({ id: idOf("wave") }),
    body: WaveChange,
    answer: Wave,
    versioned: true,
    errors: [409],
  },
  (ctx, { params, body, version }) => changeWave(ctx, { id: params.id, version, change: body }),
);

operation(
  room,
  {
    operation: "wave.list-comments",
    method: "get",
    path: "/{id}/comments",
    summary: "The comments that a wave has released, in alphabetical order",
    params: z.object({ id: idOf("wave") }),
    query: PageRequest,
    answer: listOf(ReleasedComment),
  },
  (ctx, { params, query }) => listComments(ctx, { id: params.id, ...query }),
);
