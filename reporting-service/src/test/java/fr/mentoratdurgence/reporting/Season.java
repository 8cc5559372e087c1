package fr.mentoratdurgence.reporting;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.followup.v1.CheckInCompleted;
import fr.mentoratdurgence.contracts.followup.v1.CheckInOverdue;
import fr.mentoratdurgence.contracts.followup.v1.CheckInScheduled;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationAgreed;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationDeclined;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationProposed;
import fr.mentoratdurgence.contracts.followup.v1.EngagementAlertRaised;
import fr.mentoratdurgence.contracts.followup.v1.EngagementAlertResolved;
import fr.mentoratdurgence.contracts.followup.v1.ExitInterviewRecorded;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactChased;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactConfirmed;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactOverdue;
import fr.mentoratdurgence.contracts.followup.v1.InterventionStepTaken;
import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairHandOverUndone;
import fr.mentoratdurgence.contracts.followup.v1.PairHandedOver;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.followup.v1.PairPaused;
import fr.mentoratdurgence.contracts.followup.v1.PairResumed;
import fr.mentoratdurgence.contracts.followup.v1.ResourceShared;
import fr.mentoratdurgence.contracts.followup.v1.ResourceUsed;
import fr.mentoratdurgence.contracts.followup.v1.SeatDecided;
import fr.mentoratdurgence.contracts.followup.v1.SeatDecisionDue;
import fr.mentoratdurgence.contracts.followup.v1.SessionHeld;
import fr.mentoratdurgence.contracts.followup.v1.SessionMissed;
import fr.mentoratdurgence.contracts.matching.v1.AudienceFloor;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.matching.v1.PolicyActivated;
import fr.mentoratdurgence.contracts.matching.v1.PolicyPublished;
import fr.mentoratdurgence.contracts.matching.v1.ProposalAcceptedByMentor;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclined;
import fr.mentoratdurgence.contracts.matching.v1.ProposalExpired;
import fr.mentoratdurgence.contracts.mentors.v1.CharterAccepted;
import fr.mentoratdurgence.contracts.mentors.v1.MentorActivated;
import fr.mentoratdurgence.contracts.mentors.v1.MentorApplied;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.mentors.v1.ScreeningFailed;
import fr.mentoratdurgence.contracts.mentors.v1.ScreeningPassed;
import fr.mentoratdurgence.contracts.needs.v1.ContactAttempted;
import fr.mentoratdurgence.contracts.needs.v1.NeedDeclared;
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
import fr.mentoratdurgence.contracts.needs.v1.NeedLineCountRevised;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualified;
import fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawn;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Bilans;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.history.FactReader;
import fr.mentoratdurgence.reporting.history.RawFact;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.WordNumbers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A small operation told in public events: the same seed tells the same season. */
public final class Season {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant OPENING = Instant.parse("2020-04-20T08:00:00Z");
    private static final List<String> BANDS =
            List.of("CP_CE2", "CM1_CM2", "COLLEGE_6_5", "COLLEGE_4_3", "LYCEE_GT", "LYCEE_PRO");
    private static final List<String> AUDIENCES = List.of("REP", "REP_PLUS", "QPV", "RURAL_FRAGILE", "NONE");
    private static final List<String> DEPARTEMENTS = List.of("94", "75", "93", "2A", "974", "59");
    private static final Map<String, String> ACADEMIES =
            Map.of("94", "24", "75", "01", "93", "24", "2A", "27", "974", "28", "59", "09");
    private static final List<String> REASONS =
            List.of("SCHEDULE", "MENTOR_NO_TIME", "NO_CONTACT_YOUTH", "TECHNICAL_OR_EQUIPMENT", "RETURN_TO_SCHOOL");
    private static final List<String> SIDES = List.of("MENTOR", "YOUTH", "STRUCTURE", "OPERATION");

    private static final List<String> SUPPORTS = List.of("HOMEWORK", "METHOD", "LISTENING");

