/** Black or white, whichever reads better on a colour like `#0b5cad` (WCAG 2.2, relative luminance). */
export function textOn(colour: string): "#000000" | "#ffffff" {
  return contrast(colour, "#ffffff") >= contrast(colour, "#000000") ? "#ffffff" : "#000000";
}

/** What a line or a control needs to stand out from what is around it (WCAG 2.2, 1.4.11). */
const MINIMUM_CONTRAST = 3;
const STEPS = 20;

/** The colour where it stands out from a background, or else the nearest shade of it that does. */
export function visibleOn(colour: string, background: string): string {
  const towards = channelsOf(textOn(background));
  const from = channelsOf(colour);
  for (let step = 0; step < STEPS; step += 1) {
    const shade = hexOf(from.map((channel, at) => channel + ((towards[at] ?? 0) - channel) * (step / STEPS)));
    if (contrast(shade, background) >= MINIMUM_CONTRAST) return shade;
  }
  return textOn(background);
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const channelsOf = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const hexOf = (channels: readonly number[]): string =>
  `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour)
    .map((channel) => channel / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
