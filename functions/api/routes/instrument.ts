import { idOf } from "@viceversa/core/ids.ts";
import {
  getInstrument,
  Instrument,
  InstrumentInput,
  listInstruments,
  publishInstrument,
} from "@viceversa/core/instrument/index.ts";
import { PageRequest } from "@viceversa/core/page.ts";
import { z } from "zod";
import { createRoom, listOf, operation } from "../operation.ts";

export const room = createRoom();

operation(
  room,
  {
    operation: "instrument.list",
    method: "get",
    path: "",
    summary: "All versions of all instruments, the shipped ones first",
    query: PageRequest,
    answer: listOf(Instrument),
  },
  (ctx, { query }) => listInstruments(ctx, query),
);

operation(
  room,
  {
    operation: "instrument.publish",
    method: "post",
    path: "",
    summary: "Publish a version of your own instrument, for good",
    body: InstrumentInput,
    answer: Instrument,
    status: 201,
    errors: [409],
  },
  (ctx, { body }) => publishInstrument(ctx, body),
);

operation(
  room,
  {
    operation: "instrument.get",
    method: "get",
    path: "/{id}",
    summary: "One version of an instrument",
    params: z.object({ id: idOf("instrument") }),
    answer: Instrument,
  },
  (ctx, { params }) => getInstrument(ctx, params.id),
);
