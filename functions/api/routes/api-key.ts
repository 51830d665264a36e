import {
  ApiKey,
  ApiKeyInput,
  createApiKey,
  listApiKeys,
  NewApiKey,
  revokeApiKey,
} from "@viceversa/core/api-key/index.ts";
import { idOf } from "@viceversa/core/ids.ts";
import { PageRequest } from "@viceversa/core/page.ts";
import { z } from "zod";
import { createRoom, listOf, Nothing, operation } from "../operation.ts";

export const room = createRoom();

operation(
  room,
  {
    operation: "api-key.list",
    method: "get",
    path: "",
    summary: "The API keys of this stack, without their secrets",
    query: PageRequest,
    answer: listOf(ApiKey),
  },
  (ctx, { query }) => listApiKeys(ctx, query),
);

operation(
  room,
  {
    operation: "api-key.create",
    method: "post",
    path: "",
    summary: "Make an API key; its token is shown this once",
    body: ApiKeyInput,
    answer: NewApiKey,
    status: 201,
    repeatable: false,
  },
  (ctx, { body }) => createApiKey(ctx, body),
);

operation(
  room,
  {
    operation: "api-key.revoke",
    method: "delete",
    path: "/{id}",
    summary: "Revoke an API key for good",
    params: z.object({ id: idOf("apiKey") }),
    answer: Nothing,
    status: 204,
  },
  (ctx, { params }) => revokeApiKey(ctx, params.id),
);
