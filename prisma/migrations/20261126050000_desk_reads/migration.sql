-- A customer's chats are asked for oftener than a channel's: the same key serves both ways, in this order.
-- DropIndex
DROP INDEX "thread_business_id_channel_id_customer_id_key";

-- CreateIndex
CREATE UNIQUE INDEX "thread_business_id_customer_id_channel_id_key" ON "thread"("business_id", "customer_id", "channel_id");

-- Finished by hand from here.
-- The few bookings over taken time, which the calendar of a month would otherwise look for in all that ever took time.
CREATE INDEX "occupancy_overrides" ON "occupancy" ("business_id", "booking_id") WHERE "active" AND "kind" = 'override';
