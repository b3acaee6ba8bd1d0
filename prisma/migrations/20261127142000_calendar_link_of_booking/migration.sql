-- AlterTable
ALTER TABLE "booking" ADD COLUMN     "calendar_link" INTEGER NOT NULL DEFAULT 0;
