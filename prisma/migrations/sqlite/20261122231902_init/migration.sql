-- CreateTable
CREATE TABLE "meta" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "changed_at" DATETIME NOT NULL,
    "changed_by" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "law_row" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "jurisdiction" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "valid_from" DATETIME NOT NULL,
    "valid_to" DATETIME,
    "recorded_at" DATETIME NOT NULL,
    "recorded_by" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "working_day_override" (
    "jurisdiction" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "working" BOOLEAN NOT NULL,

    PRIMARY KEY ("jurisdiction", "day")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "human_ref" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "may_decide_from" DATETIME,
    "created_at" DATETIME NOT NULL,
    "created_by" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staff_id" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "last_seen_at" DATETIME NOT NULL,
    "ends_at" DATETIME NOT NULL,
    "revoked_at" DATETIME,
    "revoked_for" TEXT,
    CONSTRAINT "staff_session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "sign_in_delay" (
    "bucket" TEXT NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "last_at" DATETIME NOT NULL,
    "not_before" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "deputy" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "human_ref" TEXT NOT NULL,
    "named_by" TEXT NOT NULL,
    "named_at" DATETIME NOT NULL,
    "ends_at" DATETIME
);

-- CreateTable
CREATE TABLE "api_client" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "secret_sha256" BLOB NOT NULL,
    "scopes" TEXT NOT NULL,
    "rate_per_minute" INTEGER NOT NULL,
    "max_assurance" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL,
    "created_by" TEXT NOT NULL,
    "revoked_at" DATETIME,
    "last_used_at" DATETIME
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "client_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_sha256" TEXT NOT NULL,
    "response_status" INTEGER,
    "response_body" TEXT,
    "created_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,

    PRIMARY KEY ("client_id", "key")
);

-- CreateTable
CREATE TABLE "service" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "rests_on" TEXT NOT NULL,
    "sensitive" BOOLEAN NOT NULL DEFAULT false,
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "service_purpose" (
    "service_key" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,

    PRIMARY KEY ("service_key", "purpose"),
    CONSTRAINT "service_purpose_service_key_fkey" FOREIGN KEY ("service_key") REFERENCES "service" ("key") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "control" TEXT NOT NULL,
    "prominence" TEXT NOT NULL,
    "bundled_with" TEXT,
    "screenshot_hash" TEXT,
    "valid_from" DATETIME NOT NULL,
    "valid_to" DATETIME,
    "recorded_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "subject" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "status" TEXT NOT NULL,
    "locale" TEXT,
    "jurisdiction" TEXT,
    "registered_at" DATETIME,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "erased_at" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "subject_key" (
    "subject_id" TEXT NOT NULL PRIMARY KEY,
    "wrapped" BLOB NOT NULL,
    "key_version" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "subject_field" (
    "subject_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "ciphertext" BLOB NOT NULL,
    "updated_at" DATETIME NOT NULL,

    PRIMARY KEY ("subject_id", "field")
);

-- CreateTable
CREATE TABLE "identifier" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subject_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "ciphertext" BLOB NOT NULL,
    "blind_index" BLOB NOT NULL,
    "held_from" DATETIME NOT NULL,
    "held_to" DATETIME,
    "source" TEXT NOT NULL,
    "first_load" BOOLEAN NOT NULL,
    "reported_lost_at" DATETIME
);

-- CreateTable
CREATE TABLE "consent_event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subject_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "notice_version" TEXT,
    "state" TEXT NOT NULL,
    "indication" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "occurred_at" DATETIME NOT NULL,
    "recorded_at" DATETIME NOT NULL,
    "source" TEXT NOT NULL,
    "event_key" BLOB,
    "evidence" BLOB,
    "concerns" TEXT
);

-- CreateTable
CREATE TABLE "call" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staff_id" TEXT NOT NULL,
    "human_ref" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "telephony_id" TEXT,
    "locale" TEXT NOT NULL,
    "started_at" DATETIME NOT NULL,
    "ended_at" DATETIME,
    "outcome" TEXT,
    "wrapped_up_at" DATETIME,
    "subject_id" TEXT,
    "session_id" TEXT,
    "found" TEXT,
    "found_by" TEXT,
    "looked_up_at" DATETIME,
    "promised_at" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "call_subject" (
    "call_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "looked_up_at" DATETIME NOT NULL,
    "found_by" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "level_at" DATETIME,
    "level_ends_at" DATETIME,

    PRIMARY KEY ("call_id", "subject_id")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "call_party" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "call_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "subject_id" TEXT,
    "details" BLOB,
    "added_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "intake" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "received_at" DATETIME NOT NULL,
    "recorded_at" DATETIME NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "subject_id" TEXT,
    "contact" BLOB
);

