package fr.mentoratdurgence.reporting.assessment;

import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.MomentColumns;
import fr.mentoratdurgence.platform.SystemFault;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.bilan.Secrecy;
import fr.mentoratdurgence.reporting.bilan.Territory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads assessments and keeps the texts of their figures. */
public final class AssessmentBoard {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NEWEST = 100;

    private final JdbcClient db;
    private final Clock clock;

    AssessmentBoard(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The newest ones first. */
    public List<AssessmentRow> newest() {
        return db.sql("select * from assessment order by requested_at desc, assessment limit " + NEWEST)
                .query(AssessmentBoard::row)
                .list();
    }

    /** Those that everybody may see, the newest first. */
    public List<AssessmentRow> published() {
        return db.sql(
                        "select * from assessment where status = 'PUBLISHED' order by published_at desc, assessment limit "
                                + NEWEST)
                .query(AssessmentBoard::row)
                .list();
    }

    /** One that everybody may see. */
    public Optional<AssessmentRow> published(String assessment) {
        return db.sql("select * from assessment where assessment = ? and status = 'PUBLISHED'")
                .param(assessment)
                .query(AssessmentBoard::row)
                .optional();
    }

    /**
     * One of them.
     *
     * @throws Rejection where there is none of this id
     */
    public AssessmentRow find(String assessment) {
        return db.sql("select * from assessment where assessment = ?")
                .param(assessment)
                .query(AssessmentBoard::row)
                .optional()
                .orElseThrow(() -> new Rejection(AssessmentRejection.ASSESSMENT_UNKNOWN));
    }

    /**
     * The figures of an assessment as they were worked out, read back and checked against their hash.
     *
     * @param exact whether with small numbers
     * @throws Rejection where they are not worked out yet
     */
    public Bilan figures(AssessmentRow row, boolean exact) {
        String hash = exact ? row.exactHash() : row.publishedHash();
        if (hash == null) {
            throw new Rejection(AssessmentRejection.ASSESSMENT_NOT_COMPUTED);
        }
        String text = text(hash).orElseThrow(() -> new SystemFault("TEXT_CHANGED", hash));
        try {
            Bilan bilan = Bilan.read(text, exact ? row.events() : Secrecy.told(row.events()));
            if (bilan.hash().equals(hash)) {
                return bilan;
            }
        } catch (IllegalArgumentException unreadable) {
            throw (SystemFault) new SystemFault("TEXT_CHANGED", hash).initCause(unreadable);
        }
        throw new SystemFault("TEXT_CHANGED", hash);
    }

    void keep(Bilan bilan) {
        db.sql("insert into bilan_text(hash, content, written_at) values (?, ?, ?) on conflict do nothing")
                .params(bilan.hash(), bilan.canonicalText(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<String> text(String hash) {
        return db.sql("select content from bilan_text where hash = ?")
                .param(hash)
                .query(String.class)
                .optional();
    }

    private static AssessmentRow row(ResultSet row, int number) throws SQLException {
        String positions = row.getString("positions");
        String segments = row.getString("segments");
        String territory = row.getString("territory");
        String codeVersion = row.getString("code_version");
        return new AssessmentRow(
                row.getString("assessment"),
                new Scope(
                        MomentColumns.instant(row, "as_of"),
                        row.getObject("happened_until", LocalDate.class),
                        Territory.parse(territory).orElseThrow()),
                row.getInt("version"),
                row.getString("corrects"),
                row.getString("corrected_by"),
                Code.of(AssessmentStatus.class, row.getString("status")),
                MomentColumns.instant(row, "requested_at"),
                MomentColumns.maybe(row, "computed_at"),
                MomentColumns.maybe(row, "sealed_at"),
                MomentColumns.maybe(row, "published_at"),
                row.getString("exact_hash"),
                row.getString("published_hash"),
                row.getLong("events"),
                positions == null ? List.of() : JSON.readValue(positions, new TypeReference<List<Position>>() {}),
                segments == null ? List.of() : JSON.readValue(segments, new TypeReference<List<String>>() {}),
                codeVersion == null ? "" : codeVersion);
    }
}
