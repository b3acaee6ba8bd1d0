-- AlterTable
ALTER TABLE "booking" ADD COLUMN     "customer_confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "feedback" TEXT;

-- AlterTable
ALTER TABLE "business" ADD COLUMN     "quiet_from_minute" INTEGER DEFAULT 1290,
ADD COLUMN     "quiet_to_minute" INTEGER DEFAULT 420;

-- CreateTable
CREATE TABLE "reminder_rule" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_rule_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "reason" TEXT,
    "claimed_until" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reminder_rule_business_id_service_id_kind_minutes_key" ON "reminder_rule"("business_id", "service_id", "kind", "minutes");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_business_id_booking_id_rule_id_starts_at_key" ON "reminder"("business_id", "booking_id", "rule_id", "starts_at");

-- AddForeignKey
ALTER TABLE "reminder_rule" ADD CONSTRAINT "reminder_rule_business_id_service_id_fkey" FOREIGN KEY ("business_id", "service_id") REFERENCES "service"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_business_id_booking_id_fkey" FOREIGN KEY ("business_id", "booking_id") REFERENCES "booking"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_business_id_rule_id_fkey" FOREIGN KEY ("business_id", "rule_id") REFERENCES "reminder_rule"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Finished by hand from here.
ALTER TABLE "business" ADD CONSTRAINT "business_quiet_hours" CHECK (
  ("quiet_from_minute" IS NULL) = ("quiet_to_minute" IS NULL)
  AND "quiet_from_minute" BETWEEN 0 AND 1439 AND "quiet_to_minute" BETWEEN 0 AND 1439
  AND "quiet_from_minute" <> "quiet_to_minute");
ALTER TABLE "booking" ADD CONSTRAINT "booking_feedback_known" CHECK ("feedback" IN ('good', 'ok', 'bad'));
ALTER TABLE "booking_event" DROP CONSTRAINT "booking_event_kind_known";
ALTER TABLE "booking_event" ADD CONSTRAINT "booking_event_kind_known" CHECK ("kind" IN ('held', 'confirmed', 'moved',
  'cancelled', 'expired', 'checked-in', 'called', 'completed', 'no-show', 'attendee', 'reopened', 'coming', 'feedback'));
ALTER TABLE "reminder_rule"
  ADD CONSTRAINT "reminder_rule_kind_known" CHECK ("kind" IN ('before', 'thanks', 'follow-up', 'no-show')),
  ADD CONSTRAINT "reminder_rule_minutes" CHECK ("minutes" BETWEEN 5 AND 525600);
ALTER TABLE "reminder"
  ADD CONSTRAINT "reminder_kind_known" CHECK ("kind" IN ('before', 'thanks', 'follow-up', 'no-show')),
  ADD CONSTRAINT "reminder_status_known" CHECK ("status" IN ('planned', 'sent', 'not-sent')),
  ADD CONSTRAINT "reminder_settled" CHECK (("status" = 'planned') = ("settled_at" IS NULL)),
  ADD CONSTRAINT "reminder_reason" CHECK (("status" = 'not-sent') = ("reason" IS NOT NULL)),
  ADD CONSTRAINT "reminder_in_time" CHECK ("due_at" < "expires_at" AND ("kind" <> 'before' OR "expires_at" <= "starts_at"));
-- The sweep reads what is due and no more, however many have been sent.
CREATE INDEX "reminder_due" ON "reminder" ("due_at") WHERE "status" = 'planned';

-- What new services begin with, for those that are there.
INSERT INTO "reminder_rule" ("business_id", "id", "service_id", "kind", "minutes")
SELECT s."business_id", gen_random_uuid(), s."id", d."kind", d."minutes"
FROM "service" s JOIN (VALUES ('court', 'before', 1440), ('court', 'before', 120),
  ('consultation', 'before', 1440), ('consultation', 'before', 180), ('consultation', 'thanks', 120),
  ('consultation', 'no-show', 60)) AS d("service", "kind", "minutes") ON d."service" = s."kind";
