declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

// UUIDv7 strings. Made only by `newId` in lib/db, so that pure code never makes one up.
export type BusinessId = Id<'business'>;
export type ChannelId = Id<'channel'>;
export type ServiceId = Id<'service'>;
export type ResourceId = Id<'resource'>;
export type CustomerId = Id<'customer'>;
export type AttendeeId = Id<'attendee'>;
export type BookingId = Id<'booking'>;
export type SeriesId = Id<'series'>;
export type ThreadId = Id<'thread'>;
export type MessageId = Id<'message'>;
