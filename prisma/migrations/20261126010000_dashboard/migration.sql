-- DropIndex
DROP INDEX "booking_business_id_starts_at_idx";

-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "origin" JSONB;

-- AlterTable
ALTER TABLE "booking" ADD COLUMN     "note" TEXT;

-- AlterTable
ALTER TABLE "customer" ADD COLUMN     "blocked_at" TIMESTAMPTZ(3),
ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "note" TEXT;

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "resource_id" UUID;

-- AlterTable
ALTER TABLE "resource" ADD COLUMN     "photo_id" UUID;

-- AlterTable
ALTER TABLE "service" ADD COLUMN     "photo_id" UUID;

-- AlterTable
ALTER TABLE "staff_user" ADD COLUMN     "recovery_hashes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "totp_confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "totp_last_step" INTEGER,
ADD COLUMN     "totp_secret" TEXT;

-- AlterTable
ALTER TABLE "thread" ADD COLUMN     "seen_position" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "password_reset" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "invitation" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "resource_id" UUID,
    "name" TEXT NOT NULL,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "photo" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "photo_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "quick_reply" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "quick_reply_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_business_id_token_hash_key" ON "invitation"("business_id", "token_hash");

-- CreateIndex
CREATE INDEX "booking_business_id_starts_at_id_idx" ON "booking"("business_id", "starts_at", "id");

-- CreateIndex
CREATE INDEX "booking_business_id_created_at_id_idx" ON "booking"("business_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "customer_business_id_created_at_id_idx" ON "customer"("business_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "thread_business_id_updated_at_idx" ON "thread"("business_id", "updated_at");

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "staff_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_business_id_resource_id_fkey" FOREIGN KEY ("business_id", "resource_id") REFERENCES "resource"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_business_id_resource_id_fkey" FOREIGN KEY ("business_id", "resource_id") REFERENCES "resource"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Finished by hand from here.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Search while typing: any part of a name or a number, within one business.
CREATE INDEX "customer_name_search" ON "customer"
  USING gin ("business_id", (coalesce("name", '') || ' ' || coalesce("profile_name", '') || ' ' || coalesce("phone", '')) gin_trgm_ops);
CREATE INDEX "attendee_name_search" ON "attendee" USING gin ("business_id", (lower("name")) gin_trgm_ops);

ALTER TABLE "invitation"
  ADD CONSTRAINT "invitation_role_known" CHECK ("role" IN ('owner', 'manager', 'staff', 'practitioner')),
  ADD CONSTRAINT "invitation_practitioner_has_calendar" CHECK (("role" = 'practitioner') = ("resource_id" IS NOT NULL));

ALTER TABLE "membership"
  ADD CONSTRAINT "membership_practitioner_has_calendar" CHECK (("role" = 'practitioner') = ("resource_id" IS NOT NULL));

-- What staff have to look at first.
CREATE INDEX "thread_flagged" ON "thread" ("business_id", "updated_at") WHERE "staff_reason" IS NOT NULL;
