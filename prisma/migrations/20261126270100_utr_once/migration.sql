-- One transfer pays once. What was written down twice before keeps its number as a note and is for people to look at.
UPDATE "payment" p SET "note" = concat_ws(' ', p."note", 'UTR ' || p."bank_reference"), "bank_reference" = NULL
WHERE p."method" = 'upi' AND p."bank_reference" IS NOT NULL AND EXISTS (
  SELECT FROM "payment" o WHERE o."business_id" = p."business_id" AND o."method" = 'upi'
    AND o."bank_reference" = p."bank_reference" AND o."id" < p."id"
);

CREATE UNIQUE INDEX "payment_utr_once" ON "payment" ("business_id", "bank_reference")
  WHERE "method" = 'upi' AND "bank_reference" IS NOT NULL;
