-- CreateTable
CREATE TABLE "meta" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "meta_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "changed_at" TIMESTAMP(3) NOT NULL,
    "changed_by" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "law_row" (
    "id" TEXT NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "valid_from" TIMESTAMP(3) NOT NULL,
    "valid_to" TIMESTAMP(3),
    "recorded_at" TIMESTAMP(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "law_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "working_day_override" (
    "jurisdiction" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "working" BOOLEAN NOT NULL,

    CONSTRAINT "working_day_override_pkey" PRIMARY KEY ("jurisdiction","day")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" TEXT NOT NULL,
    "human_ref" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "may_decide_from" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "last_seen_at" TIMESTAMP(3) NOT NULL,
    "ends_at" TIMESTAMP(3) NOT NULL,
    "revoked_at" TIMESTAMP(3),
    "revoked_for" TEXT,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_delay" (
    "bucket" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_at" TIMESTAMP(3) NOT NULL,
    "not_before" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "sign_in_delay_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "deputy" (
    "id" TEXT NOT NULL,
    "human_ref" TEXT NOT NULL,
    "named_by" TEXT NOT NULL,
    "named_at" TIMESTAMP(3) NOT NULL,
    "ends_at" TIMESTAMP(3),

    CONSTRAINT "deputy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_client" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secret_sha256" BYTEA NOT NULL,
    "scopes" TEXT NOT NULL,
    "rate_per_minute" INTEGER NOT NULL,
    "max_assurance" INTEGER NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "revoked_at" TIMESTAMP(3),
    "last_used_at" TIMESTAMP(3),

    CONSTRAINT "api_client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "client_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_sha256" TEXT NOT NULL,
    "response_status" INTEGER,
    "response_body" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("client_id","key")
);

-- CreateTable
CREATE TABLE "service" (
    "key" TEXT NOT NULL,
    "rests_on" TEXT NOT NULL,
    "sensitive" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "service_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "service_purpose" (
    "service_key" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,

    CONSTRAINT "service_purpose_pkey" PRIMARY KEY ("service_key","purpose")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
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
    "valid_from" TIMESTAMP(3) NOT NULL,
    "valid_to" TIMESTAMP(3),
    "recorded_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject" (
    "id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "locale" TEXT,
    "jurisdiction" TEXT,
    "registered_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,
    "erased_at" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject_key" (
    "subject_id" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "subject_key_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "subject_field" (
    "subject_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "subject_field_pkey" PRIMARY KEY ("subject_id","field")
);

-- CreateTable
CREATE TABLE "identifier" (
    "id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "blind_index" BYTEA NOT NULL,
    "held_from" TIMESTAMP(3) NOT NULL,
    "held_to" TIMESTAMP(3),
    "source" TEXT NOT NULL,
    "first_load" BOOLEAN NOT NULL,
    "reported_lost_at" TIMESTAMP(3),

    CONSTRAINT "identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_event" (
    "id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "notice_version" TEXT,
    "state" TEXT NOT NULL,
    "indication" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "occurred_at" TIMESTAMP(3) NOT NULL,
    "recorded_at" TIMESTAMP(3) NOT NULL,
    "source" TEXT NOT NULL,
    "event_key" BYTEA,
    "evidence" BYTEA,
    "concerns" TEXT,

    CONSTRAINT "consent_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call" (
    "id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "human_ref" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "telephony_id" TEXT,
    "locale" TEXT NOT NULL,
    "started_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),
    "outcome" TEXT,
    "wrapped_up_at" TIMESTAMP(3),
    "subject_id" TEXT,
    "session_id" TEXT,
    "found" TEXT,
    "found_by" TEXT,
    "looked_up_at" TIMESTAMP(3),
    "promised_at" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_subject" (
    "call_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "looked_up_at" TIMESTAMP(3) NOT NULL,
    "found_by" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "level_at" TIMESTAMP(3),
    "level_ends_at" TIMESTAMP(3),

    CONSTRAINT "call_subject_pkey" PRIMARY KEY ("call_id","subject_id")
);

-- CreateTable
CREATE TABLE "call_party" (
    "id" TEXT NOT NULL,
    "call_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "subject_id" TEXT,
    "details" BYTEA,
    "added_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "call_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "received_at" TIMESTAMP(3) NOT NULL,
    "recorded_at" TIMESTAMP(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "subject_id" TEXT,
    "contact" BYTEA,

    CONSTRAINT "intake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "call_id" TEXT,
    "request_id" TEXT,
    "kind" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "human_ref" TEXT NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "call_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "identifier_id" TEXT NOT NULL,
    "sent_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT NOT NULL,
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "id" TEXT NOT NULL,
    "case_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "service_key" TEXT,
    "state" TEXT NOT NULL,
    "pause" TEXT,
    "turn_role" TEXT NOT NULL,
    "turn_human" TEXT,
    "turn_at" TIMESTAMP(3),
    "opened_at" TIMESTAMP(3) NOT NULL,
    "received_at" TIMESTAMP(3) NOT NULL,
    "due_at" TIMESTAMP(3),
    "decide_by" TIMESTAMP(3),
    "ended_at" TIMESTAMP(3),
    "wake_at" TIMESTAMP(3),
    "opened_by" TEXT NOT NULL,
    "call_id" TEXT,
    "intake_id" TEXT,
    "plan_hash" TEXT,
    "opening_key" TEXT,
    "objection_upheld" BOOLEAN NOT NULL DEFAULT false,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_subject" (
    "request_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "request_subject_pkey" PRIMARY KEY ("request_id","subject_id")
);

-- CreateTable
CREATE TABLE "request_part" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "human_ref" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "request_part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "human_ref" TEXT NOT NULL,
    "plan_hash" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "superseded_at" TIMESTAMP(3),

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "told" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "script_version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "in_writing" BOOLEAN NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "call_id" TEXT,
    "human_ref" TEXT,

    CONSTRAINT "told_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_hold" (
    "id" TEXT NOT NULL,
    "hold_ref" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "covers" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "may_not_tell" BOOLEAN NOT NULL DEFAULT false,
    "owner" TEXT NOT NULL,
    "placed_by" TEXT NOT NULL,
    "placed_at" TIMESTAMP(3) NOT NULL,
    "review_on" TIMESTAMP(3) NOT NULL,
    "lifted_at" TIMESTAMP(3),
    "lifted_by" TEXT,

    CONSTRAINT "legal_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "computed_at" TIMESTAMP(3) NOT NULL,
    "frozen_at" TIMESTAMP(3),

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sealed" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "system" TEXT,
    "ciphertext" BYTEA NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "sealed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL,
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
    "started_at" TIMESTAMP(3),
    "ended_at" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recheck" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "clean" BOOLEAN NOT NULL,
    "leftovers" TEXT NOT NULL,

    CONSTRAINT "recheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,
    "receipt_sha256" BYTEA NOT NULL,
    "issued_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry_entry" (
    "id" TEXT NOT NULL,
    "service_key" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "owner_role" TEXT NOT NULL,
    "review_on" TIMESTAMP(3) NOT NULL,
    "ends_at" TIMESTAMP(3),
    "request_id" TEXT NOT NULL,
    "notice_versions" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "superseded_at" TIMESTAMP(3),
    "superseded_for" TEXT,
    "superseded_by" TEXT,

    CONSTRAINT "registry_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry_tag" (
    "id" TEXT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "tag" BYTEA NOT NULL,
    "generation" INTEGER NOT NULL,
    "bars_alone" BOOLEAN NOT NULL,

    CONSTRAINT "registry_tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erased_external_id" (
    "tag" BYTEA NOT NULL,
    "generation" INTEGER NOT NULL,
    "subject_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "erased_external_id_pkey" PRIMARY KEY ("tag")
);

-- CreateTable
CREATE TABLE "gate_refusal" (
    "decision_id" TEXT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "service_key" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "gate_refusal_pkey" PRIMARY KEY ("decision_id")
);

-- CreateTable
CREATE TABLE "gate_count" (
    "client_id" TEXT NOT NULL,
    "service_key" TEXT NOT NULL,
    "minute" TIMESTAMP(3) NOT NULL,
    "allowed" INTEGER NOT NULL,
    "logged_at" TIMESTAMP(3),

    CONSTRAINT "gate_count_pkey" PRIMARY KEY ("client_id","service_key","minute")
);

-- CreateTable
CREATE TABLE "work_item" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "first_at" TIMESTAMP(3) NOT NULL,
    "last_at" TIMESTAMP(3) NOT NULL,
    "resolved_at" TIMESTAMP(3),
    "resolved_by" TEXT,

    CONSTRAINT "work_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "system" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "url" BYTEA NOT NULL,
    "dataset" TEXT NOT NULL,
    "policy" TEXT NOT NULL,
    "usual_hours" INTEGER NOT NULL,
    "added_at" TIMESTAMP(3) NOT NULL,
    "added_by" TEXT NOT NULL,
    "removed_at" TIMESTAMP(3),
    "last_check" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "system_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "what" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "actor_type" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "case_code" TEXT,
    "call_id" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_leaf" (
    "seq" INTEGER NOT NULL,
    "entry_id" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_leaf_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_unsealed" (
    "entry_id" TEXT NOT NULL,

    CONSTRAINT "audit_unsealed_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "audit_salt" (
    "entry_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subject_id" TEXT,
    "salt" BYTEA NOT NULL,
    "expires_at" TIMESTAMP(3),

    CONSTRAINT "audit_salt_pkey" PRIMARY KEY ("entry_id","name")
);

-- CreateTable
CREATE TABLE "job" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "run_at" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMP(3),
    "leased_by" TEXT,
    "give_up_at" TIMESTAMP(3) NOT NULL,
    "fault" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject_id" TEXT,
    "identifier_id" TEXT,
    "sealed_id" TEXT,
    "request_id" TEXT,
    "verification_id" TEXT,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "sent_at" TIMESTAMP(3),
    "fault" TEXT,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "partial" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
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
CREATE INDEX "call_human_ref_promised_at_idx" ON "call"("human_ref", "promised_at") WHERE ("promised_at" IS NOT NULL);

-- CreateIndex
CREATE INDEX "call_subject_id_idx" ON "call"("subject_id") WHERE ("subject_id" IS NOT NULL);

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
CREATE INDEX "audit_entry_case_code_at_idx" ON "audit_entry"("case_code", "at") WHERE ("case_code" IS NOT NULL);

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_at_idx" ON "audit_entry"("actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_call_id_idx" ON "audit_entry"("call_id") WHERE ("call_id" IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "audit_leaf_entry_id_key" ON "audit_leaf"("entry_id");

-- CreateIndex
CREATE INDEX "audit_salt_subject_id_idx" ON "audit_salt"("subject_id") WHERE ("subject_id" IS NOT NULL);

-- CreateIndex
CREATE INDEX "audit_salt_expires_at_idx" ON "audit_salt"("expires_at") WHERE ("expires_at" IS NOT NULL);

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

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_purpose" ADD CONSTRAINT "service_purpose_service_key_fkey" FOREIGN KEY ("service_key") REFERENCES "service"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry_tag" ADD CONSTRAINT "registry_tag_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "registry_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
