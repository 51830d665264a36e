export { changeIndicator, hasRetired } from "./change.ts";
export { createIndicator } from "./create.ts";
export { findIndicators, getIndicator } from "./get.ts";
export { indicatorIdOf, indicatorKey } from "./items.ts";
export { IndicatorsRequest, listIndicators } from "./list.ts";
export {
  changeBetween,
  type DatedValue,
  type DifferenceInDifferences,
  differenceInDifferences,
  improvementOf,
  type MeasuredChange,
  meanIn,
  type Window,
  type WindowMean,
  type Windows,
} from "./measured-change.ts";
export { retireIndicator } from "./retire.ts";
export { Indicator, IndicatorChange, IndicatorInput, Quantity, Unit } from "./schema.ts";
export { shippedIndicators } from "./shipped/index.ts";
