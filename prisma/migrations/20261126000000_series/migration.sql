-- A series is the rule. Its bookings are ordinary ones that point to it.
-- AlterTable
ALTER TABLE "booking" ADD COLUMN "series_id" UUID;

-- CreateTable
CREATE TABLE "series" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "resource_id" UUID,
    "first_on" DATE NOT NULL,
    "last_on" DATE NOT NULL,
    "every_weeks" INTEGER NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "duration_minutes" INTEGER NOT NULL,
    "effect_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "series_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "series_business_id_effect_id_key" ON "series"("business_id", "effect_id");

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_business_id_series_id_fkey" FOREIGN KEY ("business_id", "series_id") REFERENCES "series"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_business_id_service_id_fkey" FOREIGN KEY ("business_id", "service_id") REFERENCES "service"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_business_id_resource_id_fkey" FOREIGN KEY ("business_id", "resource_id") REFERENCES "resource"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Below: what the Prisma schema cannot say.

ALTER TABLE "series"
  ADD CONSTRAINT "series_dates_in_order" CHECK ("first_on" <= "last_on"),
  ADD CONSTRAINT "series_every_positive" CHECK ("every_weeks" > 0),
  ADD CONSTRAINT "series_start_in_day" CHECK ("start_minute" BETWEEN 0 AND 1439),
  ADD CONSTRAINT "series_duration_positive" CHECK ("duration_minutes" > 0);

-- The few bookings that are of a series. The others pay nothing for it.
CREATE INDEX "booking_series" ON "booking" ("business_id", "series_id", "starts_at") WHERE "series_id" IS NOT NULL;
