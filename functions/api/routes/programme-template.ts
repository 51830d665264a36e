import {
  getTemplate,
  listTemplates,
  ProgrammeTemplate,
  TemplateAddress,
  TemplateVersion,
} from "@viceversa/core/programme/index.ts";
import { createRoom, listOf, operation } from "../operation.ts";

export const room = createRoom();

operation(
  room,
  {
    operation: "programme-template.list",
    method: "get",
    path: "",
    summary: "Every version of the templates that programmes can be made from; all in one answer",
    answer: listOf(ProgrammeTemplate),
  },
  async () => listTemplates(),
);

operation(
  room,
  {
    operation: "programme-template.get",
    method: "get",
    path: "/{key}",
    summary: "A template, in its newest version unless another is named",
    params: TemplateAddress,
    query: TemplateVersion,
    answer: ProgrammeTemplate,
  },
  async (_, { params, query }) => getTemplate({ ...params, ...query }),
);
