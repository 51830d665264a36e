import { idOf } from "@viceversa/core/ids.ts";
import { Job } from "@viceversa/core/job/index.ts";
import {
  changePerson,
  createPerson,
  deactivatePerson,
  getPerson,
  listManagerCycles,
  listPeople,
  ManagerCycles,
  PeopleRequest,
  Person,
  PersonChange,
  PersonInput,
  reactivatePerson,
} from "@viceversa/core/person/index.ts";
import { importPeople } from "@viceversa/core/workflow/import-people/index.ts";
import { erasePerson, exportOwnData, exportPerson } from "@viceversa/core/workflow/person-data/index.ts";
import { z } from "zod";
import { createRoom, listOf, operation } from "../operation.ts";
import { addNotificationPreferences } from "./notification-preferences.ts";

export const room = createRoom();
const params = z.object({ id: idOf("person") });
addNotificationPreferences(room);

operation(
  room,
  {
    operation: "person.list",
    method: "get",
    path: "",
    summary: "The directory, in the order of change",
    query: PeopleRequest,
    answer: listOf(Person),
  },
  (ctx, { query }) => listPeople(ctx, query),
);

operation(
  room,
  {
    operation: "person.create",
    method: "post",
    path: "",
    summary: "Take a person into the directory",
    body: PersonInput,
    answer: Person,
    status: 201,
    versioned: false,
    errors: [409],
  },
  (ctx, { body }) => createPerson(ctx, body),
);

operation(
  room,
  {
    operation: "person.import",
    method: "post",
    path: "/imports",
    summary: "Take a CSV file of people: all rows that fit, as a job that lists the others",
    file: true,
    answer: Job,
    status: 202,
  },
  (ctx, { file }) => importPeople(ctx, file),
);

operation(
  room,
  {
    operation: "person.list-manager-cycles",
    method: "get",
    path: "/manager-cycles",
    summary: "Circles of people who report to one another, which matching and reports cannot follow",
    answer: ManagerCycles,
  },
  (ctx) => listManagerCycles(ctx),
);

operation(
  room,
  {
    operation: "person.export-own",
    method: "post",
    path: "/me/exports",
    summary: "Export everything that is stored about yourself, as a job with a file",
    answer: Job,
    status: 202,
    errors: [404, 409],
  },
  (ctx) => exportOwnData(ctx),
);

operation(
  room,
  {
    operation: "person.get",
    method: "get",
    path: "/{id}",
    summary: "A person of the directory",
    params,
    answer: Person,
    versioned: true,
  },
  (ctx, { params }) => getPerson(ctx, params.id),
);

operation(
  room,
  {
    operation: "person.change",
    method: "patch",
    path: "/{id}",
    summary: "Change a person; null takes an optional part away",
    params,
    body: PersonChange,
    answer: Person,
    versioned: true,
    errors: [409],
  },
  (ctx, { params, body, version }) => changePerson(ctx, { id: params.id, version, change: body }),
);

operation(
  room,
  {
    operation: "person.deactivate",
    method: "post",
    path: "/{id}/deactivation",
    summary: "Note that a person has left: she is withdrawn from her programmes and mailed no more",
    params,
    answer: Person,
    errors: [409],
  },
  (ctx, { params }) => deactivatePerson(ctx, params.id),
);

operation(
  room,
  {
    operation: "person.reactivate",
    method: "post",
    path: "/{id}/reactivation",
    summary: "Note that a person is back; what she was withdrawn from stays as it is",
    params,
    answer: Person,
    errors: [409],
  },
  (ctx, { params }) => reactivatePerson(ctx, params.id),
);

operation(
  room,
  {
    operation: "person.export",
    method: "post",
    path: "/{id}/exports",
    summary: "Export what is stored about a person, as a job with a file; her answers only she exports",
    params,
    answer: Job,
    status: 202,
    errors: [409],
  },
  (ctx, { params }) => exportPerson(ctx, params.id),
);

operation(
  room,
  {
    operation: "person.erase",
    method: "post",
    path: "/{id}/erasure",
    summary: "Erase a person everywhere, as a job: she leaves at once, and minutes later only her id remains",
    params,
    answer: Job,
    status: 202,
    errors: [409],
  },
  (ctx, { params }) => erasePerson(ctx, params.id),
);
