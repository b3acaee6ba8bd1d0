-- Spreads an empty, migrated database over a Citus cluster: run once on the coordinator after `npm run migrate`, before the first business.
-- What spans businesses is small and lies on every machine; all else lies with its business, so that a transaction stays on one.
-- The queue's own schema (graphile_worker) stays on the coordinator.
CREATE EXTENSION IF NOT EXISTS citus;

SELECT create_reference_table('business');
SELECT create_reference_table('staff_user');
SELECT create_reference_table('channel_key');
SELECT create_reference_table('password_reset');
SELECT create_reference_table('rate_limit');
SELECT create_reference_table('worker_process');

SELECT create_distributed_table('audit_entry', 'business_id');
SELECT create_distributed_table('channel', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('customer', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('attendee', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('day_close', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('inbound_event', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('kept_refusal', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('pack_offer', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('pack', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('payment_account', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('gateway_event', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('photo', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('quick_reply', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('receipt_series', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('resource', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('closure', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('invitation', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('membership', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('service', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('offering', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('pack_offer_service', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('price_rule', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('reminder_rule', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('series', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('booking', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('booking_event', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('consent_record', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('ledger_entry', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('occupancy', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('pack_entry', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('payment_attempt', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('payment', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('refund', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('receipt', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('reminder', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('settlement_day', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('settlement_difference', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('template', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('thread', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('message', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('waitlist_entry', 'business_id', colocate_with => 'audit_entry');
SELECT create_distributed_table('weekly_hours', 'business_id', colocate_with => 'audit_entry');
