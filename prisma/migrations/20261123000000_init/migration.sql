-- Equality of plain columns inside a GiST exclusion constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateTable
CREATE TABLE "booking" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "service_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "unit" INTEGER NOT NULL DEFAULT 1,
    "customer_id" UUID,
    "attendee_id" UUID,
    "attendee_name" TEXT,
    "status" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "price_paise" INTEGER NOT NULL,
    "price_lines" JSONB NOT NULL DEFAULT '[]',
    "source" TEXT NOT NULL,
    "hold_until" TIMESTAMPTZ(3),
    "effect_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "occupancy" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "unit" INTEGER NOT NULL DEFAULT 1,
    "kind" TEXT NOT NULL,
    "during" tstzrange NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "booking_id" UUID,
    "hold_until" TIMESTAMPTZ(3),
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "occupancy_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "booking_event" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,
    "from" JSONB,
    "to" JSONB,
    "reason" TEXT,

    CONSTRAINT "booking_event_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "waitlist_entry" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "resource_id" UUID,
    "on_date" DATE NOT NULL,
    "duration_minutes" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "offer_booking_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "waitlist_entry_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "service" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "description" JSONB,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "duration_minutes" INTEGER[],
    "step_minutes" INTEGER NOT NULL,
    "buffer_before_minutes" INTEGER NOT NULL DEFAULT 0,
    "buffer_after_minutes" INTEGER NOT NULL DEFAULT 0,
    "notice_minutes" INTEGER NOT NULL DEFAULT 0,
    "horizon_days" INTEGER NOT NULL DEFAULT 30,
    "price_basis" TEXT NOT NULL,
    "price_paise" INTEGER NOT NULL,
    "change_notice_minutes" INTEGER NOT NULL DEFAULT 0,
    "review_hold_minutes" INTEGER NOT NULL DEFAULT 10,
    "payment_rule" TEXT NOT NULL DEFAULT 'venue',
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "service_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "resource" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "detail" JSONB,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "capacity" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "resource_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "offering" (
    "business_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "duration_minutes" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "step_minutes" INTEGER,
    "price_paise" INTEGER,

    CONSTRAINT "offering_pkey" PRIMARY KEY ("business_id","service_id","resource_id")
);

