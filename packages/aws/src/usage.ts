/** Counts what the table costs: round trips and consumed capacity units. Tests and the bench read it. */
export class TableUsage {
  roundTrips = 0;
  capacityUnits = 0;

  count(consumed: readonly ({ CapacityUnits?: number | undefined } | undefined)[]): void {
    this.roundTrips += 1;
    for (const part of consumed) this.capacityUnits += part?.CapacityUnits ?? 0;
  }

  reset(): void {
    this.roundTrips = 0;
    this.capacityUnits = 0;
  }
}
