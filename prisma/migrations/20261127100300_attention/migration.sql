-- What waits for a person is counted every few minutes by every open dashboard: each kind has an index of its few rows.
DROP INDEX "refund_failed";
CREATE INDEX "refund_open" ON "refund" ("business_id", "created_at") WHERE "status" IN ('requested', 'failed');
CREATE INDEX "payment_disputed" ON "payment" ("business_id", "received_at") WHERE "dispute" = 'open';
CREATE INDEX "gateway_event_unused" ON "gateway_event" ("business_id", "received_at")
  WHERE "status" IN ('pending', 'failed', 'unmatched');
