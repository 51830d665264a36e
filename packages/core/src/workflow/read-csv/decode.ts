import chardet from "chardet";
import iconv from "iconv-lite";
import { Invalid } from "../../errors.ts";

/** What Excel and HR systems write in Europe; a guess outside of these is read as Windows-1252. */
const expected = new Set(["UTF-16LE", "UTF-16BE", "ISO-8859-1", "ISO-8859-15", "windows-1252"]);

/** A file as text, with the encoding that was found out. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Reads a file's bytes as text. A byte order mark decides; then UTF-8 if the bytes are that; then a guess.
 *
 * @throws Invalid  the file is no text
 */
export function decode(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes);
  const encoding = encodingOf(buffer);
  const text = iconv.decode(buffer, encoding, { stripBOM: true });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) {
    throw new Invalid("This file is no text. Export it as CSV.");
  }
  return { text, encoding };
}

function encodingOf(buffer: Buffer): string {
  if (buffer.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return "UTF-16LE";
  if (buffer.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]))) return "UTF-16BE";
  if (isUtf8(buffer)) return "UTF-8";
  const guess = chardet.detect(buffer) ?? "";
  return expected.has(guess) ? guess : "windows-1252";
}

function isUtf8(buffer: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(buffer);
    return true;
  } catch {
    return false;
  }
}
