PRAGMA application_id=1128354629;
PRAGMA user_version=5;
CREATE TABLE "case" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "title" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "language" TEXT NOT NULL
) STRICT;
CREATE TABLE "document" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "title" TEXT NOT NULL,
    "type" TEXT NOT NULL CHECK ("type" IN ('article', 'testimony', 'report', 'letter', 'abstract', 'table', 'other')),
    "author" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    published_written TEXT NOT NULL,
    published_edtf TEXT NOT NULL,
    published_offset TEXT NOT NULL,
    published_basis TEXT NOT NULL,
    published_anchor_id TEXT REFERENCES "record"(id) DEFERRABLE INITIALLY DEFERRED,
    published_earliest INTEGER NOT NULL DEFAULT 0,
    published_latest INTEGER NOT NULL DEFAULT 0,
    "address" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "protection" TEXT NOT NULL CHECK ("protection" IN ('public', 'withheld', 'never_exported')),
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "received" TEXT NOT NULL,
    "extracted_by" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    sort TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE "passage" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "document_id" TEXT NOT NULL REFERENCES "document"(id) DEFERRABLE INITIALLY DEFERRED,
    "start" INTEGER NOT NULL CHECK ("start" >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= 1),
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    CHECK ("start" < "end")
) STRICT;
CREATE TABLE "person" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "unit" TEXT NOT NULL CHECK ("unit" IN ('individual', 'group', 'organisation')),
    "naming" TEXT NOT NULL CHECK ("naming" IN ('named', 'role_only', 'anonymous', 'unidentified')),
    "described_as" TEXT NOT NULL,
    "occupation" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "protection" TEXT NOT NULL CHECK ("protection" IN ('public', 'name_withheld', 'details_withheld', 'never_exported')),
    "pseudonym" TEXT NOT NULL,
    "consent" TEXT NOT NULL CHECK ("consent" IN ('not_asked', 'given', 'refused', 'withdrawn')),
    consent_date_written TEXT NOT NULL,
    consent_date_edtf TEXT NOT NULL,
    consent_date_offset TEXT NOT NULL,
    consent_date_basis TEXT NOT NULL,
    consent_date_anchor_id TEXT REFERENCES "record"(id) DEFERRABLE INITIALLY DEFERRED,
    consent_date_earliest INTEGER NOT NULL DEFAULT 0,
    consent_date_latest INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL DEFAULT '',
    sort TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE "name" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "person_id" TEXT NOT NULL REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT NOT NULL,
    "type" TEXT NOT NULL CHECK ("type" IN ('main', 'alias', 'nickname', 'transliteration', 'original_script')),
    "script" TEXT NOT NULL
) STRICT;
CREATE TABLE "place" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "name" TEXT NOT NULL,
    "also_written" TEXT NOT NULL,
    "precision" TEXT NOT NULL CHECK ("precision" IN ('exact', 'vicinity', 'locality', 'region', 'country', 'feature')),
    "part_of_id" TEXT REFERENCES "place"(id) DEFERRABLE INITIALLY DEFERRED,
    "latitude" REAL,
    "longitude" REAL,
    "about" TEXT NOT NULL,
    "protection" TEXT NOT NULL CHECK ("protection" IN ('public', 'withheld', 'never_exported')),
    sort TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE "event" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "title" TEXT NOT NULL,
    "type" TEXT NOT NULL CHECK ("type" IN ('killing', 'attempted_killing', 'shooting', 'torture', 'assault', 'sexual_violence', 'kidnapping', 'disappearance', 'arrest', 'threat', 'surveillance', 'displacement', 'destruction', 'restriction', 'demonstration', 'meeting', 'statement', 'investigation', 'office', 'other')),
    date_written TEXT NOT NULL,
    date_edtf TEXT NOT NULL,
    date_offset TEXT NOT NULL,
    date_basis TEXT NOT NULL,
    date_anchor_id TEXT REFERENCES "record"(id) DEFERRABLE INITIALLY DEFERRED,
    date_earliest INTEGER NOT NULL DEFAULT 0,
    date_latest INTEGER NOT NULL DEFAULT 0,
    "place_id" TEXT REFERENCES "place"(id) DEFERRABLE INITIALLY DEFERRED,
    "status" TEXT NOT NULL CHECK ("status" IN ('alleged', 'reported', 'corroborated', 'confirmed', 'disputed', 'refuted')),
    "description" TEXT NOT NULL,
    "protection" TEXT NOT NULL CHECK ("protection" IN ('public', 'withheld', 'never_exported')),
    sort TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE "involvement" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "event_id" TEXT NOT NULL REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
    "person_id" TEXT NOT NULL REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
    "role" TEXT NOT NULL CHECK ("role" IN ('victim', 'alleged_perpetrator', 'witness', 'source', 'intervening_party', 'participant')),
    "detail" TEXT NOT NULL
) STRICT;
CREATE TABLE "relationship" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "person_id" TEXT NOT NULL REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
    "other_id" TEXT NOT NULL REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
    "type" TEXT NOT NULL CHECK ("type" IN ('relative', 'partner', 'friend', 'colleague', 'member_of', 'leads', 'works_for', 'represents', 'other')),
    "detail" TEXT NOT NULL
) STRICT;
CREATE TABLE "event_link" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "event_id" TEXT NOT NULL REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
    "other_id" TEXT NOT NULL REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
    "type" TEXT NOT NULL CHECK ("type" IN ('caused', 'followed', 'part_of')),
    "detail" TEXT NOT NULL
) STRICT;
CREATE TABLE "quote" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "passage_id" TEXT NOT NULL REFERENCES "passage"(id) DEFERRABLE INITIALLY DEFERRED,
    "speaker_id" TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
    "form" TEXT NOT NULL CHECK ("form" IN ('direct', 'indirect')),
    "attribution" TEXT NOT NULL CHECK ("attribution" IN ('by_name', 'role_only', 'anonymous', 'unattributed')),
    "note" TEXT NOT NULL,
    sort TEXT NOT NULL DEFAULT '',
    document_id TEXT,
    start INTEGER
) STRICT;
CREATE TABLE "figure" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "claimant_id" TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
    "qualifier" TEXT NOT NULL CHECK ("qualifier" IN ('stated', 'exactly', 'at_least', 'about', 'at_most')),
    "number" INTEGER NOT NULL CHECK ("number" >= 0),
    "act" TEXT NOT NULL CHECK ("act" IN ('killing', 'attempted_killing', 'shooting', 'torture', 'assault', 'sexual_violence', 'kidnapping', 'disappearance', 'arrest', 'threat', 'surveillance', 'displacement', 'destruction', 'restriction', 'demonstration', 'meeting', 'statement', 'investigation', 'office', 'other')),
    "counted" TEXT NOT NULL,
    period_written TEXT NOT NULL,
    period_edtf TEXT NOT NULL,
    period_offset TEXT NOT NULL,
    period_basis TEXT NOT NULL,
    period_anchor_id TEXT REFERENCES "record"(id) DEFERRABLE INITIALLY DEFERRED,
    period_earliest INTEGER NOT NULL DEFAULT 0,
    period_latest INTEGER NOT NULL DEFAULT 0,
    "place_id" TEXT REFERENCES "place"(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE "evidence" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "record_id" TEXT NOT NULL REFERENCES "record"(id) DEFERRABLE INITIALLY DEFERRED,
    "field" TEXT NOT NULL,
    "passage_id" TEXT NOT NULL REFERENCES "passage"(id) DEFERRABLE INITIALLY DEFERRED,
    "stance" TEXT NOT NULL CHECK ("stance" IN ('supports', 'contradicts', 'mentions')),
    "note" TEXT NOT NULL,
    "value" TEXT NOT NULL
) STRICT;
CREATE TABLE "annotation" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "target_id" TEXT NOT NULL REFERENCES "record"(id) DEFERRABLE INITIALLY DEFERRED,
    "motivation" TEXT NOT NULL CHECK ("motivation" IN ('commenting', 'highlighting', 'tagging', 'questioning')),
    "body" TEXT NOT NULL,
    "colour" TEXT NOT NULL CHECK ("colour" IN ('yellow', 'green', 'red', 'blue')),
    "protection" TEXT NOT NULL CHECK ("protection" IN ('public', 'withheld', 'never_exported')),
    "author" TEXT NOT NULL,
    "created" TEXT NOT NULL,
    "modified" TEXT NOT NULL
) STRICT;
CREATE TABLE "tag" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "label" TEXT NOT NULL,
    sort TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE "tagging" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "tag_id" TEXT NOT NULL REFERENCES "tag"(id) DEFERRABLE INITIALLY DEFERRED,
    "target_id" TEXT NOT NULL REFERENCES "record"(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE "distinction" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "person_id" TEXT NOT NULL REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
    "other_id" TEXT NOT NULL REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT NOT NULL
) STRICT;
CREATE TABLE "saved_filter" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "listed" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "criteria" TEXT NOT NULL
) STRICT;
CREATE TABLE "rejection" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "document_id" TEXT NOT NULL REFERENCES "document"(id) DEFERRABLE INITIALLY DEFERRED,
    "suggested" TEXT NOT NULL,
    "start" INTEGER NOT NULL CHECK ("start" >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= 1),
    "value" TEXT NOT NULL
) STRICT;
CREATE TABLE "audience" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "label" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "notice" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "name_withheld" TEXT NOT NULL CHECK ("name_withheld" IN ('named', 'pseudonym', 'bare', 'left_out')),
    "details_withheld" TEXT NOT NULL CHECK ("details_withheld" IN ('named', 'pseudonym', 'bare', 'left_out')),
    "never_exported" TEXT NOT NULL CHECK ("never_exported" IN ('named', 'pseudonym', 'bare', 'left_out')),
    "items" TEXT NOT NULL CHECK ("items" IN ('included', 'left_out')),
    "texts" TEXT NOT NULL CHECK ("texts" IN ('whole', 'excerpts', 'none')),
    "notes" TEXT NOT NULL CHECK ("notes" IN ('included', 'left_out')),
    "authors" TEXT NOT NULL CHECK ("authors" IN ('included', 'left_out'))
) STRICT;
CREATE TABLE "decision" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "target_id" TEXT NOT NULL REFERENCES "record"(id) DEFERRABLE INITIALLY DEFERRED,
    "field" TEXT NOT NULL,
    "start" INTEGER NOT NULL CHECK ("start" >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= 1),
    "words" TEXT NOT NULL,
    "ruling" TEXT NOT NULL CHECK ("ruling" IN ('withheld', 'kept'))
) STRICT;
CREATE TABLE "export" (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    "at" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "contents" TEXT NOT NULL,
    "protections" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL CHECK ("size" >= 0),
    "documents" TEXT NOT NULL
) STRICT;