-- CreateTable
CREATE TABLE "note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subject_id" TEXT NOT NULL,
    "call_id" TEXT,
    "request_id" TEXT,
    "kind" TEXT NOT NULL,
    "ciphertext" BLOB NOT NULL,
    "at" DATETIME NOT NULL,
    "human_ref" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "call_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "identifier_id" TEXT NOT NULL,
    "sent_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT NOT NULL,
    "ended_at" DATETIME
);

-- CreateTable
CREATE TABLE "request" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "case_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "service_key" TEXT,
    "state" TEXT NOT NULL,
    "pause" TEXT,
    "turn_role" TEXT NOT NULL,
    "turn_human" TEXT,
    "turn_at" DATETIME,
    "opened_at" DATETIME NOT NULL,
    "received_at" DATETIME NOT NULL,
    "due_at" DATETIME,
    "decide_by" DATETIME,
    "ended_at" DATETIME,
    "wake_at" DATETIME,
    "opened_by" TEXT NOT NULL,
    "call_id" TEXT,
    "intake_id" TEXT,
    "plan_hash" TEXT,
    "opening_key" TEXT,
    "objection_upheld" BOOLEAN NOT NULL DEFAULT false,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "request_subject" (
    "request_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("request_id", "subject_id")
);

-- CreateTable
CREATE TABLE "request_part" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "human_ref" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "approval" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "human_ref" TEXT NOT NULL,
    "plan_hash" TEXT,
    "at" DATETIME NOT NULL,
    "superseded_at" DATETIME
);

-- CreateTable
CREATE TABLE "told" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "script_version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "in_writing" BOOLEAN NOT NULL,
    "at" DATETIME NOT NULL,
    "call_id" TEXT,
    "human_ref" TEXT
);

-- CreateTable
CREATE TABLE "legal_hold" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hold_ref" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "covers" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "may_not_tell" BOOLEAN NOT NULL DEFAULT false,
    "owner" TEXT NOT NULL,
    "placed_by" TEXT NOT NULL,
    "placed_at" DATETIME NOT NULL,
    "review_on" DATETIME NOT NULL,
    "lifted_at" DATETIME,
    "lifted_by" TEXT
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "computed_at" DATETIME NOT NULL,
    "frozen_at" DATETIME
);

-- CreateTable
CREATE TABLE "sealed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "system" TEXT,
    "ciphertext" BLOB NOT NULL,
    "expires_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "found" INTEGER NOT NULL DEFAULT 0,
    "deleted" INTEGER NOT NULL DEFAULT 0,
    "masked" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "fault" TEXT,
    "started_at" DATETIME,
    "ended_at" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "recheck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "clean" BOOLEAN NOT NULL,
    "leftovers" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "body" BLOB NOT NULL,
    "signature" BLOB NOT NULL,
    "receipt_sha256" BLOB NOT NULL,
    "issued_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "registry_entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "service_key" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "owner_role" TEXT NOT NULL,
    "review_on" DATETIME NOT NULL,
    "ends_at" DATETIME,
    "request_id" TEXT NOT NULL,
    "notice_versions" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "superseded_at" DATETIME,
    "superseded_for" TEXT,
    "superseded_by" TEXT
);

-- CreateTable
CREATE TABLE "registry_tag" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "entry_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "tag" BLOB NOT NULL,
    "generation" INTEGER NOT NULL,
    "bars_alone" BOOLEAN NOT NULL,
    CONSTRAINT "registry_tag_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "registry_entry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "erased_external_id" (
    "tag" BLOB NOT NULL PRIMARY KEY,
    "generation" INTEGER NOT NULL,
    "subject_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "gate_refusal" (
    "decision_id" TEXT NOT NULL PRIMARY KEY,
    "entry_id" TEXT NOT NULL,
    "service_key" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "gate_count" (
    "client_id" TEXT NOT NULL,
    "service_key" TEXT NOT NULL,
    "minute" DATETIME NOT NULL,
    "allowed" INTEGER NOT NULL,
    "logged_at" DATETIME,

    PRIMARY KEY ("client_id", "service_key", "minute")
);

-- CreateTable
CREATE TABLE "work_item" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "first_at" DATETIME NOT NULL,
    "last_at" DATETIME NOT NULL,
    "resolved_at" DATETIME,
    "resolved_by" TEXT
);

