-- AlterTable
ALTER TABLE "channel" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "findings" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "held_at" TIMESTAMPTZ(3),
ADD COLUMN     "messaging_limit_tier" TEXT,
ADD COLUMN     "quality_rating" TEXT,
ADD COLUMN     "token_expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "verified_at" TIMESTAMPTZ(3);
