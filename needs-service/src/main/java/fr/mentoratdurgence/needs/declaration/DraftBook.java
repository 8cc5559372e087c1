package fr.mentoratdurgence.needs.declaration;

import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.StoredJson;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Forms between their steps: sealed, for a day, emptied as soon as they are sent. */
@Component
class DraftBook {
    private static final Duration KEPT = Duration.ofHours(24);

    /** A draft is over a day old, or never was, or became a need. */
    static final class Closed extends RuntimeException {
        private final String draft;
        private final @Nullable String need;

        Closed(String draft, @Nullable String need) {
            super("nobody can go on with this draft", null, false, false);
            this.draft = draft;
            this.need = need;
        }

        String draft() {
            return draft;
        }

        @Nullable
        String need() {
            return need;
        }
    }

    private record Row(
            @Nullable String contentSealed, @Nullable String need) {}

    private final JdbcClient db;
    private final PersonalDataCipher cipher;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    DraftBook(JdbcClient db, PersonalDataCipher cipher, JsonMapper json, Ids ids, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    Draft begin(Answers answers) {
        Draft draft = new Draft(ids.next("brouillon"), answers, null);
        db.sql("insert into draft(draft, content_sealed, expires_at) values (?, ?, ?)")
                .params(draft.id(), seal(draft), Timestamp.from(now().plus(KEPT)))
                .update();
        return draft;
    }

    Optional<Draft> find(String id) {
        return db.sql("select content_sealed, need from draft where draft = ? and expires_at > ?")
                .params(id, Timestamp.from(now()))
                .query(Row.class)
                .optional()
                .map(row -> new Draft(id, open(id, row.contentSealed()), row.need()));
    }

    /** @throws Closed where nobody can go on with it */
    Draft open(String id) {
        Draft draft = find(id).orElseThrow(() -> new Closed(id, null));
        if (draft.need() != null) {
            throw new Closed(id, draft.need());
        }
        return draft;
    }

    /** What a newer version asked in an earlier step, and this one does not, stays among the answers. */
    void keep(Draft draft) {
        db.sql("select content_sealed from draft where draft = ? and need is null")
                .param(draft.id())
                .query(String.class)
                .optional()
                .ifPresent(stood -> db.sql("update draft set content_sealed = ? where draft = ? and need is null")
                        .params(
                                cipher.seal(
                                        StoredJson.over(cipher.open(stood, draft.id()), draft.answers()), draft.id()),
                                draft.id())
                        .update());
    }

    /** The answers go; which need they became stays for a day, so that a second sending finds it. */
    void sent(Draft draft, String need) {
        db.sql("update draft set content_sealed = null, need = ? where draft = ?")
                .params(need, draft.id())
                .update();
    }

    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT1M")
    void deleteOld() {
        db.sql("delete from draft where expires_at <= ?")
                .param(Timestamp.from(now()))
                .update();
    }

    private Instant now() {
        return clock.instant();
    }

    private String seal(Draft draft) {
        return cipher.seal(json.writeValueAsString(draft.answers()), draft.id());
    }

    private Answers open(String id, @Nullable String sealedContent) {
        return sealedContent == null ? Answers.NONE : json.readValue(cipher.open(sealedContent, id), Answers.class);
    }
}
