-- AlterTable
ALTER TABLE "booking" ADD COLUMN     "asked_paise" INTEGER,
ADD COLUMN     "asking" JSONB,
ADD COLUMN     "kept_paise" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "refunding_paise" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "terms" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "channel" ADD COLUMN     "payment_configuration" TEXT;

-- AlterTable
ALTER TABLE "service" ADD COLUMN     "deposit" JSONB,
ADD COLUMN     "pay_hold_minutes" INTEGER NOT NULL DEFAULT 20,
ADD COLUMN     "refund_rule" JSONB NOT NULL DEFAULT '{"steps":[{"hoursBefore":0,"percent":100}]}';

-- CreateTable
CREATE TABLE "payment_account" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "gateway" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "credentials" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "check_problem" TEXT,
    "heard_at" TIMESTAMPTZ(3),
    "bad_signature_at" TIMESTAMPTZ(3),
    "bad_signatures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "payment_account_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "payment_attempt" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "amount_paise" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "link_id" TEXT,
    "url" TEXT,
    "pay_by" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_reference" TEXT,
    "claimed_at" TIMESTAMPTZ(3),
    "next_check_at" TIMESTAMPTZ(3),
    "checks" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_attempt_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "payment" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID,
    "gateway_payment_id" TEXT,
    "attempt_id" UUID,
    "booking_id" UUID,
    "amount_paise" INTEGER NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'INR',
    "method" TEXT NOT NULL,
    "instrument" TEXT,
    "bank_reference" TEXT,
    "fee_paise" INTEGER,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by" UUID,
    "disposition" TEXT NOT NULL,
    "why" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "dispute" TEXT,
    "disputed_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "refund" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "booking_id" UUID,
    "amount_paise" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "gateway_refund_id" TEXT,
    "bank_reference" TEXT,
    "requested_by" JSONB NOT NULL,
    "failure" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "amount_paise" INTEGER NOT NULL,
    "method" TEXT,
    "state" TEXT NOT NULL DEFAULT 'done',
    "payment_key" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateTable
CREATE TABLE "gateway_event" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "event_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "attempt_id" UUID,
    "payment_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "gateway_event_pkey" PRIMARY KEY ("business_id","id")
);