    /** The last: none. */
    private static final List<String> ASSOCIATIONS = List.of("AFEV", "PROXITE", "NQT", "ARTICLE_1", "");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One public event on its way. */
    public record Told(
            String id,
            String topic,
            String source,
            String type,
            String subject,
            long sequence,
            Instant at,
            String data) {

        /** The same, as the history keeps it. */
        public RawFact fact() {
            return RawFact.of(id, at, source, subject, sequence, type, data);
        }

        /** The same, recorded at another moment. */
        public Told recordedAt(Instant other) {
            return new Told(id, topic, source, type, subject, sequence, other, data);
        }

        /** The same, as its service sends it: a structured CloudEvent. */
        public String envelope() {
            return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"%s\",\"type\":\"%s\",\"subject\":\"%s\",\"time\":\"%s\",\"datacontenttype\":\"application/json\",\"sequence\":%d,\"actor\":\"account-00000000-0000-4000-8000-000000000003\",\"actorrole\":\"referent\",\"correlationid\":\"c-1\",\"data\":%s}"
                    .formatted(id, source, type, subject, at, sequence, data);
        }
    }

    private record Waiting(NeedDeclared need, NeedLine line, int seat) {}

    private final Random random;
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<String> activeMentors = new ArrayList<>();
    private Instant now = OPENING;

    private Season(long seed) {
        random = new Random(seed);
    }

    /** A season of so many needs and three times as many mentors. */
    public static List<Told> of(long seed, int needs) {
        Season season = new Season(seed);
        for (int i = 0; i < needs; i++) {
            season.need();
            season.mentor();
            season.mentor();
            season.mentor();
            season.match();
        }
        return List.copyOf(season.told);
    }

    /**
     * The same season, in which mentors come through member associations, pairs are followed and go on in person, and the
     * policy in force has floors.
     */
    public static List<Told> tied(long seed, int needs) {
        Random chance = new Random(~seed);
        Random followed = new Random(seed * 31);
        List<Told> season = of(seed, needs);
        List<Told> tied = new ArrayList<>();
        tied.addAll(policy(0, 1, List.of(new AudienceFloor("REP", 50), new AudienceFloor("REP_PLUS", 60)), OPENING));
        tied.addAll(policy(
                2,
                2,
                List.of(new AudienceFloor("REP_PLUS", 70), new AudienceFloor("QPV", 40)),
                season.get(season.size() / 3).at()));
        for (Told told : season) {
            switch (told.type()) {
                case "mentors.mentor-applied.v1" -> tied.add(coming(told, ASSOCIATIONS.get(chance.nextInt(10) / 2)));
                case "followup.pair-closed.v1", "followup.pair-interrupted.v1" -> {
                    tied.add(told);
                    tied.addAll(goingOn(told, chance));
                }
                case "followup.pair-opened.v1" -> {
                    tied.add(told);
                    tied.addAll(followed(told, followed));
                }
                case "followup.session-held.v1" -> tied.add(about(told, followed));
                default -> tied.add(told);
            }
        }
        tied.sort(Comparator.comparing(Told::at));
        return List.copyOf(tied);
    }

    private static List<Told> policy(long sequence, int version, List<AudienceFloor> floors, Instant at) {
        String policy = "policy-operation";
        return List.of(
                told("matching", policy, sequence, at, new PolicyPublished(policy, version, floors, at)),
                told("matching", policy, sequence + 1, at, new PolicyActivated(policy, version, at)));
    }

    private static Told coming(Told told, String association) {
        MentorApplied alone = JSON.readValue(told.data(), MentorApplied.class);
        return told(
                "mentors",
                told.subject(),
                told.sequence(),
                told.at(),
                new MentorApplied(
                        alone.mentor(),
                        alone.origin(),
                        alone.adult(),
                        alone.departement(),
                        alone.appliedOn(),
                        association.isEmpty() ? null : association));
    }

    private static Told about(Told told, Random chance) {
        SessionHeld held = JSON.readValue(told.data(), SessionHeld.class);
        List<String> supports = new ArrayList<>(SUPPORTS.subList(0, chance.nextInt(4)));
        Collections.shuffle(supports, chance);
        return told(
                "followup",
                told.subject(),
                told.sequence(),
                told.at(),
                new SessionHeld(
                        held.pair(),
                        held.session(),
                        held.side(),
                        held.minutes(),
                        held.channel(),
                        held.heldOn(),
                        List.copyOf(supports)));
    }

