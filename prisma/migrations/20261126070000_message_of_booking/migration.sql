-- A message that tells of what was done to a booking names it, so that its history need not be found by words.
-- AlterTable
ALTER TABLE "message" ADD COLUMN     "booking_id" UUID;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_business_id_booking_id_fkey" FOREIGN KEY ("business_id", "booking_id") REFERENCES "booking"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Finished by hand from here.
CREATE INDEX "message_of_booking" ON "message" ("business_id", "booking_id", "created_at") WHERE "booking_id" IS NOT NULL;

-- What was said before: its text has the reference in bold.
UPDATE "message" m SET "booking_id" = b."id"
FROM "thread" t, "booking" b
WHERE m."direction" = 'out' AND t."business_id" = m."business_id" AND t."id" = m."thread_id"
  AND b."business_id" = m."business_id" AND b."customer_id" = t."customer_id"
  AND b."reference" = substring(m."content" ->> 'body' FROM '[*]([0-9A-Z]{6})[*]');