-- CreateTable
CREATE TABLE "system" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "url" BLOB NOT NULL,
    "dataset" TEXT NOT NULL,
    "policy" TEXT NOT NULL,
    "usual_hours" INTEGER NOT NULL,
    "added_at" DATETIME NOT NULL,
    "added_by" TEXT NOT NULL,
    "removed_at" DATETIME,
    "last_check" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "bytes" BLOB NOT NULL,
    "at" DATETIME NOT NULL,
    "what" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "actor_type" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "case_code" TEXT,
    "call_id" TEXT
);

-- CreateTable
CREATE TABLE "audit_leaf" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "entry_id" TEXT NOT NULL,
    "hash" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "audit_unsealed" (
    "entry_id" TEXT NOT NULL PRIMARY KEY
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "audit_salt" (
    "entry_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subject_id" TEXT,
    "salt" BLOB NOT NULL,
    "expires_at" DATETIME,

    PRIMARY KEY ("entry_id", "name")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "job" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "run_at" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "lease_until" DATETIME,
    "leased_by" TEXT,
    "give_up_at" DATETIME NOT NULL,
    "fault" TEXT,
    "created_at" DATETIME NOT NULL,
    "ended_at" DATETIME
);

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject_id" TEXT,
    "identifier_id" TEXT,
    "sealed_id" TEXT,
    "request_id" TEXT,
    "verification_id" TEXT,
    "state" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "sent_at" DATETIME,
    "fault" TEXT
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "partial" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "started_at" DATETIME NOT NULL,
    "ended_at" DATETIME
);

