-- A document may also be about what was sold ahead.
ALTER TABLE "receipt" ALTER COLUMN "booking_id" DROP NOT NULL;
ALTER TABLE "receipt" ADD COLUMN "pack_id" UUID;

CREATE INDEX "receipt_business_id_pack_id_idx" ON "receipt"("business_id", "pack_id");

ALTER TABLE "receipt" ADD CONSTRAINT "receipt_business_id_pack_id_fkey" FOREIGN KEY ("business_id", "pack_id") REFERENCES "pack"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Finished by hand from here.
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_of_one" CHECK (("booking_id" IS NULL) <> ("pack_id" IS NULL));