CREATE TABLE record (id TEXT PRIMARY KEY, kind TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE total (kind TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE content (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE "history" (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    label TEXT NOT NULL,
    deed TEXT NOT NULL CHECK (deed IN ('begin', 'do', 'undo', 'redo', 'log', 'forget')),
    reverses INTEGER REFERENCES history(seq),
    salt TEXT,
    digest TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX history_reverses ON history(reverses) WHERE reverses IS NOT NULL;
CREATE INDEX history_forgetting ON history(seq) WHERE deed = 'forget';
CREATE TABLE "history_change" (
    seq INTEGER NOT NULL REFERENCES history(seq) DEFERRABLE INITIALLY DEFERRED,
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    salt TEXT,
    digest TEXT NOT NULL,
    PRIMARY KEY (seq, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_change_record ON history_change(record_id, seq);
CREATE INDEX history_change_deleted ON history_change(seq, record_id)
    WHERE after IS NULL AND before IS NOT NULL;
CREATE TABLE search (
    id INTEGER PRIMARY KEY,
    source_id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_source ON search(source_id);
CREATE VIRTUAL TABLE search_index USING fts5(
    text, content='search', content_rowid='id',
    prefix='1 2 3 4 5 6 7 8 9 10', detail='column', tokenize='unicode61 remove_diacritics 0'
);
INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', 1);
INSERT INTO search_index(search_index, rank) VALUES ('hashsize', 16777216);
CREATE TRIGGER search_added AFTER INSERT ON search BEGIN
    INSERT INTO search_index(rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER search_removed AFTER DELETE ON search BEGIN
    INSERT INTO search_index(search_index, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER search_changed AFTER UPDATE ON search BEGIN
    INSERT INTO search_index(search_index, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO search_index(rowid, text) VALUES (new.id, new.text);
END;
CREATE UNIQUE INDEX one_case ON "case" ((1));
CREATE UNIQUE INDEX one_main_name ON name(person_id) WHERE type = 'main';
CREATE UNIQUE INDEX one_tagging ON tagging(tag_id, target_id);


CREATE TRIGGER "case_added" AFTER INSERT ON "case" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'case');
END;
CREATE TRIGGER "case_removed" AFTER DELETE ON "case" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_document_sort" ON "document"("sort", "id");
CREATE INDEX "by_document_type" ON "document"("type", "id");
CREATE INDEX "by_document_published_earliest" ON "document"("published_earliest", "id");
CREATE INDEX "by_document_published_latest" ON "document"("published_latest", "id");
CREATE INDEX "by_document_sha256" ON "document"("sha256");
CREATE INDEX "by_document_protection" ON "document"("protection", "id");
CREATE INDEX "by_document_published_anchor_id" ON "document"("published_anchor_id", "id");
CREATE TRIGGER "document_added" AFTER INSERT ON "document" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'document');
END;
CREATE TRIGGER "document_removed" AFTER DELETE ON "document" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_passage_document_id_start_end" ON "passage"("document_id", "start", "end", "id");
CREATE TRIGGER "passage_added" AFTER INSERT ON "passage" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'passage');
END;
CREATE TRIGGER "passage_removed" AFTER DELETE ON "passage" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_person_sort" ON "person"("sort", "id");
CREATE INDEX "by_person_unit_sort" ON "person"("unit", "sort", "id");
CREATE INDEX "by_person_protection_sort" ON "person"("protection", "sort", "id");
CREATE INDEX "by_person_naming" ON "person"("naming", "id");
CREATE INDEX "by_person_consent" ON "person"("consent", "id");
CREATE INDEX "by_person_consent_date_earliest" ON "person"("consent_date_earliest", "id");
CREATE INDEX "by_person_consent_date_latest" ON "person"("consent_date_latest", "id");
CREATE INDEX "by_person_consent_date_anchor_id" ON "person"("consent_date_anchor_id", "id");
CREATE TRIGGER "person_added" AFTER INSERT ON "person" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'person');
END;
CREATE TRIGGER "person_removed" AFTER DELETE ON "person" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_name_text" ON "name"("text", "id");
CREATE INDEX "by_name_person_id" ON "name"("person_id", "id");
CREATE TRIGGER "name_added" AFTER INSERT ON "name" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'name');
END;
CREATE TRIGGER "name_removed" AFTER DELETE ON "name" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_place_sort" ON "place"("sort", "id");
CREATE INDEX "by_place_precision_sort" ON "place"("precision", "sort", "id");
CREATE INDEX "by_place_protection" ON "place"("protection", "id");
CREATE INDEX "by_place_part_of_id" ON "place"("part_of_id", "id");
CREATE TRIGGER "place_added" AFTER INSERT ON "place" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'place');
END;
CREATE TRIGGER "place_removed" AFTER DELETE ON "place" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_event_date_earliest" ON "event"("date_earliest", "id");
CREATE INDEX "by_event_date_latest" ON "event"("date_latest", "id");
CREATE INDEX "by_event_sort" ON "event"("sort", "id");
CREATE INDEX "by_event_type_date_earliest" ON "event"("type", "date_earliest", "id");
CREATE INDEX "by_event_status_date_earliest" ON "event"("status", "date_earliest", "id");
CREATE INDEX "by_event_protection" ON "event"("protection", "id");
CREATE INDEX "by_event_date_anchor_id" ON "event"("date_anchor_id", "id");
CREATE INDEX "by_event_place_id" ON "event"("place_id", "id");
CREATE TRIGGER "event_added" AFTER INSERT ON "event" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'event');
END;
CREATE TRIGGER "event_removed" AFTER DELETE ON "event" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_involvement_role" ON "involvement"("role", "id");
CREATE INDEX "by_involvement_event_id" ON "involvement"("event_id", "id");
CREATE INDEX "by_involvement_person_id" ON "involvement"("person_id", "id");
CREATE TRIGGER "involvement_added" AFTER INSERT ON "involvement" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'involvement');
END;
CREATE TRIGGER "involvement_removed" AFTER DELETE ON "involvement" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_relationship_type" ON "relationship"("type", "id");
CREATE INDEX "by_relationship_person_id" ON "relationship"("person_id", "id");
CREATE INDEX "by_relationship_other_id" ON "relationship"("other_id", "id");
CREATE TRIGGER "relationship_added" AFTER INSERT ON "relationship" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'relationship');
END;
CREATE TRIGGER "relationship_removed" AFTER DELETE ON "relationship" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_event_link_type" ON "event_link"("type", "id");
CREATE INDEX "by_event_link_event_id" ON "event_link"("event_id", "id");
CREATE INDEX "by_event_link_other_id" ON "event_link"("other_id", "id");
CREATE TRIGGER "event_link_added" AFTER INSERT ON "event_link" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'event_link');
END;
CREATE TRIGGER "event_link_removed" AFTER DELETE ON "event_link" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_quote_document_id_start" ON "quote"("document_id", "start", "id");
CREATE INDEX "by_quote_sort" ON "quote"("sort", "id");
CREATE INDEX "by_quote_form" ON "quote"("form", "id");
CREATE INDEX "by_quote_attribution" ON "quote"("attribution", "id");
CREATE INDEX "by_quote_passage_id" ON "quote"("passage_id", "id");
CREATE INDEX "by_quote_speaker_id" ON "quote"("speaker_id", "id");
CREATE TRIGGER "quote_added" AFTER INSERT ON "quote" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'quote');
END;
CREATE TRIGGER "quote_removed" AFTER DELETE ON "quote" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_figure_act" ON "figure"("act", "id");
CREATE INDEX "by_figure_qualifier" ON "figure"("qualifier", "id");
CREATE INDEX "by_figure_number" ON "figure"("number", "id");
CREATE INDEX "by_figure_period_earliest" ON "figure"("period_earliest", "id");
CREATE INDEX "by_figure_period_latest" ON "figure"("period_latest", "id");
CREATE INDEX "by_figure_claimant_id" ON "figure"("claimant_id", "id");
CREATE INDEX "by_figure_period_anchor_id" ON "figure"("period_anchor_id", "id");
CREATE INDEX "by_figure_place_id" ON "figure"("place_id", "id");
CREATE TRIGGER "figure_added" AFTER INSERT ON "figure" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'figure');
END;
CREATE TRIGGER "figure_removed" AFTER DELETE ON "figure" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_evidence_record_id_field" ON "evidence"("record_id", "field", "id");
CREATE INDEX "by_evidence_stance" ON "evidence"("stance", "id");
CREATE INDEX "by_evidence_passage_id" ON "evidence"("passage_id", "id");
CREATE TRIGGER "evidence_added" AFTER INSERT ON "evidence" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'evidence');
END;
CREATE TRIGGER "evidence_removed" AFTER DELETE ON "evidence" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_annotation_motivation" ON "annotation"("motivation", "id");
CREATE INDEX "by_annotation_colour" ON "annotation"("colour", "id");
CREATE INDEX "by_annotation_created" ON "annotation"("created", "id");
CREATE INDEX "by_annotation_protection" ON "annotation"("protection", "id");
CREATE INDEX "by_annotation_target_id" ON "annotation"("target_id", "id");
CREATE TRIGGER "annotation_added" AFTER INSERT ON "annotation" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'annotation');
END;
CREATE TRIGGER "annotation_removed" AFTER DELETE ON "annotation" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_tag_sort" ON "tag"("sort", "id");
CREATE TRIGGER "tag_added" AFTER INSERT ON "tag" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'tag');
END;
CREATE TRIGGER "tag_removed" AFTER DELETE ON "tag" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_tagging_tag_id" ON "tagging"("tag_id", "id");
CREATE INDEX "by_tagging_target_id" ON "tagging"("target_id", "id");
CREATE TRIGGER "tagging_added" AFTER INSERT ON "tagging" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'tagging');
END;
CREATE TRIGGER "tagging_removed" AFTER DELETE ON "tagging" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_distinction_person_id" ON "distinction"("person_id", "id");
CREATE INDEX "by_distinction_other_id" ON "distinction"("other_id", "id");
CREATE TRIGGER "distinction_added" AFTER INSERT ON "distinction" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'distinction');
END;
CREATE TRIGGER "distinction_removed" AFTER DELETE ON "distinction" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;

