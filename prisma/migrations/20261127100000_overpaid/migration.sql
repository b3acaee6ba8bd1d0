-- Bookings whose customers have paid more than is asked for, for staff to look at.
CREATE INDEX "booking_overpaid" ON "booking" ("business_id", "starts_at") WHERE "kept_paise" > "asked_paise";