    /** What is told of a pair beside its sessions, in the hours after its opening. */
    private static List<Told> followed(Told opening, Random chance) {
        PairOpened opened = JSON.readValue(opening.data(), PairOpened.class);
        PairTerms terms = opened.terms();
        String pair = opening.subject();
        LocalDate day = LocalDate.ofInstant(opening.at(), PARIS);
        List<Object> facts = new ArrayList<>();
        for (String side : List.of("MENTOR", "STRUCTURE", "REFERENT")) {
            facts.add(new CheckInScheduled(pair, 1, side, terms.need(), terms.mentor(), day, day.plusDays(3), 1));
            if (chance.nextInt(4) == 0) {
                facts.add(new CheckInOverdue(pair, 1, side, day));
            }
            if (chance.nextInt(3) > 0) {
                facts.add(new CheckInCompleted(
                        pair, 1, side, 1 + chance.nextInt(5), List.of("GOOD_RELATION"), "LINK", day));
            }
        }
        if (chance.nextInt(3) == 0) {
            facts.add(new EngagementAlertRaised(pair, "SILENCE", 14, day, day, 1));
            if (chance.nextBoolean()) {
                facts.add(new EngagementAlertResolved(pair, "SILENCE", "CALLED_MENTOR", day));
                facts.add(new InterventionStepTaken(pair, terms.mentor(), "CALL", day));
            }
        }
        if (chance.nextInt(4) == 0) {
            facts.add(new PairPaused(pair, "MENTOR", "HOLIDAYS", day, day.plusDays(7)));
            facts.add(new PairResumed(pair, "OPERATION", day));
        }
        if (chance.nextInt(3) == 0) {
            facts.add(new FirstContactChased(pair, "REFERENT_CALLS", opening.at(), 1));
            facts.add(handedOver(opened, terms.referent(), "account-deputy", day.plusDays(7)));
            facts.add(handedOver(opened, "account-deputy", terms.referent(), null));
            if (chance.nextBoolean()) {
                facts.add(handedOver(opened, terms.referent(), "account-deputy", null));
                facts.add(new PairHandOverUndone(
                        pair, terms.need(), terms.mentor(), "account-deputy", terms.referent(), null));
            }
            facts.add(new SeatDecisionDue(pair, terms.need(), terms.line(), terms.seat(), terms.mentor(), day));
            facts.add(new SeatDecided(
                    pair, terms.need(), terms.line(), terms.seat(), terms.mentor(), "REPLACE", null, day));
        }
        facts.add(new ExitInterviewRecorded(pair, "MENTOR", "HELPED", chance.nextBoolean(), day));
        List<Told> told = new ArrayList<>();
        for (int k = 0; k < facts.size(); k++) {
            told.add(told("followup", pair, 1000 + k, opening.at().plus(Duration.ofMinutes(k)), facts.get(k)));
        }
        String pack = "pack-" + name(pair);
        String share = "share-" + name(pack);
        for (int k = 0; k < 1 + chance.nextInt(2); k++) {
            told.add(told(
                    "followup",
                    pack,
                    2L * k,
                    opening.at(),
                    new ResourceShared(
                            pack,
                            share,
                            terms.need(),
                            terms.line(),
                            k == 0 ? null : pair,
                            null,
                            "resource-" + k,
                            terms.levelBand(),
                            SUPPORTS.get(k),
                            "FAMILY",
                            day)));
            told.add(told(
                    "followup",
                    pack,
                    2L * k + 1,
                    opening.at(),
                    new ResourceUsed(
                            pack,
                            terms.need(),
                            terms.line(),
                            pair,
                            "resource-" + k,
                            terms.levelBand(),
                            SUPPORTS.get(k),
                            "MENTOR",
                            day)));
        }
        return told;
    }

    private static PairHandedOver handedOver(PairOpened opened, String from, String to, @Nullable LocalDate until) {
        PairTerms terms = opened.terms();
        return new PairHandedOver(opened.pair(), terms.need(), terms.mentor(), from, to, until, opened.openedOn());
    }

