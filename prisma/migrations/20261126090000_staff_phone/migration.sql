-- The telephone of somebody who signs in, for links to choose a new password over WhatsApp.
ALTER TABLE "staff_user" ADD COLUMN     "phone" TEXT;
