import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { DynamoTable } from "@viceversa/aws/table.ts";
import { createTable } from "@viceversa/local/dynamodb/create-table.ts";
import { createDynamoServer } from "@viceversa/local/dynamodb/server.ts";

export interface EmbeddedTable {
  readonly table: DynamoTable;
  readonly client: DynamoDBDocumentClient;
  stop(): Promise<void>;
}

/** The real table adapter against an embedded DynamoDB of its own, in memory. */
export async function startEmbeddedTable(): Promise<EmbeddedTable> {
  const server = createDynamoServer({});
  const endpoint = await listen(server);
  const connected = await connectTable(endpoint);
  return {
    ...connected,
    async stop() {
      connected.client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A new table with the real adapter at any endpoint that speaks DynamoDB. */
export async function connectTable(endpoint: string, name = "viceversa") {
  const plain = new DynamoDBClient({
    endpoint,
    region: "eu-south-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  await createTable(plain, name);
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  return { client, table: new DynamoTable(client, name) };
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