CREATE TRIGGER "saved_filter_added" AFTER INSERT ON "saved_filter" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'saved_filter');
END;
CREATE TRIGGER "saved_filter_removed" AFTER DELETE ON "saved_filter" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_rejection_document_id" ON "rejection"("document_id", "id");
CREATE TRIGGER "rejection_added" AFTER INSERT ON "rejection" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'rejection');
END;
CREATE TRIGGER "rejection_removed" AFTER DELETE ON "rejection" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;

CREATE TRIGGER "audience_added" AFTER INSERT ON "audience" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'audience');
END;
CREATE TRIGGER "audience_removed" AFTER DELETE ON "audience" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;
CREATE INDEX "by_decision_target_id" ON "decision"("target_id", "id");
CREATE TRIGGER "decision_added" AFTER INSERT ON "decision" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'decision');
END;
CREATE TRIGGER "decision_removed" AFTER DELETE ON "decision" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;

CREATE TRIGGER "export_added" AFTER INSERT ON "export" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, 'export');
END;
CREATE TRIGGER "export_removed" AFTER DELETE ON "export" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;

CREATE TRIGGER document_is_fixed BEFORE UPDATE OF "file_name", "media_type", "received", "extracted_by", "sha256", "text_sha256", "text" ON document BEGIN
    SELECT RAISE(ABORT, 'document_is_fixed');
