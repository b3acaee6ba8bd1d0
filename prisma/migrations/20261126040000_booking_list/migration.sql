-- The list of bookings narrowed to a court, a doctor or a service, in order of time.
-- CreateIndex
CREATE INDEX "booking_business_id_resource_id_starts_at_id_idx" ON "booking"("business_id", "resource_id", "starts_at", "id");

-- CreateIndex
CREATE INDEX "booking_business_id_service_id_starts_at_id_idx" ON "booking"("business_id", "service_id", "starts_at", "id");

-- Finished by hand from here.
-- The few among the many, which the order of time alone would search for long. What is usual is never far in that order.
CREATE INDEX "booking_unusual" ON "booking" ("business_id", "status", "starts_at", "id")
  WHERE "status" IN ('held', 'checked-in', 'no-show', 'cancelled');
CREATE INDEX "booking_not_of_chat" ON "booking" ("business_id", "source", "starts_at", "id") WHERE "source" <> 'chat';
