-- CreateTable
CREATE TABLE "calendar_account" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "credentials" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_account_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "calendar_link" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "resource_id" UUID,
    "calendar_id" TEXT NOT NULL,
    "calendar_name" TEXT NOT NULL,
    "reads" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "look_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),
    "written_at" TIMESTAMPTZ(3),
    "sync_token" TEXT,
    "read_at" TIMESTAMPTZ(3),
    "read_due_at" TIMESTAMPTZ(3) NOT NULL,
    "compare_due_at" TIMESTAMPTZ(3) NOT NULL,
    "watch_id" UUID,
    "watch_resource" TEXT,
    "watch_until" TIMESTAMPTZ(3),
    "watch_heard" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_link_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "calendar_copy" (
    "business_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "shown" BOOLEAN NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_copy_pkey" PRIMARY KEY ("business_id","link_id","booking_id")
);

-- CreateTable
CREATE TABLE "calendar_busy" (
    "business_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_busy_pkey" PRIMARY KEY ("business_id","link_id","event_id")
);

-- CreateTable
CREATE TABLE "calendar_conflict" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "booking_id" UUID NOT NULL,
    "booking_version" INTEGER NOT NULL,
    "event_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_as" TEXT,
    "settled_by" UUID,

    CONSTRAINT "calendar_conflict_pkey" PRIMARY KEY ("business_id","id")
);

-- AddForeignKey
ALTER TABLE "calendar_link" ADD CONSTRAINT "calendar_link_business_id_account_id_fkey" FOREIGN KEY ("business_id", "account_id") REFERENCES "calendar_account"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_link" ADD CONSTRAINT "calendar_link_business_id_resource_id_fkey" FOREIGN KEY ("business_id", "resource_id") REFERENCES "resource"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_copy" ADD CONSTRAINT "calendar_copy_business_id_link_id_fkey" FOREIGN KEY ("business_id", "link_id") REFERENCES "calendar_link"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_copy" ADD CONSTRAINT "calendar_copy_business_id_booking_id_fkey" FOREIGN KEY ("business_id", "booking_id") REFERENCES "booking"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_busy" ADD CONSTRAINT "calendar_busy_business_id_link_id_fkey" FOREIGN KEY ("business_id", "link_id") REFERENCES "calendar_link"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_conflict" ADD CONSTRAINT "calendar_conflict_business_id_link_id_fkey" FOREIGN KEY ("business_id", "link_id") REFERENCES "calendar_link"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_conflict" ADD CONSTRAINT "calendar_conflict_business_id_booking_id_fkey" FOREIGN KEY ("business_id", "booking_id") REFERENCES "booking"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "calendar_account" ADD CONSTRAINT "calendar_account_kind_known" CHECK ("kind" IN ('service-account', 'oauth'));
ALTER TABLE "calendar_link"
  ADD CONSTRAINT "calendar_link_state_known" CHECK ("state" IN ('active', 'quota', 'unreachable', 'no-access', 'not-found', 'revoked', 'clock')),
  ADD CONSTRAINT "calendar_link_reads_one" CHECK ("resource_id" IS NOT NULL OR NOT "reads"),
  ADD CONSTRAINT "calendar_link_failures_not_negative" CHECK ("failures" >= 0);
ALTER TABLE "calendar_copy" ADD CONSTRAINT "calendar_copy_version_not_negative" CHECK ("version" >= 0);
ALTER TABLE "calendar_busy" ADD CONSTRAINT "calendar_busy_in_order" CHECK ("starts_at" < "ends_at");
ALTER TABLE "calendar_conflict"
  ADD CONSTRAINT "calendar_conflict_kind_known" CHECK ("kind" IN ('overlap', 'moved', 'deleted')),
  ADD CONSTRAINT "calendar_conflict_settled" CHECK (("settled_at" IS NULL) = ("settled_as" IS NULL)),
  ADD CONSTRAINT "calendar_conflict_settled_known" CHECK ("settled_as" IN ('accepted', 'rejected', 'kept', 'over'));

-- One live link for each court and doctor, and one for the business at large.
CREATE UNIQUE INDEX "calendar_link_of_resource" ON "calendar_link" ("business_id", coalesce("resource_id", "business_id")) WHERE "ended_at" IS NULL;
-- The same disagreement stands once, however often it is found.
CREATE UNIQUE INDEX "calendar_conflict_open" ON "calendar_conflict" ("business_id", "link_id", "kind", "booking_id", "event_id") WHERE "settled_at" IS NULL;
-- What a worker looks at next, across businesses.
CREATE INDEX "calendar_link_to_look_at" ON "calendar_link" ("look_at") WHERE "ended_at" IS NULL AND "look_at" IS NOT NULL;
