-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "pack_id" UUID;

-- CreateTable
CREATE TABLE "pack_offer" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "quantity" INTEGER,
    "price_paise" INTEGER NOT NULL,
    "valid_days" INTEGER NOT NULL,
    "member_percent" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "pack_offer_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "pack_offer_service" (
    "business_id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,

    CONSTRAINT "pack_offer_service_pkey" PRIMARY KEY ("business_id","offer_id","service_id")
);

-- CreateTable
CREATE TABLE "pack" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "quantity" INTEGER,
    "service_ids" UUID[],
    "member_percent" INTEGER,
    "price_paise" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "remaining" INTEGER NOT NULL DEFAULT 0,
    "effect_id" TEXT NOT NULL,
    "sold_at" TIMESTAMPTZ(3) NOT NULL,
    "sold_by" UUID,

    CONSTRAINT "pack_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "pack_entry" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pack_id" UUID NOT NULL,
    "booking_id" UUID,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,

    CONSTRAINT "pack_entry_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateIndex
CREATE INDEX "pack_business_id_customer_id_ends_on_idx" ON "pack"("business_id", "customer_id", "ends_on");

-- CreateIndex
CREATE INDEX "pack_business_id_sold_at_id_idx" ON "pack"("business_id", "sold_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "pack_business_id_effect_id_key" ON "pack"("business_id", "effect_id");

-- CreateIndex
CREATE INDEX "pack_entry_business_id_pack_id_at_idx" ON "pack_entry"("business_id", "pack_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "pack_entry_business_id_booking_id_kind_key_key" ON "pack_entry"("business_id", "booking_id", "kind", "key");

-- CreateIndex
CREATE INDEX "payment_business_id_pack_id_idx" ON "payment"("business_id", "pack_id");

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_business_id_pack_id_fkey" FOREIGN KEY ("business_id", "pack_id") REFERENCES "pack"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_offer_service" ADD CONSTRAINT "pack_offer_service_business_id_offer_id_fkey" FOREIGN KEY ("business_id", "offer_id") REFERENCES "pack_offer"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_offer_service" ADD CONSTRAINT "pack_offer_service_business_id_service_id_fkey" FOREIGN KEY ("business_id", "service_id") REFERENCES "service"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack" ADD CONSTRAINT "pack_business_id_offer_id_fkey" FOREIGN KEY ("business_id", "offer_id") REFERENCES "pack_offer"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack" ADD CONSTRAINT "pack_business_id_customer_id_fkey" FOREIGN KEY ("business_id", "customer_id") REFERENCES "customer"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_entry" ADD CONSTRAINT "pack_entry_business_id_pack_id_fkey" FOREIGN KEY ("business_id", "pack_id") REFERENCES "pack"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_entry" ADD CONSTRAINT "pack_entry_business_id_booking_id_fkey" FOREIGN KEY ("business_id", "booking_id") REFERENCES "booking"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Finished by hand from here.
-- A pack cannot be overdrawn, whoever writes what: `remaining` is written with every entry.
ALTER TABLE "pack_offer"
  ADD CONSTRAINT "pack_offer_shape" CHECK (
    "kind" IN ('hours', 'visits', 'membership') AND ("quantity" IS NULL) = ("kind" = 'membership')
    AND ("member_percent" IS NOT NULL) = ("kind" = 'membership')),
  ADD CONSTRAINT "pack_offer_amounts" CHECK (
    "quantity" > 0 AND "price_paise" >= 0 AND "valid_days" > 0 AND "member_percent" BETWEEN 1 AND 100);
ALTER TABLE "pack"
  ADD CONSTRAINT "pack_shape" CHECK (
    "kind" IN ('hours', 'visits', 'membership') AND ("quantity" IS NULL) = ("kind" = 'membership')
    AND ("member_percent" IS NOT NULL) = ("kind" = 'membership')),
  ADD CONSTRAINT "pack_days" CHECK ("starts_on" <= "ends_on"),
  ADD CONSTRAINT "pack_remaining" CHECK ("remaining" >= 0 AND ("kind" <> 'membership' OR "remaining" = 0));
ALTER TABLE "pack_entry"
  ADD CONSTRAINT "pack_entry_shape" CHECK (CASE "kind"
    WHEN 'bought' THEN "amount" > 0 AND "booking_id" IS NULL
    WHEN 'used' THEN "amount" < 0 AND "booking_id" IS NOT NULL
    WHEN 'returned' THEN "amount" > 0 AND "booking_id" IS NOT NULL
    WHEN 'corrected' THEN "amount" <> 0 AND "booking_id" IS NULL AND "reason" IS NOT NULL
    ELSE false END);
ALTER TABLE "payment" ADD CONSTRAINT "payment_for_one" CHECK ("booking_id" IS NULL OR "pack_id" IS NULL);
