-- CreateTable
CREATE TABLE "caller_check" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "call_id" TEXT NOT NULL,
    "identifier_id" TEXT,
    "capacity" TEXT,
    "details" BLOB NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" DATETIME NOT NULL,
    "opens_at" DATETIME NOT NULL,
    "checked_by" TEXT,
    "checked_at" DATETIME,
    "objected_at" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateIndex
CREATE INDEX "caller_check_subject_id_idx" ON "caller_check"("subject_id");

-- CreateIndex
CREATE INDEX "caller_check_state_asked_at_idx" ON "caller_check"("state", "asked_at");