-- CreateTable
CREATE TABLE "weekly_hours" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "resource_id" UUID,
    "kind" TEXT NOT NULL DEFAULT 'open',
    "weekday" INTEGER NOT NULL,
    "opens_minute" INTEGER NOT NULL,
    "closes_minute" INTEGER NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "weekly_hours_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "closure" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "resource_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "from_minute" INTEGER,
    "to_minute" INTEGER,
    "yearly" BOOLEAN NOT NULL DEFAULT false,
    "reason" JSONB NOT NULL,

    CONSTRAINT "closure_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "price_rule" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "resource_id" UUID,
    "weekdays" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "from_minute" INTEGER,
    "to_minute" INTEGER,
    "valid_from" DATE,
    "valid_to" DATE,
    "label" JSONB NOT NULL,
    "price_paise" INTEGER NOT NULL,

    CONSTRAINT "price_rule_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "customer" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "wa_id" TEXT,
    "bsuid" TEXT,
    "phone" TEXT,
    "username" TEXT,
    "profile_name" TEXT,
    "name" TEXT,
    "language" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "attendee" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "birth_year" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendee_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "consent_record" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "consent_record_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "thread" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "state" JSONB,
    "handled_by" TEXT NOT NULL DEFAULT 'bot',
    "handed_over_at" TIMESTAMPTZ(3),
    "staff_reason" TEXT,
    "last_inbound_at" TIMESTAMPTZ(3),
    "last_staff_at" TIMESTAMPTZ(3),
    "next_position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "message" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "direction" TEXT NOT NULL,
    "effect_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "provider_message_id" TEXT,
    "status" TEXT NOT NULL,
    "failure" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "resends" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "sending_since" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "inbound_event" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "event_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sender_key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbound_event_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "business" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "address" JSONB NOT NULL,
    "wording" JSONB NOT NULL DEFAULT '{}',
    "zone" TEXT NOT NULL,
    "default_language" TEXT NOT NULL DEFAULT 'ta',
    "phone" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "staff_idle_minutes" INTEGER NOT NULL DEFAULT 60,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "business_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel_key" (
    "key" TEXT NOT NULL,
    "business_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,

    CONSTRAINT "channel_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "worker_process" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "channel" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "phone_number_id" TEXT NOT NULL,
    "waba_id" TEXT,
    "display_phone" TEXT,
    "credentials" TEXT NOT NULL,
    "rate_per_second" INTEGER NOT NULL DEFAULT 80,
    "paused_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,
    "action" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateIndex
CREATE INDEX "booking_business_id_customer_id_starts_at_idx" ON "booking"("business_id", "customer_id", "starts_at");

-- CreateIndex
CREATE INDEX "booking_business_id_starts_at_idx" ON "booking"("business_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "booking_business_id_reference_key" ON "booking"("business_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "booking_business_id_effect_id_key" ON "booking"("business_id", "effect_id");

-- CreateIndex
CREATE INDEX "occupancy_business_id_booking_id_idx" ON "occupancy"("business_id", "booking_id");

-- CreateIndex
CREATE INDEX "booking_event_business_id_booking_id_at_idx" ON "booking_event"("business_id", "booking_id", "at");

-- CreateIndex
CREATE INDEX "waitlist_entry_business_id_service_id_on_date_status_idx" ON "waitlist_entry"("business_id", "service_id", "on_date", "status");

-- CreateIndex
CREATE INDEX "weekly_hours_business_id_resource_id_idx" ON "weekly_hours"("business_id", "resource_id");

-- CreateIndex
CREATE INDEX "closure_business_id_starts_on_idx" ON "closure"("business_id", "starts_on");

-- CreateIndex
CREATE INDEX "price_rule_business_id_service_id_idx" ON "price_rule"("business_id", "service_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_business_id_wa_id_key" ON "customer"("business_id", "wa_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_business_id_bsuid_key" ON "customer"("business_id", "bsuid");

-- CreateIndex
CREATE INDEX "attendee_business_id_customer_id_idx" ON "attendee"("business_id", "customer_id");

-- CreateIndex
CREATE INDEX "consent_record_business_id_customer_id_at_idx" ON "consent_record"("business_id", "customer_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "thread_business_id_channel_id_customer_id_key" ON "thread"("business_id", "channel_id", "customer_id");

-- CreateIndex
CREATE INDEX "message_business_id_provider_message_id_idx" ON "message"("business_id", "provider_message_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_business_id_thread_id_position_key" ON "message"("business_id", "thread_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "message_business_id_effect_id_key" ON "message"("business_id", "effect_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_event_business_id_channel_id_event_key_key" ON "inbound_event"("business_id", "channel_id", "event_key");

-- CreateIndex
CREATE UNIQUE INDEX "business_slug_key" ON "business"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "staff_user_email_key" ON "staff_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "membership_business_id_user_id_key" ON "membership"("business_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "channel_business_id_key_key" ON "channel"("business_id", "key");

-- CreateIndex
CREATE INDEX "audit_entry_business_id_at_idx" ON "audit_entry"("business_id", "at");

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_business_id_service_id_fkey" FOREIGN KEY ("business_id", "service_id") REFERENCES "service"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_business_id_resource_id_fkey" FOREIGN KEY ("business_id", "resource_id") REFERENCES "resource"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_business_id_customer_id_fkey" FOREIGN KEY ("business_id", "customer_id") REFERENCES "customer"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_business_id_attendee_id_fkey" FOREIGN KEY ("business_id", "attendee_id") REFERENCES "attendee"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_business_id_resource_id_fkey" FOREIGN KEY ("business_id", "resource_id") REFERENCES "resource"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_business_id_booking_id_fkey" FOREIGN KEY ("business_id", "booking_id") REFERENCES "booking"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_event" ADD CONSTRAINT "booking_event_business_id_booking_id_fkey" FOREIGN KEY ("business_id", "booking_id") REFERENCES "booking"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_business_id_service_id_fkey" FOREIGN KEY ("business_id", "service_id") REFERENCES "service"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_business_id_customer_id_fkey" FOREIGN KEY ("business_id", "customer_id") REFERENCES "customer"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_business_id_thread_id_fkey" FOREIGN KEY ("business_id", "thread_id") REFERENCES "thread"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering" ADD CONSTRAINT "offering_business_id_service_id_fkey" FOREIGN KEY ("business_id", "service_id") REFERENCES "service"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering" ADD CONSTRAINT "offering_business_id_resource_id_fkey" FOREIGN KEY ("business_id", "resource_id") REFERENCES "resource"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "weekly_hours" ADD CONSTRAINT "weekly_hours_business_id_resource_id_fkey" FOREIGN KEY ("business_id", "resource_id") REFERENCES "resource"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closure" ADD CONSTRAINT "closure_business_id_resource_id_fkey" FOREIGN KEY ("business_id", "resource_id") REFERENCES "resource"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_rule" ADD CONSTRAINT "price_rule_business_id_service_id_fkey" FOREIGN KEY ("business_id", "service_id") REFERENCES "service"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendee" ADD CONSTRAINT "attendee_business_id_customer_id_fkey" FOREIGN KEY ("business_id", "customer_id") REFERENCES "customer"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_record" ADD CONSTRAINT "consent_record_business_id_customer_id_fkey" FOREIGN KEY ("business_id", "customer_id") REFERENCES "customer"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_business_id_channel_id_fkey" FOREIGN KEY ("business_id", "channel_id") REFERENCES "channel"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_business_id_customer_id_fkey" FOREIGN KEY ("business_id", "customer_id") REFERENCES "customer"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_business_id_thread_id_fkey" FOREIGN KEY ("business_id", "thread_id") REFERENCES "thread"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Below: what the Prisma schema cannot say.

-- The one occupancy law: no two rows that count may take the same unit of a resource at the same time.
-- An override is a staff member's knowing exception, marked as such, and stands outside.
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_no_overlap"
  EXCLUDE USING gist ("business_id" WITH =, "resource_id" WITH =, "unit" WITH =, "during" WITH &&)
  WHERE ("active" AND "kind" <> 'override');

ALTER TABLE "occupancy"
  ADD CONSTRAINT "occupancy_kind_known" CHECK ("kind" IN ('hold', 'booking', 'block', 'leave', 'busy', 'override')),
  ADD CONSTRAINT "occupancy_unit_positive" CHECK ("unit" >= 1),
  -- Comparing the bounds is null for an empty or unbounded range, and a null check passes: hence the coalesce.
  ADD CONSTRAINT "occupancy_during_bounded" CHECK (coalesce(lower("during") < upper("during"), false)),
  ADD CONSTRAINT "occupancy_during_half_open" CHECK (lower_inc("during") AND NOT upper_inc("during")),
  ADD CONSTRAINT "occupancy_hold_ends" CHECK (NOT "active" OR "kind" <> 'hold' OR "hold_until" IS NOT NULL);

ALTER TABLE "booking"
  ADD CONSTRAINT "booking_status_known"
    CHECK ("status" IN ('held', 'confirmed', 'checked-in', 'completed', 'no-show', 'cancelled', 'expired')),
  ADD CONSTRAINT "booking_ends_after_start" CHECK ("starts_at" < "ends_at"),
  ADD CONSTRAINT "booking_price_not_negative" CHECK ("price_paise" >= 0),
  ADD CONSTRAINT "booking_unit_positive" CHECK ("unit" >= 1),
  ADD CONSTRAINT "booking_hold_ends" CHECK ("status" <> 'held' OR "hold_until" IS NOT NULL);

ALTER TABLE "service"
  ADD CONSTRAINT "service_kind_known" CHECK ("kind" IN ('court', 'consultation')),
  ADD CONSTRAINT "service_price_basis_known" CHECK ("price_basis" IN ('hour', 'visit')),
  ADD CONSTRAINT "service_payment_rule_known" CHECK ("payment_rule" IN ('none', 'venue', 'deposit', 'full')),
  ADD CONSTRAINT "service_price_not_negative" CHECK ("price_paise" >= 0),
  ADD CONSTRAINT "service_durations_positive" CHECK (cardinality("duration_minutes") > 0 AND 0 < ALL ("duration_minutes")),
  ADD CONSTRAINT "service_step_positive" CHECK ("step_minutes" > 0),
  ADD CONSTRAINT "service_buffers_not_negative" CHECK ("buffer_before_minutes" >= 0 AND "buffer_after_minutes" >= 0),
  ADD CONSTRAINT "service_notice_not_negative" CHECK ("notice_minutes" >= 0 AND "change_notice_minutes" >= 0),
  ADD CONSTRAINT "service_horizon_positive" CHECK ("horizon_days" > 0),
  ADD CONSTRAINT "service_review_hold_positive" CHECK ("review_hold_minutes" > 0);

ALTER TABLE "resource"
  ADD CONSTRAINT "resource_kind_known" CHECK ("kind" IN ('court', 'doctor')),
  ADD CONSTRAINT "resource_capacity_positive" CHECK ("capacity" >= 1);

ALTER TABLE "offering"
  ADD CONSTRAINT "offering_durations_positive" CHECK (0 < ALL ("duration_minutes")),
  ADD CONSTRAINT "offering_step_positive" CHECK ("step_minutes" > 0),
  ADD CONSTRAINT "offering_price_not_negative" CHECK ("price_paise" >= 0);

ALTER TABLE "weekly_hours"
  ADD CONSTRAINT "weekly_hours_kind_known" CHECK ("kind" IN ('open', 'break')),
  ADD CONSTRAINT "weekly_hours_weekday_iso" CHECK ("weekday" BETWEEN 1 AND 7),
  -- A range belongs to the day it opens on and may close on the next one.
  ADD CONSTRAINT "weekly_hours_opens_before_close"
    CHECK ("opens_minute" BETWEEN 0 AND 1440 AND "opens_minute" < "closes_minute" AND "closes_minute" <= 2880),
  ADD CONSTRAINT "weekly_hours_validity_in_order" CHECK ("valid_from" <= "valid_to");

ALTER TABLE "closure"
  ADD CONSTRAINT "closure_days_in_order" CHECK ("starts_on" <= "ends_on"),
  ADD CONSTRAINT "closure_minutes_both_or_neither" CHECK (("from_minute" IS NULL) = ("to_minute" IS NULL)),
  ADD CONSTRAINT "closure_minutes_in_order"
    CHECK ("from_minute" >= 0 AND "from_minute" < "to_minute" AND "to_minute" <= 2880);

ALTER TABLE "price_rule"
  ADD CONSTRAINT "price_rule_price_not_negative" CHECK ("price_paise" >= 0),
  ADD CONSTRAINT "price_rule_weekdays_iso" CHECK ("weekdays" <@ ARRAY[1, 2, 3, 4, 5, 6, 7]),
  ADD CONSTRAINT "price_rule_minutes_in_order"
    CHECK ("from_minute" >= 0 AND "from_minute" < "to_minute" AND "to_minute" <= 2880),
  ADD CONSTRAINT "price_rule_validity_in_order" CHECK ("valid_from" <= "valid_to");

ALTER TABLE "booking_event" ADD CONSTRAINT "booking_event_kind_known"
  CHECK ("kind" IN ('held', 'confirmed', 'moved', 'cancelled', 'expired', 'checked-in', 'completed', 'no-show'));

ALTER TABLE "waitlist_entry"
  ADD CONSTRAINT "waitlist_entry_status_known"
    CHECK ("status" IN ('waiting', 'offered', 'taken', 'declined', 'lapsed', 'left')),
  ADD CONSTRAINT "waitlist_entry_duration_positive" CHECK ("duration_minutes" > 0);

ALTER TABLE "membership" ADD CONSTRAINT "membership_role_known"
  CHECK ("role" IN ('owner', 'manager', 'staff', 'practitioner'));

ALTER TABLE "channel" ADD CONSTRAINT "channel_rate_positive" CHECK ("rate_per_second" > 0);

ALTER TABLE "attendee" ADD CONSTRAINT "attendee_relation_known"
  CHECK ("relation" IN ('self', 'mother', 'father', 'son', 'daughter', 'wife', 'husband', 'other'));

ALTER TABLE "thread"
  ADD CONSTRAINT "thread_handler_known" CHECK ("handled_by" IN ('bot', 'staff')),
  ADD CONSTRAINT "thread_position_not_negative" CHECK ("next_position" >= 0);

ALTER TABLE "message"
  ADD CONSTRAINT "message_status_known" CHECK (
    ("direction" = 'in' AND "status" = 'received')
    OR ("direction" = 'out'
      AND "status" IN ('queued', 'sending', 'accepted', 'sent', 'delivered', 'read', 'failed', 'cancelled'))
  ),
  ADD CONSTRAINT "message_counts_not_negative" CHECK ("position" >= 0 AND "attempts" >= 0 AND "resends" >= 0);

ALTER TABLE "inbound_event"
  ADD CONSTRAINT "inbound_event_status_known" CHECK ("status" IN ('pending', 'done', 'ignored', 'failed')),
  ADD CONSTRAINT "inbound_event_attempts_not_negative" CHECK ("attempts" >= 0);

-- Everything that takes time of a business in a span, in one look, whatever its number of resources and however
-- much history lies around it.
CREATE INDEX "occupancy_active_during" ON "occupancy" USING gist ("business_id", "during") WHERE "active";

-- What still waits for a worker: small however long the history grows, and read across businesses.
CREATE INDEX "occupancy_hold_until" ON "occupancy" ("hold_until") WHERE "active" AND "kind" = 'hold';
CREATE INDEX "booking_hold_until" ON "booking" ("hold_until") WHERE "status" = 'held';
CREATE INDEX "message_waiting" ON "message" ("next_attempt_at", "created_at") WHERE "status" IN ('queued', 'sending');
CREATE INDEX "inbound_event_pending" ON "inbound_event" ("received_at") WHERE "status" = 'pending';
