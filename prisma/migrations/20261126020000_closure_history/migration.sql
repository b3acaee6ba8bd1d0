-- A closure that is lifted stays as history: whoever waits for a day is told of what was closed when they joined.
ALTER TABLE "closure" ADD COLUMN "created_at" TIMESTAMPTZ(3), ADD COLUMN "removed_at" TIMESTAMPTZ(3);

-- Those there are have been there all along.
UPDATE "closure" SET "created_at" = to_timestamp(0);
ALTER TABLE "closure" ALTER COLUMN "created_at" SET NOT NULL;
