-- Who has come waits until they are called in: the queue of a doctor tells the two apart.
ALTER TABLE "booking_event" DROP CONSTRAINT "booking_event_kind_known";
ALTER TABLE "booking_event" ADD CONSTRAINT "booking_event_kind_known"
  CHECK ("kind" IN ('held', 'confirmed', 'moved', 'cancelled', 'expired', 'checked-in', 'called', 'completed', 'no-show',
    'attendee', 'reopened'));
