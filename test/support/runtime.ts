/** The suites run on what Lambda runs; another Node would prove something else. */
export default function assertRuntime(): void {
  if (!process.versions.node.startsWith("24.")) {
    throw new Error(
      `The tests need Node 24 and run on ${process.versions.node}. Run them with "npm test" after "npm ci".`,
    );
  }
}
