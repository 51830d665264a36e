import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** One resource as it would be asked for; secrets among its inputs are opened and named. */
export interface Resource<Inputs = Readonly<Record<string, unknown>>> {
  readonly type: string;
  readonly name: string;
  readonly arn: string;
  readonly inputs: Inputs;
  /** Which inputs lie encrypted in the stack's state. */
  readonly secrets: readonly string[];
}

interface Written {
  readonly app: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly resources: readonly Omit<Resource, "secrets">[];
  /** Names of what stays when the stack is removed. */
  readonly retained: readonly string[];
}

/** How Pulumi marks a secret on its way. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

const isSecret = (input: unknown): input is { value: unknown } =>
  typeof input === "object" && input !== null && Reflect.get(input, SIGNATURE) === SECRET;

declare module "vitest" {
  interface ProvidedContext {
    /** Stage → the file of its plan, which `install.ts` has written once for all tests. */
    readonly plans: Readonly<Record<string, string>>;
  }
}

/**
 * Plans a stage's deployment and answers with the file of the plan.
 *
 * @throws Error  the configuration refuses the stage; says why
 */
export function writePlan(stage: string): string {
  const target = join(mkdtempSync(join(tmpdir(), "plan-")), "plan.json");
  execFileSync(process.execPath, [join(root, "test/stacks/plan.mjs"), root, stage, target], {
    cwd: root,
    stdio: "pipe",
  });
  return target;
}

/** What a stage's deployment would make, by SST's real components under Pulumi's mocks. */
export class Plan {
  readonly app: Written["app"];
  readonly outputs: Written["outputs"];
  readonly retained: Written["retained"];
  readonly #resources: readonly Resource[];

  constructor(stage: "example" | "trial") {
    const target = inject("plans")[stage] ?? "";
    const written: Written = JSON.parse(readFileSync(target, "utf8"));
    this.app = written.app;
    this.outputs = written.outputs;
    this.retained = written.retained;
    this.#resources = written.resources.map((resource) => {
      const inputs = Object.entries(resource.inputs);
      return {
        ...resource,
        inputs: Object.fromEntries(
          inputs.map(([name, input]) => [name, isSecret(input) ? input.value : input]),
        ),
        secrets: inputs.filter(([, input]) => isSecret(input)).map(([name]) => name),
      };
    });
  }

  /** All resources of a type, like `sqs/queue`. The caller says which inputs it reads; Pulumi's types are not here. */
  all<Inputs = Resource["inputs"]>(type: string): Resource<Inputs>[] {
    const ofType = this.#resources.filter((resource) => resource.type.startsWith(`aws:${type}:`));
    return ofType as unknown as Resource<Inputs>[];
  }

  /** The one resource of this type and name. */
  one<Inputs = Resource["inputs"]>(type: string, name: string): Resource<Inputs> {
    const [found] = this.all<Inputs>(type).filter((resource) => resource.name === name);
    if (found) return found;
    throw new Error(`No ${type} is called ${name}, but: ${this.all(type).map((resource) => resource.name)}.`);
  }
}
