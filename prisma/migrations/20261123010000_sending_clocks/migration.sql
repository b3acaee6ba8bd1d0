-- The provider's sending rates are kept as clocks in the rows they belong to, so that they hold across processes.
ALTER TABLE "channel" ADD COLUMN "send_clock" TIMESTAMPTZ(6);
ALTER TABLE "thread" ADD COLUMN "send_clock" TIMESTAMPTZ(6);

-- The next message of one sender, and the next message to one customer: found at once in however long a history.
CREATE INDEX "inbound_event_next" ON "inbound_event" ("business_id", "channel_id", "sender_key", "id")
  WHERE "status" = 'pending' AND "kind" = 'message';
CREATE INDEX "message_head" ON "message" ("business_id", "thread_id", "position") WHERE "status" IN ('queued', 'sending');
