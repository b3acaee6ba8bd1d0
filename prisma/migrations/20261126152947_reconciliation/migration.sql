-- CreateTable
CREATE TABLE "settlement_day" (
    "business_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "our_count" INTEGER NOT NULL,
    "our_paise" BIGINT NOT NULL,
    "their_count" INTEGER NOT NULL,
    "their_paise" BIGINT NOT NULL,
    "refunded_paise" BIGINT NOT NULL,
    "fee_paise" BIGINT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "settlement_day_pkey" PRIMARY KEY ("business_id","account_id","on_date")
);

-- CreateTable
CREATE TABLE "settlement_difference" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "gateway_payment_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payment_id" UUID,
    "our_paise" INTEGER,
    "their_paise" INTEGER,
    "currency" TEXT NOT NULL DEFAULT 'INR',
    "paid_at" TIMESTAMPTZ(3),
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "mended_at" TIMESTAMPTZ(3),
    "how" TEXT,
    "mended_by" JSONB,

    CONSTRAINT "settlement_difference_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateIndex
CREATE INDEX "settlement_difference_business_id_found_at_idx" ON "settlement_difference"("business_id", "found_at");

-- CreateIndex
CREATE UNIQUE INDEX "settlement_difference_business_id_account_id_gateway_paymen_key" ON "settlement_difference"("business_id", "account_id", "gateway_payment_id", "kind");

-- AddForeignKey
ALTER TABLE "settlement_day" ADD CONSTRAINT "settlement_day_business_id_account_id_fkey" FOREIGN KEY ("business_id", "account_id") REFERENCES "payment_account"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settlement_difference" ADD CONSTRAINT "settlement_difference_business_id_account_id_fkey" FOREIGN KEY ("business_id", "account_id") REFERENCES "payment_account"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Finished by hand from here.
CREATE INDEX "settlement_difference_open" ON "settlement_difference" ("business_id", "found_at") WHERE "mended_at" IS NULL;

ALTER TABLE "settlement_difference"
  ADD CONSTRAINT "settlement_difference_kind_known" CHECK ("kind" IN ('missing-here', 'missing-there', 'amount', 'refund')),
  ADD CONSTRAINT "settlement_difference_mended" CHECK (("mended_at" IS NULL) = ("how" IS NULL));
