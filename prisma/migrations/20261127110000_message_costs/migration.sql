-- AlterTable
ALTER TABLE "business" ADD COLUMN     "message_budget_paise" INTEGER;

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "billable" BOOLEAN,
ADD COLUMN     "charged_at" TIMESTAMPTZ(3),
ADD COLUMN     "cost_milli_paise" INTEGER,
ADD COLUMN     "price_category" TEXT;

-- AlterTable
ALTER TABLE "reminder_rule" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "message_price" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "milli_paise" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_price_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "message_price_business_id_country_category_from_on_key" ON "message_price"("business_id", "country", "category", "from_on");

-- Finished by hand from here.
ALTER TABLE "message_price"
  ADD CONSTRAINT "message_price_country" CHECK ("country" ~ '^([A-Z]{2}|[*])$'),
  ADD CONSTRAINT "message_price_category" CHECK ("category" IN ('marketing', 'utility', 'authentication', 'service')),
  ADD CONSTRAINT "message_price_amount" CHECK ("milli_paise" >= 0);
ALTER TABLE "business" ADD CONSTRAINT "business_message_budget" CHECK ("message_budget_paise" > 0);
ALTER TABLE "message"
  ADD CONSTRAINT "message_cost_charged" CHECK ("cost_milli_paise" IS NULL OR ("charged_at" IS NOT NULL AND "cost_milli_paise" >= 0));
-- A month's costs are read without looking at what cost nothing yet.
CREATE INDEX "message_charged" ON "message" ("business_id", "charged_at") WHERE "charged_at" IS NOT NULL;
-- A rule that was there before is as old as the first reminder it planned.
UPDATE "reminder_rule" r SET "created_at" = f.first
FROM (SELECT business_id, rule_id, min(created_at) AS first FROM "reminder" GROUP BY 1, 2) f
WHERE f.business_id = r.business_id AND f.rule_id = r.id;
