-- AlterTable
ALTER TABLE "message" ADD COLUMN     "held_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "reached_customer" (
    "business_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "reached_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reached_customer_pkey" PRIMARY KEY ("business_id","customer_id")
);

-- CreateIndex
CREATE INDEX "reached_customer_business_id_reached_at_idx" ON "reached_customer"("business_id", "reached_at");

-- AddForeignKey
ALTER TABLE "reached_customer" ADD CONSTRAINT "reached_customer_business_id_customer_id_fkey" FOREIGN KEY ("business_id", "customer_id") REFERENCES "customer"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Finished by hand from here.
-- What waits for the limit is few, and asked for by every look at the frame.
CREATE INDEX "message_held" ON "message" ("business_id", "held_at") WHERE "held_at" IS NOT NULL AND "status" = 'queued';
