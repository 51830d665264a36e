import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Reach } from "@viceversa/local/demo/world.ts";

const script = fileURLToPath(new URL("bare-system.ts", import.meta.url));

interface Alive {
  readonly process: ChildProcess;
  readonly url: string;
  readonly token: string;
}

/**
 * A system in a process of its own that can be killed at any moment and is started again on its data. Whoever
 * reaches it waits for that and asks once more, as a client does whose connection broke.
 */
export class MortalSystem {
  #alive: Promise<Alive>;
  #port = 0;
  readonly #path: string;
  /** Requests whose connection broke. */
  broken = 0;

  private constructor(path: string) {
    this.#path = path;
    this.#alive = this.#launch();
  }

  /** Starts it on a folder for its data. */
  static async start(path: string): Promise<{ system: MortalSystem; reach: Reach }> {
    const system = new MortalSystem(path);
    let { url, token } = await system.#alive;
    system.#port = Number(new URL(url).port);
    const send: Reach["send"] = async (address, init) => {
      for (;;) {
        try {
          const response = await fetch(address, { ...init, headers: withToken(init, token) });
          const body = await response.arrayBuffer();
          return new Response(body.byteLength > 0 ? body : null, response);
        } catch (error) {
          if (!(error instanceof TypeError)) throw error;
          system.broken += 1;
          ({ url, token } = await system.#alive);
        }
      }
    };
    return { system, reach: { url, token: () => token, send } };
  }

  /** Kills it without a warning and starts it again. */
  async kill(): Promise<void> {
    const { process: child } = await this.#alive;
    this.#alive = ended(child).then(() => this.#launch());
    child.kill("SIGKILL");
    await this.#alive;
  }

  async stop(): Promise<void> {
    const { process: child } = await this.#alive;
    const end = ended(child);
    child.kill("SIGKILL");
    await end;
  }

  #launch(): Promise<Alive> {
    const env = { ...process.env, DATA: this.#path, PORT: String(this.#port) };
    const child = spawn(process.execPath, [script], { env, stdio: ["ignore", "pipe", "inherit"] });
    return new Promise((resolve, reject) => {
      let said = "";
      child.stdout.on("data", (text) => {
        said += text;
        if (said.includes("\n")) resolve({ process: child, ...JSON.parse(said) });
      });
      child.once("exit", () => reject(new Error(`the system ended and said: ${said}`)));
    });
  }
}

const ended = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve) => child.once("exit", resolve));

/** A request that is sent again carries the token of the system that lives now. */
function withToken(init: RequestInit | undefined, token: string): Headers {
  const headers = new Headers(init?.headers);
  if (headers.has("authorization")) headers.set("authorization", `Bearer ${token}`);
  return headers;
}
