-- How long a business keeps what it does not need for good.
ALTER TABLE "business" ADD COLUMN     "bodies_kept_days" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "data_cleared_at" TIMESTAMPTZ(3),
ADD COLUMN     "messages_kept_months" INTEGER DEFAULT 12;

-- Providers repeat a webhook for seven days: a shorter memory would act on it twice.
ALTER TABLE "business"
  ADD CONSTRAINT "business_keeps_bodies" CHECK ("bodies_kept_days" BETWEEN 8 AND 3650),
  ADD CONSTRAINT "business_keeps_messages" CHECK ("messages_kept_months" BETWEEN 1 AND 120);
