-- AlterTable
ALTER TABLE "business" ADD COLUMN     "gstin" TEXT,
ADD COLUMN     "legal_name" TEXT,
ADD COLUMN     "receipt_prefix" TEXT NOT NULL DEFAULT 'R';

-- AlterTable
ALTER TABLE "service" ADD COLUMN     "gst_percent" INTEGER,
ADD COLUMN     "sac" TEXT;

-- CreateTable
CREATE TABLE "receipt" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "refund_id" UUID,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "financial_year" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "amount_paise" INTEGER NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "receipt_series" (
    "business_id" UUID NOT NULL,
    "financial_year" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "next" INTEGER NOT NULL,

    CONSTRAINT "receipt_series_pkey" PRIMARY KEY ("business_id","financial_year","prefix")
);

-- CreateIndex
CREATE INDEX "receipt_business_id_booking_id_idx" ON "receipt"("business_id", "booking_id");

-- CreateIndex
CREATE INDEX "receipt_business_id_issued_at_id_idx" ON "receipt"("business_id", "issued_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_business_id_financial_year_number_key" ON "receipt"("business_id", "financial_year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_business_id_financial_year_prefix_sequence_key" ON "receipt"("business_id", "financial_year", "prefix", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_business_id_refund_id_key" ON "receipt"("business_id", "refund_id");

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_business_id_booking_id_fkey" FOREIGN KEY ("business_id", "booking_id") REFERENCES "booking"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_business_id_payment_id_fkey" FOREIGN KEY ("business_id", "payment_id") REFERENCES "payment"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_business_id_refund_id_fkey" FOREIGN KEY ("business_id", "refund_id") REFERENCES "refund"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Finished by hand from here.
-- A payment has one document of its own, its refunds have theirs.
CREATE UNIQUE INDEX "receipt_of_payment" ON "receipt" ("business_id", "payment_id") WHERE "refund_id" IS NULL;

-- Source: CGST Rules 46(b), 49(b), 53(1)(c): at most 16 characters, of letters, digits, hyphens and slashes.
ALTER TABLE "receipt"
  ADD CONSTRAINT "receipt_kind_known" CHECK ("kind" IN ('receipt', 'tax-invoice', 'bill-of-supply', 'credit-note')),
  ADD CONSTRAINT "receipt_of_refund" CHECK (("kind" = 'credit-note') = ("refund_id" IS NOT NULL)),
  ADD CONSTRAINT "receipt_number_shape" CHECK ("number" ~ '^[A-Z0-9/-]{1,16}$'),
  ADD CONSTRAINT "receipt_amount" CHECK ("amount_paise" > 0 AND "sequence" > 0);
ALTER TABLE "receipt_series" ADD CONSTRAINT "receipt_series_next" CHECK ("next" > 0);
ALTER TABLE "business"
  ADD CONSTRAINT "business_gstin_shape" CHECK ("gstin" ~ '^[0-9]{2}[A-Z0-9]{13}$'),
  ADD CONSTRAINT "business_receipt_prefix_shape" CHECK ("receipt_prefix" ~ '^[A-Z0-9]{1,3}$');
ALTER TABLE "service"
  ADD CONSTRAINT "service_gst" CHECK ("gst_percent" BETWEEN 0 AND 100),
  ADD CONSTRAINT "service_sac" CHECK ("sac" ~ '^[0-9]{4,8}$');