-- CreateIndex
CREATE INDEX "payment_attempt_business_id_booking_id_idx" ON "payment_attempt"("business_id", "booking_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_business_id_account_id_link_id_key" ON "payment_attempt"("business_id", "account_id", "link_id");

-- CreateIndex
CREATE INDEX "payment_business_id_booking_id_idx" ON "payment"("business_id", "booking_id");

-- CreateIndex
CREATE INDEX "payment_business_id_received_at_id_idx" ON "payment"("business_id", "received_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_business_id_account_id_gateway_payment_id_key" ON "payment"("business_id", "account_id", "gateway_payment_id");

-- CreateIndex
CREATE INDEX "refund_business_id_booking_id_idx" ON "refund"("business_id", "booking_id");

-- CreateIndex
CREATE INDEX "refund_business_id_created_at_id_idx" ON "refund"("business_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "refund_business_id_payment_id_gateway_refund_id_key" ON "refund"("business_id", "payment_id", "gateway_refund_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_business_id_booking_id_kind_key_state_key" ON "ledger_entry"("business_id", "booking_id", "kind", "key", "state");

-- CreateIndex
CREATE INDEX "ledger_entry_business_id_booking_id_at_idx" ON "ledger_entry"("business_id", "booking_id", "at");

-- CreateIndex
CREATE INDEX "gateway_event_business_id_received_at_idx" ON "gateway_event"("business_id", "received_at");

-- CreateIndex
CREATE INDEX "gateway_event_business_id_attempt_id_idx" ON "gateway_event"("business_id", "attempt_id");

-- CreateIndex
CREATE INDEX "gateway_event_business_id_payment_id_idx" ON "gateway_event"("business_id", "payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "gateway_event_business_id_account_id_event_key_key" ON "gateway_event"("business_id", "account_id", "event_key");

-- AddForeignKey
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_business_id_booking_id_fkey" FOREIGN KEY ("business_id", "booking_id") REFERENCES "booking"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_business_id_account_id_fkey" FOREIGN KEY ("business_id", "account_id") REFERENCES "payment_account"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_business_id_account_id_fkey" FOREIGN KEY ("business_id", "account_id") REFERENCES "payment_account"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_business_id_attempt_id_fkey" FOREIGN KEY ("business_id", "attempt_id") REFERENCES "payment_attempt"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_business_id_booking_id_fkey" FOREIGN KEY ("business_id", "booking_id") REFERENCES "booking"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_business_id_payment_id_fkey" FOREIGN KEY ("business_id", "payment_id") REFERENCES "payment"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_business_id_booking_id_fkey" FOREIGN KEY ("business_id", "booking_id") REFERENCES "booking"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_business_id_booking_id_fkey" FOREIGN KEY ("business_id", "booking_id") REFERENCES "booking"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gateway_event" ADD CONSTRAINT "gateway_event_business_id_account_id_fkey" FOREIGN KEY ("business_id", "account_id") REFERENCES "payment_account"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Finished by hand from here.
-- One account at a time takes new payments.
CREATE UNIQUE INDEX "payment_account_current" ON "payment_account" ("business_id") WHERE "retired_at" IS NULL;

-- One link at a time asks for a booking's money.
CREATE UNIQUE INDEX "payment_attempt_asking" ON "payment_attempt" ("business_id", "booking_id")
  WHERE "status" IN ('creating', 'open');
CREATE INDEX "payment_attempt_due" ON "payment_attempt" ("next_check_at") WHERE "next_check_at" IS NOT NULL;

CREATE INDEX "refund_due" ON "refund" ("next_try_at") WHERE "next_try_at" IS NOT NULL;
CREATE INDEX "gateway_event_waiting" ON "gateway_event" ("received_at") WHERE "status" = 'pending';
-- What staff have to look at.
CREATE INDEX "payment_open" ON "payment" ("business_id", "received_at")
  WHERE "disposition" IN ('recorded', 'late', 'mismatch', 'unmatched');
CREATE INDEX "refund_failed" ON "refund" ("business_id", "created_at") WHERE "status" = 'failed';

ALTER TABLE "payment_account"
  ADD CONSTRAINT "payment_account_gateway_known" CHECK ("gateway" IN ('razorpay', 'payu', 'upi')),
  ADD CONSTRAINT "payment_account_mode_known" CHECK ("mode" IN ('test', 'live', 'built-in'));
ALTER TABLE "payment_attempt"
  ADD CONSTRAINT "payment_attempt_amount" CHECK ("amount_paise" > 0),
  ADD CONSTRAINT "payment_attempt_status_known"
    CHECK ("status" IN ('creating', 'open', 'paid', 'expired', 'cancelled', 'failed'));
ALTER TABLE "payment"
  ADD CONSTRAINT "payment_amount" CHECK ("amount_paise" > 0),
  ADD CONSTRAINT "payment_method_known" CHECK ("method" IN ('gateway', 'cash', 'upi', 'card')),
  ADD CONSTRAINT "payment_disposition_known" CHECK
    ("disposition" IN ('recorded', 'applied', 'late', 'surplus', 'mismatch', 'unmatched', 'settled')),
  ADD CONSTRAINT "payment_of_gateway" CHECK (("method" = 'gateway') = ("gateway_payment_id" IS NOT NULL));
ALTER TABLE "refund"
  ADD CONSTRAINT "refund_amount" CHECK ("amount_paise" > 0),
  ADD CONSTRAINT "refund_status_known" CHECK ("status" IN ('requested', 'submitted', 'processed', 'failed')),
  ADD CONSTRAINT "refund_method_known" CHECK ("method" IN ('gateway', 'cash', 'upi', 'card'));
ALTER TABLE "ledger_entry"
  ADD CONSTRAINT "ledger_entry_amount" CHECK ("amount_paise" >= 0),
  ADD CONSTRAINT "ledger_entry_kind_known" CHECK ("kind" IN ('charge', 'write-off', 'payment', 'refund')),
  ADD CONSTRAINT "ledger_entry_shape" CHECK (
    ("method" IS NOT NULL) = ("kind" = 'payment') AND ("state" <> 'done') = ("kind" = 'refund')
    AND ("payment_key" IS NOT NULL) = ("kind" = 'refund'));
ALTER TABLE "booking"
  ADD CONSTRAINT "booking_kept" CHECK ("kept_paise" >= 0 AND "refunding_paise" >= 0 AND "asked_paise" >= 0);
