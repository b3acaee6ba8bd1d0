-- AlterTable
ALTER TABLE "consent_record" ADD COLUMN     "booking_id" UUID,
ADD COLUMN     "staff_id" UUID,
ADD COLUMN     "via" TEXT;

-- AlterTable
ALTER TABLE "customer" ADD COLUMN     "allows" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "block_reason" TEXT,
ADD COLUMN     "refuses" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'asked-for';

-- AlterTable
ALTER TABLE "thread" ADD COLUMN     "flood_told_at" TIMESTAMPTZ(3),
ADD COLUMN     "flood_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "kept_refusal" (
    "business_id" UUID NOT NULL,
    "mark" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_refusal_pkey" PRIMARY KEY ("business_id","mark","purpose")
);

-- AddForeignKey
ALTER TABLE "consent_record" ADD CONSTRAINT "consent_record_business_id_booking_id_fkey" FOREIGN KEY ("business_id", "booking_id") REFERENCES "booking"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is asked of a message and who may say yes or no to it.
ALTER TABLE "message" ADD CONSTRAINT "message_purpose" CHECK ("purpose" IN ('asked-for', 'own-bookings', 'reminders', 'offers'));
ALTER TABLE "consent_record"
  ADD CONSTRAINT "consent_record_purpose" CHECK ("purpose" IN ('own-bookings', 'reminders', 'offers')),
  ADD CONSTRAINT "consent_record_source" CHECK ("source" IN ('chat', 'staff', 'whatsapp', 'send-error', 'earlier-record')),
  ADD CONSTRAINT "consent_record_booking" CHECK ("booking_id" IS NULL OR ("purpose" = 'own-bookings' AND "granted"));

-- What was refused before the customer's row knew of it.
UPDATE "customer" c SET "refuses" = coalesce((
  SELECT array_agg(l.purpose ORDER BY l.purpose) FROM (
    SELECT DISTINCT ON (r.purpose) r.purpose, r.granted FROM "consent_record" r
    WHERE r.business_id = c.business_id AND r.customer_id = c.id
    ORDER BY r.purpose, r.at DESC, r.id DESC) l
  WHERE NOT l.granted), '{}')
WHERE EXISTS (SELECT FROM "consent_record" r WHERE r.business_id = c.business_id AND r.customer_id = c.id AND NOT r.granted);
