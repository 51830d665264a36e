import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Where a Chromium is on this machine, if there is one. */
export const chromiumPath = places.find((place) => place !== undefined && existsSync(place));

if (!chromiumPath) {
  process.stdout.write(
    "Skipping the browser tests: there is no Chromium. On Debian: apt-get install chromium\n",
  );
}

/** The sandbox needs rights that root in a container does not have. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath ?? "", args: ["--no-sandbox"] });
