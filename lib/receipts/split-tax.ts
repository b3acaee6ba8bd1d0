import type { Paise } from '../kernel/money';

/** A price that includes GST, taken apart: `taxablePaise + cgstPaise + sgstPaise` is the price, to the paisa. */
export type TaxSplit = { taxablePaise: Paise; cgstPaise: Paise; sgstPaise: Paise };

/**
 * Takes the GST out of a price that includes it. Centre and state get the same, as the law has it; what rounding leaves
 * stays with the taxable value, which is never more than a paisa off.
 * Court hire and consultations are supplied where the business is, so there is no IGST.
 * Source: CGST Rule 35 (value inclusive of tax); IGST Act section 12(3), services of immovable property.
 */
export function splitTax(totalPaise: Paise, percent: number): TaxSplit {
  const half = Math.round((totalPaise * percent) / (2 * (100 + percent)));
  return { taxablePaise: totalPaise - 2 * half, cgstPaise: half, sgstPaise: half };
}
