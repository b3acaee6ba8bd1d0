-- Two more things that may happen to a booking: another person comes, and a mark at the desk is taken back.
ALTER TABLE "booking_event" DROP CONSTRAINT "booking_event_kind_known";
ALTER TABLE "booking_event" ADD CONSTRAINT "booking_event_kind_known"
  CHECK ("kind" IN ('held', 'confirmed', 'moved', 'cancelled', 'expired', 'checked-in', 'completed', 'no-show',
    'attendee', 'reopened'));

-- Search by the name of who comes, where there is no customer to find it by. Bookings of the chat never enter it.
CREATE INDEX "booking_walk_in_search" ON "booking"
  USING gin ("business_id", (lower("attendee_name")) gin_trgm_ops) WHERE "customer_id" IS NULL;