END;

CREATE TRIGGER passage_is_fixed BEFORE UPDATE OF "id", "document_id", "start", "end", "exact", "prefix", "suffix" ON passage BEGIN
    SELECT RAISE(ABORT, 'passage_is_fixed');
END;

CREATE TRIGGER content_is_fixed BEFORE UPDATE ON content BEGIN
    SELECT RAISE(ABORT, 'content_is_fixed');
END;

CREATE TRIGGER history_is_fixed BEFORE UPDATE ON history
WHEN NOT (new.salt IS NULL AND new.label = ''
    AND (new.seq, new.at, new.who, new.deed, new.reverses, new.digest, new.hash)
    IS (old.seq, old.at, old.who, old.deed, old.reverses, old.digest, old.hash)) BEGIN
    SELECT RAISE(ABORT, 'history_is_fixed');
END;

CREATE TRIGGER history_is_kept BEFORE DELETE ON history BEGIN
    SELECT RAISE(ABORT, 'history_is_kept');
END;

CREATE TRIGGER history_change_is_fixed BEFORE UPDATE ON history_change
WHEN NOT (new.salt IS NULL AND new.before IS NULL AND new.after IS NULL
    AND (new.seq, new.n, new.kind, new.record_id, new.digest)
    IS (old.seq, old.n, old.kind, old.record_id, old.digest)) BEGIN
    SELECT RAISE(ABORT, 'history_change_is_fixed');
END;

CREATE TRIGGER history_change_is_kept BEFORE DELETE ON history_change BEGIN
    SELECT RAISE(ABORT, 'history_change_is_kept');
END;