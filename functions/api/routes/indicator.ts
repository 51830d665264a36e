import { idOf } from "@viceversa/core/ids.ts";
import {
  changeIndicator,
  createIndicator,
  getIndicator,
  Indicator,
  IndicatorChange,
  IndicatorInput,
  IndicatorsRequest,
  listIndicators,
  retireIndicator,
} from "@viceversa/core/indicator/index.ts";
import { z } from "zod";
import { createRoom, listOf, operation } from "../operation.ts";

export const room = createRoom();
const params = z.object({ id: idOf("indicator") });

operation(
  room,
  {
    operation: "indicator.list",
    method: "get",
    path: "",
    summary: "All indicators: the shipped ones first, then your own in the order of change",
    query: IndicatorsRequest,
    answer: listOf(Indicator),
  },
  (ctx, { query }) => listIndicators(ctx, query),
);

operation(
  room,
  {
    operation: "indicator.create",
    method: "post",
    path: "",
    summary: "Define an indicator of your own",
    body: IndicatorInput,
    answer: Indicator,
    status: 201,
    errors: [409],
  },
  (ctx, { body }) => createIndicator(ctx, body),
);

operation(
  room,
  {
    operation: "indicator.get",
    method: "get",
    path: "/{id}",
    summary: "An indicator",
    params,
    answer: Indicator,
    versioned: true,
  },
  (ctx, { params }) => getIndicator(ctx, params.id),
);

operation(
  room,
  {
    operation: "indicator.change",
    method: "patch",
    path: "/{id}",
    summary: "Change how an indicator of your own is described, judged and checked; its key and unit stay",
    params,
    body: IndicatorChange,
    answer: Indicator,
    versioned: true,
    errors: [409],
  },
  (ctx, { params, body, version }) => changeIndicator(ctx, { id: params.id, version, change: body }),
);

operation(
  room,
  {
    operation: "indicator.retire",
    method: "post",
    path: "/{id}/retirement",
    summary: "Retire an indicator of your own for good; its observations stay and none are added",
    params,
    answer: Indicator,
    errors: [409],
  },
  (ctx, { params }) => retireIndicator(ctx, params.id),
);
