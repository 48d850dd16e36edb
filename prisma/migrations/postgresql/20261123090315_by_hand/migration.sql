-- AlterTable
ALTER TABLE "task" ADD COLUMN     "confirmed_by" TEXT,
ADD COLUMN     "evidence" TEXT,
ADD COLUMN     "proposed_by" TEXT;
