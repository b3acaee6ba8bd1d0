-- AlterTable
ALTER TABLE "channel" ADD COLUMN     "tested_at" TIMESTAMPTZ(3),
ADD COLUMN     "unproved_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "channel_alert" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "params" JSONB NOT NULL,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "channel_alert_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateIndex
CREATE INDEX "channel_alert_business_id_channel_id_at_idx" ON "channel_alert"("business_id", "channel_id", "at");

-- AddForeignKey
ALTER TABLE "channel_alert" ADD CONSTRAINT "channel_alert_business_id_channel_id_fkey" FOREIGN KEY ("business_id", "channel_id") REFERENCES "channel"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
