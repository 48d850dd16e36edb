-- AlterTable
ALTER TABLE "work_item" ADD COLUMN     "resolved_for" TEXT;

-- AlterTable
ALTER TABLE "system" ADD COLUMN     "contact" TEXT;

-- CreateTable
CREATE TABLE "call_review" (
    "call_id" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "reviewed_by" TEXT NOT NULL,
    "reviewed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "call_review_pkey" PRIMARY KEY ("call_id")
);

-- CreateTable
CREATE TABLE "case_presence" (
    "request_id" TEXT NOT NULL,
    "tab" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "human_ref" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "lease_until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "case_presence_pkey" PRIMARY KEY ("request_id","tab")
);

-- CreateTable
CREATE TABLE "system_letter" (
    "id" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "cases" INTEGER NOT NULL,
    "sent_at" TIMESTAMP(3) NOT NULL,
    "sent_by" TEXT NOT NULL,

    CONSTRAINT "system_letter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_presence_lease_until_idx" ON "case_presence"("lease_until");

-- CreateIndex
CREATE INDEX "system_letter_system_sent_at_idx" ON "system_letter"("system", "sent_at");
