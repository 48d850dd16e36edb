-- AlterTable
ALTER TABLE "task" ADD COLUMN "confirmed_by" TEXT;
ALTER TABLE "task" ADD COLUMN "evidence" TEXT;
ALTER TABLE "task" ADD COLUMN "proposed_by" TEXT;