    private static List<Told> goingOn(Told end, Random chance) {
        String pair = end.subject();
        LocalDate day = LocalDate.ofInstant(end.at(), PARIS);
        List<Object> facts = new ArrayList<>();
        for (boolean asked = chance.nextInt(10) < 8; asked; ) {
            String association = ASSOCIATIONS.get(chance.nextInt(4));
            facts.add(new ContinuationProposed(pair, association, day));
            asked = false;
            switch (chance.nextInt(6)) {
                case 0 -> {}
                case 1 -> {
                    facts.add(new ContinuationDeclined(pair, association, "YOUTH", day));
                    asked = chance.nextBoolean();
                }
                default -> facts.add(new ContinuationAgreed(pair, association, "STRUCTURE", day));
            }
        }
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            told.add(told("followup", pair, end.sequence() + 1 + i, end.at().plusMillis(i), facts.get(i)));
        }
        return told;
    }

    /** What the folds make of facts as they were delivered. */
    public static Ledger ledger(List<Told> delivered, Cut cut) {
        return ledger(delivered, cut, WordNumbers.ofCodes(), WordNumbers.ofNames());
    }

    /** The same with vocabularies that other ledgers share. */
    public static Ledger ledger(List<Told> delivered, Cut cut, WordNumbers codes, WordNumbers names) {
        Ledger ledger = new Ledger(cut, codes, names);
        FactReader reader = new FactReader(ledger);
        delivered.forEach(told -> reader.read(told.fact()));
        return ledger;
    }

    /** The figures of facts as they were delivered. */
    public static Bilan bilan(List<Told> delivered, Instant asOf) {
        return bilan(delivered, Scope.at(asOf));
    }

    /** The same of facts as they were delivered. */
    public static Bilan bilan(List<Told> delivered, Scope scope) {
        return Bilans.of(ledger(delivered, scope.cut()), scope);
    }

    /** One event with this body, for tests that tell their own story. */
    public static Told told(String source, String type, String subject, long sequence, Instant at, String data) {
        String id = name(source + subject + sequence);
        String service = source.equals("mentors") ? "/mentor-service" : "/" + source + "-service";
        return new Told(id, source + ".v1", service, type, subject, sequence, at, data);
    }

    /** Straight into the history, as if it had been received then. */
    public static void know(JdbcClient db, Told told, Instant receivedAt) {
        db.sql("select 1 from (select history_partition_for(cast(? as date)))")
                .param(told.at().toString().substring(0, 10))
                .query(Integer.class)
                .single();
        db.sql("""
                insert into history(event_id, source, type, subject, sequence, recorded_at, received_at,
                                    attributes, data)
                values (?, ?, ?, ?, ?, ?, ?, '{}', cast(? as json))""")
                .params(
                        told.id(),
                        told.source(),
                        told.type(),
                        told.subject(),
                        told.sequence(),
                        told.at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                        receivedAt.atOffset(ZoneOffset.UTC),
                        told.data())
                .update();
    }

    /** One event with this contract as its body. */
    public static Told told(String source, String subject, long sequence, Instant at, Object contract) {
        return told(
                source,
                ContractTypes.nameOf(contract.getClass()),
                subject,
                sequence,
                at,
                JSON.writeValueAsString(contract));
    }

    private void need() {
        String id = "need-" + uuid();
        String departement = oneOf(DEPARTEMENTS);
        List<NeedLine> lines = new ArrayList<>();
        for (int line = 1; line <= 1 + random.nextInt(3); line++) {
            lines.add(new NeedLine(
                    line,
                    oneOf(BANDS),
                    1 + random.nextInt(6),
                    List.of("METHOD"),
                    List.of("MATHS"),
                    List.of("VIDEO"),
                    List.of(),
                    false));
        }
        NeedDeclared need = new NeedDeclared(
                id,
                "structure-0940176F",
                departement,
                ACADEMIES.getOrDefault(departement, "24"),
                oneOf(AUDIENCES),
                List.copyOf(lines),
                "FORM",
                today());
        tell("needs", id, need);
        if (chance(10)) {
            tell("needs", id, new NeedWithdrawn(id, "DUPLICATE"));
            return;
        }
        tell("needs", id, new ContactAttempted(id, "account-r", true, today()));
        if (chance(85)) {
            if (chance(30)) {
                NeedLine first = lines.getFirst();
                int less = Math.max(1, first.count() - 1);
                tell("needs", id, new NeedLineCountRevised(id, 1, first.count(), less, "FEWER_PLACES"));
                lines.set(
                        0,
                        new NeedLine(
                                1,
                                first.levelBand(),
                                less,
                                first.supports(),
                                first.subjects(),
                                first.channels(),
                                first.slots(),
                                first.familyLink()));
            }
            tell(
                    "needs",
                    id,
                    new NeedQualified(
                            id,
                            need.structure(),
                            "account-r",
                            departement,
                            need.academie(),
                            need.priorityAudience(),
                            List.copyOf(lines),
                            need.declaredOn(),
                            today()));
            for (NeedLine line : lines) {
                for (int seat = 1; seat <= line.count(); seat++) {
                    waiting.add(new Waiting(need, line, seat));
                }
            }
        }
    }

    private void mentor() {
        String id = "mentor-" + uuid();
        String departement = oneOf(DEPARTEMENTS);
        tell("mentors", id, new MentorApplied(id, "FORM", true, departement, today(), null));
        if (chance(10)) {
            tell("mentors", id, new ScreeningFailed(id, "AVAILABILITY", today()));
            return;
        }
        tell("mentors", id, new ScreeningPassed(id, today()));
        tell("mentors", id, new CharterAccepted(id, 1, today()));
        if (chance(85)) {
            tell(
                    "mentors",
                    id,
                    new MentorActivated(
                            id,
                            true,
                            departement,
                            true,
                            1,
                            List.of(),
                            List.of("METHOD"),
                            List.of("VIDEO"),
                            List.of(),
                            today()));
            if (chance(8)) {
                tell("mentors", id, new MentorWithdrew(id, "NO_TIME", today()));
            } else {
                activeMentors.add(id);
            }
        }
    }

    private void match() {
        while (waiting.size() > 2 && !activeMentors.isEmpty()) {
            Waiting place = waiting.remove(random.nextInt(waiting.size()));
            String mentor = activeMentors.removeLast();
            String proposal = "proposal-" + uuid();
            String need = place.need().need();
            int line = place.line().line();
            tell(
                    "matching",
                    proposal,
                    new MatchProposed(
                            proposal,
                            need,
                            line,
                            place.seat(),
                            mentor,
                            "RUN",
                            1,
                            60,
                            now.plus(Duration.ofDays(2)),
                            "account-r",
                            place.need().departement()));
            switch (random.nextInt(10)) {
                case 0 ->
                    tell(
                            "matching",
                            proposal,
                            new ProposalDeclined(proposal, need, line, place.seat(), mentor, "MENTOR", "SCHEDULE"));
                case 1 -> tell("matching", proposal, new ProposalExpired(proposal, need, line, place.seat(), mentor));
                default -> pair(proposal, place, mentor);
            }
        }
    }

    private void pair(String proposal, Waiting place, String mentor) {
        NeedDeclared need = place.need();
        int line = place.line().line();
        int seat = place.seat();
        String band = place.line().levelBand();
        PairTerms terms = new PairTerms(
                need.need(),
                line,
                seat,
                mentor,
                need.structure(),
                "account-r",
                need.departement(),
                need.academie(),
                band,
                need.priorityAudience(),
                need.declaredOn());
        String pair = "pair-" + uuid();
        tell("matching", proposal, new ProposalAcceptedByMentor(proposal, need.need(), line, seat, mentor));
        tell("matching", proposal, new MatchConfirmed(proposal, pair, terms));
        tell("followup", pair, new PairOpened(pair, proposal, terms, today(), now));
        if (chance(15)) {
            tell("followup", pair, new FirstContactOverdue(pair, now));
        }
        if (chance(90)) {
            tell("followup", pair, new FirstContactConfirmed(pair, "MENTOR", today()));
            for (int i = random.nextInt(5); i > 0; i--) {
                String session = "session-" + uuid();
                if (chance(80)) {
                    int minutes = 30 + 5 * random.nextInt(19);
                    tell(
                            "followup",
                            pair,
                            new SessionHeld(pair, session, "MENTOR", minutes, "VIDEO", today(), List.of()));
                } else {
                    tell(
                            "followup",
                            pair,
                            new SessionMissed(pair, session, "MENTOR", oneOf(SIDES), chance(50), today()));
                }
            }
        }
        switch (random.nextInt(6)) {
            case 0 ->
                tell(
                        "followup",
                        pair,
                        new PairInterrupted(
                                pair,
                                need.need(),
                                line,
                                seat,
                                mentor,
                                oneOf(SIDES),
                                oneOf(REASONS),
                                "REPLACE",
                                null,
                                today()));
            case 1 ->
                tell("followup", pair, new PairClosed(pair, need.need(), line, seat, mentor, chance(80), today()));
            default -> {}
        }
    }

    private void tell(String source, String subject, Object contract) {
        now = now.plusMillis(random.nextLong(Duration.ofHours(3).toMillis()));
        long sequence = sequences.merge(subject, 0L, (last, _) -> last + 1);
        told.add(told(source, subject, sequence, now, contract));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, PARIS);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String oneOf(List<String> codes) {
        return codes.get(random.nextInt(codes.size()));
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static String name(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
