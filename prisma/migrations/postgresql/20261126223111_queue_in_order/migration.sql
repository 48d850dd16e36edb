-- CreateIndex
CREATE INDEX "request_turn_role_decide_by_opened_at_idx" ON "request"("turn_role", "decide_by", "opened_at");

-- CreateIndex
CREATE INDEX "request_turn_role_pause_idx" ON "request"("turn_role", "pause");

-- CreateIndex
CREATE INDEX "request_turn_role_kind_idx" ON "request"("turn_role", "kind");

-- CreateIndex
CREATE INDEX "request_turn_role_state_idx" ON "request"("turn_role", "state");

-- CreateIndex
CREATE INDEX "request_objection_upheld_state_idx" ON "request"("objection_upheld", "state");
