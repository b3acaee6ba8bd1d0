-- AlterTable
ALTER TABLE "business" ADD COLUMN     "calendar_titles" TEXT NOT NULL DEFAULT 'initials';

-- CreateTable
CREATE TABLE "calendar_feed" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "resource_id" UUID,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("business_id","id")
);

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_business_id_resource_id_fkey" FOREIGN KEY ("business_id", "resource_id") REFERENCES "resource"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "business" ADD CONSTRAINT "business_calendar_titles_known" CHECK ("calendar_titles" IN ('full', 'initials', 'booked'));
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_of_one" CHECK (("resource_id" IS NULL) <> ("user_id" IS NULL));

-- One address that works for each court, doctor and member.
CREATE UNIQUE INDEX "calendar_feed_of_resource" ON "calendar_feed" ("business_id", "resource_id") WHERE "revoked_at" IS NULL;
CREATE UNIQUE INDEX "calendar_feed_of_user" ON "calendar_feed" ("business_id", "user_id") WHERE "revoked_at" IS NULL;
