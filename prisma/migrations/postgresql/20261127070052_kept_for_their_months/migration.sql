-- AlterTable
ALTER TABLE "request" ADD COLUMN     "about" TEXT,
ADD COLUMN     "records_ended_at" TIMESTAMP(3),
ADD COLUMN     "settled_at" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "note_call_id_request_id_at_idx" ON "note"("call_id", "request_id", "at") WHERE ("call_id" IS NULL AND "request_id" IS NULL);

-- CreateIndex
CREATE INDEX "request_kind_state_idx" ON "request"("kind", "state");

-- CreateIndex
CREATE INDEX "request_about_kind_idx" ON "request"("about", "kind") WHERE ("about" IS NOT NULL);

-- CreateIndex
CREATE INDEX "request_settled_at_idx" ON "request"("settled_at") WHERE ("settled_at" IS NOT NULL);

-- CreateIndex
CREATE INDEX "request_call_id_idx" ON "request"("call_id") WHERE ("call_id" IS NOT NULL);

-- CreateIndex
CREATE INDEX "legal_hold_review_on_id_idx" ON "legal_hold"("review_on", "id") WHERE ("lifted_at" IS NULL);

-- CreateIndex
CREATE INDEX "legal_hold_lifted_at_idx" ON "legal_hold"("lifted_at") WHERE ("lifted_at" IS NOT NULL);

-- CreateIndex
CREATE INDEX "registry_entry_review_on_id_idx" ON "registry_entry"("review_on", "id") WHERE ("superseded_at" IS NULL);

-- CreateIndex
CREATE INDEX "registry_entry_superseded_at_idx" ON "registry_entry"("superseded_at") WHERE ("superseded_at" IS NOT NULL);

-- CreateIndex
CREATE INDEX "notification_of_no_case_idx" ON "notification"("request_id", "created_at") WHERE ("request_id" IS NULL);

-- What the aggregates say already: nothing is to come of what has ended, but for a rest with a date or a hold, and for
-- an error that a second person has still to find.
UPDATE "request" SET "about" = "body"::json #>> '{request,about}';

UPDATE "request" SET "settled_at" = "ended_at"
WHERE "state" IN ('completed', 'rejected', 'cancelled') AND (
  "body"::json #>> '{request,erasedInError,at}' IS NOT NULL
  OR (COALESCE(json_array_length("body"::json #> '{request,outcome,rest}'), 0) = 0
    AND "body"::json #>> '{request,errorFinding,at}' IS NULL)
);

-- Of a hold that was lifted nothing is left of who was erased since.
DELETE FROM "legal_hold" WHERE "lifted_at" IS NOT NULL
  AND "subject_id" IN (SELECT "id" FROM "subject" WHERE "status" = 'erased');
