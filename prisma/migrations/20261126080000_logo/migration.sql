-- The logo of a business. A row of "photo" like other pictures, without a foreign key as theirs.
ALTER TABLE "business" ADD COLUMN     "photo_id" UUID;
