-- DropIndex
DROP INDEX "settlement_difference_business_id_account_id_gateway_paymen_key";

-- CreateIndex
CREATE INDEX "settlement_difference_business_id_account_id_gateway_paymen_idx" ON "settlement_difference"("business_id", "account_id", "gateway_payment_id");

-- Finished by hand from here.
-- A payment whose difference was mended may differ again.
CREATE UNIQUE INDEX "settlement_difference_once" ON "settlement_difference" ("business_id", "account_id", "gateway_payment_id", "kind")
  WHERE "mended_at" IS NULL;
