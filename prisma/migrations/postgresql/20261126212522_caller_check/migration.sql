-- CreateTable
CREATE TABLE "caller_check" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "call_id" TEXT NOT NULL,
    "identifier_id" TEXT,
    "capacity" TEXT,
    "details" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMP(3) NOT NULL,
    "opens_at" TIMESTAMP(3) NOT NULL,
    "checked_by" TEXT,
    "checked_at" TIMESTAMP(3),
    "objected_at" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "caller_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "caller_check_subject_id_idx" ON "caller_check"("subject_id");

-- CreateIndex
CREATE INDEX "caller_check_state_asked_at_idx" ON "caller_check"("state", "asked_at");
