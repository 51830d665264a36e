export { changeIndicator, hasRetired } from "./change.ts";
export { createIndicator } from "./create.ts";
export { findIndicators, getIndicator } from "./get.ts";
export { indicatorIdOf, indicatorKey } from "./items.ts";
export { IndicatorsRequest, listIndicators } from "./list.ts";
export { retireIndicator } from "./retire.ts";
export { Indicator, IndicatorChange, IndicatorInput, Quantity, Unit } from "./schema.ts";
export { shippedIndicators } from "./shipped/index.ts";
