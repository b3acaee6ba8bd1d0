-- The logo of a business, shown in its dashboard; a row of "photo" like other pictures.
ALTER TABLE "business" ADD COLUMN     "photo_id" UUID;
