import {
  Competence,
  CompetenceChange,
  CompetenceInput,
  CompetencesRequest,
  changeCompetence,
  createCompetence,
  getCompetence,
  listCompetences,
  retireCompetence,
} from "@viceversa/core/competence/index.ts";
import { idOf } from "@viceversa/core/ids.ts";
import { z } from "zod";
import { createRoom, listOf, operation } from "../operation.ts";

export const room = createRoom();
const params = z.object({ id: idOf("competence") });

operation(
  room,
  {
    operation: "competence.list",
    method: "get",
    path: "",
    summary: "What can be taught: the shipped competences first, then your own in the order of change",
    query: CompetencesRequest,
    answer: listOf(Competence),
  },
  (ctx, { query }) => listCompetences(ctx, query),
);

operation(
  room,
  {
    operation: "competence.create",
    method: "post",
    path: "",
    summary: "Add a competence of your own",
    body: CompetenceInput,
    answer: Competence,
    status: 201,
    errors: [409],
  },
  (ctx, { body }) => createCompetence(ctx, body),
);

operation(
  room,
  {
    operation: "competence.get",
    method: "get",
    path: "/{id}",
    summary: "A competence with what each level means",
    params,
    answer: Competence,
    versioned: true,
  },
  (ctx, { params }) => getCompetence(ctx, params.id),
);

operation(
  room,
  {
    operation: "competence.change",
    method: "patch",
    path: "/{id}",
    summary: "Change a competence of your own; shipped ones stay as they are",
    params,
    body: CompetenceChange,
    answer: Competence,
    versioned: true,
    errors: [409],
  },
  (ctx, { params, body, version }) => changeCompetence(ctx, { id: params.id, version, change: body }),
);

operation(
  room,
  {
    operation: "competence.retire",
    method: "post",
    path: "/{id}/retirement",
    summary: "Retire a competence of your own: it is offered no more and stays where it is used",
    params,
    answer: Competence,
    errors: [409],
  },
  (ctx, { params }) => retireCompetence(ctx, params.id),
);