-- CreateIndex
CREATE INDEX "law_row_jurisdiction_valid_from_idx" ON "law_row"("jurisdiction", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE INDEX "staff_human_ref_idx" ON "staff"("human_ref");

-- CreateIndex
CREATE INDEX "staff_session_staff_id_idx" ON "staff_session"("staff_id");

-- CreateIndex
CREATE INDEX "deputy_human_ref_idx" ON "deputy"("human_ref");

-- CreateIndex
CREATE UNIQUE INDEX "api_client_name_key" ON "api_client"("name");

-- CreateIndex
CREATE INDEX "idempotency_key_expires_at_idx" ON "idempotency_key"("expires_at");

-- CreateIndex
CREATE INDEX "service_purpose_purpose_idx" ON "service_purpose"("purpose");

-- CreateIndex
CREATE UNIQUE INDEX "notice_purpose_version_locale_key" ON "notice"("purpose", "version", "locale");

-- CreateIndex
CREATE INDEX "identifier_blind_index_type_idx" ON "identifier"("blind_index", "type");

-- CreateIndex
CREATE INDEX "identifier_subject_id_type_idx" ON "identifier"("subject_id", "type");

-- CreateIndex
CREATE UNIQUE INDEX "consent_event_event_key_key" ON "consent_event"("event_key");

-- CreateIndex
CREATE INDEX "consent_event_subject_id_purpose_occurred_at_idx" ON "consent_event"("subject_id", "purpose", "occurred_at");

-- CreateIndex
CREATE INDEX "consent_event_purpose_notice_version_occurred_at_idx" ON "consent_event"("purpose", "notice_version", "occurred_at");

-- CreateIndex
CREATE INDEX "call_staff_id_wrapped_up_at_started_at_idx" ON "call"("staff_id", "wrapped_up_at", "started_at");

-- CreateIndex
CREATE INDEX "call_human_ref_promised_at_idx" ON "call"("human_ref", "promised_at") WHERE "promised_at" IS NOT NULL;

-- CreateIndex
CREATE INDEX "call_subject_id_idx" ON "call"("subject_id") WHERE "subject_id" IS NOT NULL;

-- CreateIndex
CREATE INDEX "call_subject_subject_id_idx" ON "call_subject"("subject_id");

-- CreateIndex
CREATE INDEX "call_party_call_id_idx" ON "call_party"("call_id");

-- CreateIndex
CREATE INDEX "note_subject_id_idx" ON "note"("subject_id");

-- CreateIndex
CREATE INDEX "note_request_id_idx" ON "note"("request_id");

-- CreateIndex
CREATE INDEX "note_call_id_idx" ON "note"("call_id");

-- CreateIndex
CREATE INDEX "verification_call_id_idx" ON "verification"("call_id");

-- CreateIndex
CREATE UNIQUE INDEX "request_case_code_key" ON "request"("case_code");

-- CreateIndex
CREATE UNIQUE INDEX "request_opening_key_key" ON "request"("opening_key");

-- CreateIndex
CREATE INDEX "request_state_decide_by_idx" ON "request"("state", "decide_by");

-- CreateIndex
CREATE INDEX "request_turn_role_turn_human_due_at_idx" ON "request"("turn_role", "turn_human", "due_at");

-- CreateIndex
CREATE INDEX "request_wake_at_idx" ON "request"("wake_at");

-- CreateIndex
CREATE INDEX "request_subject_subject_id_idx" ON "request_subject"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "request_part_request_id_human_ref_part_key" ON "request_part"("request_id", "human_ref", "part");

-- CreateIndex
CREATE INDEX "approval_request_id_idx" ON "approval"("request_id");

-- CreateIndex
CREATE INDEX "told_request_id_idx" ON "told"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "legal_hold_hold_ref_key" ON "legal_hold"("hold_ref");

-- CreateIndex
CREATE INDEX "legal_hold_subject_id_idx" ON "legal_hold"("subject_id");

-- CreateIndex
CREATE INDEX "plan_request_id_computed_at_idx" ON "plan"("request_id", "computed_at");

-- CreateIndex
CREATE INDEX "sealed_request_id_idx" ON "sealed"("request_id");

-- CreateIndex
CREATE INDEX "sealed_expires_at_idx" ON "sealed"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "task_idempotency_key_key" ON "task"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "task_request_id_system_step_key" ON "task"("request_id", "system", "step");

-- CreateIndex
CREATE UNIQUE INDEX "recheck_request_id_system_round_at_key" ON "recheck"("request_id", "system", "round", "at");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_receipt_sha256_key" ON "certificate"("receipt_sha256");

-- CreateIndex
CREATE INDEX "certificate_request_id_idx" ON "certificate"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "registry_entry_request_id_service_key_key" ON "registry_entry"("request_id", "service_key");

-- CreateIndex
CREATE INDEX "registry_tag_tag_idx" ON "registry_tag"("tag");

-- CreateIndex
CREATE INDEX "registry_tag_generation_idx" ON "registry_tag"("generation");

-- CreateIndex
CREATE UNIQUE INDEX "registry_tag_entry_id_tag_key" ON "registry_tag"("entry_id", "tag");

-- CreateIndex
CREATE INDEX "gate_refusal_entry_id_idx" ON "gate_refusal"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "work_item_kind_ref_source_key" ON "work_item"("kind", "ref", "source");

-- CreateIndex
CREATE UNIQUE INDEX "system_name_key" ON "system"("name");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE INDEX "audit_entry_what_at_idx" ON "audit_entry"("what", "at");

-- CreateIndex
CREATE INDEX "audit_entry_case_code_at_idx" ON "audit_entry"("case_code", "at") WHERE "case_code" IS NOT NULL;

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_at_idx" ON "audit_entry"("actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_call_id_idx" ON "audit_entry"("call_id") WHERE "call_id" IS NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "audit_leaf_entry_id_key" ON "audit_leaf"("entry_id");

-- CreateIndex
CREATE INDEX "audit_salt_subject_id_idx" ON "audit_salt"("subject_id") WHERE "subject_id" IS NOT NULL;

-- CreateIndex
CREATE INDEX "audit_salt_expires_at_idx" ON "audit_salt"("expires_at") WHERE "expires_at" IS NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "job_key_key" ON "job"("key");

-- CreateIndex
CREATE INDEX "job_state_run_at_idx" ON "job"("state", "run_at");

-- CreateIndex
CREATE INDEX "notification_created_at_idx" ON "notification"("created_at");

-- CreateIndex
CREATE INDEX "notification_request_id_idx" ON "notification"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_run_kind_file_sha256_key" ON "import_run"("kind", "file_sha256");
