package fr.mentoratdurgence.reporting.tools;

import fr.mentoratdurgence.reporting.segments.Manifest;
import fr.mentoratdurgence.reporting.segments.SealedHistory;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Proves that the services' event stores, the topics, the history, the segments and the manifest agree, that no stream
 * has a hole, that every stored event is of a kind that its service knows, and that the services have told what they say
 * they told. What each place holds is listed as (fact, digest of its content), and the lists are compared. The first
 * difference is named; what is merely not heard yet is none, and told with its age. Facts that were imported stand in the history and its segments alone: they are counted apart.
 */
final class Verification {
    /** Every operation has its own stream of this name: facts of the one that was imported are no forgery. */
    private static final String STREAM_OF_EVERY_OPERATION = "policy-operation";

    private final SealedHistory sealed;
    private final Duration patience;
    private final Told told;
    private final Stores stores;
    private final Topics topics;
    private final KeptFacts kept;

    /** @param patience for facts that are on their way from a topic to the history */
    Verification(
            Map<String, String> environment, DataSource reporting, SealedHistory sealed, Duration patience, Told told) {
        this.sealed = sealed;
        this.patience = patience;
        this.told = told;
        this.stores = new Stores(environment, told);
        this.topics = new Topics(environment, told);
        this.kept = new KeptFacts(reporting, sealed, told);
    }

    boolean run() throws SQLException {
        // the services go on meanwhile: what promises, then what is promised; a copy, then what it is a copy of
        boolean there = stores.answer();
        boolean heard = topics.answer();
        if (!there || !heard) {
            told.tell("verifier.incomplet");
            return false;
        }
        Manifest manifest = sealed.manifest();
        Phase files = new Phase(told, "verifier.segments");
        sealed.check(files::at);
        told.tell("verifier.manifeste", manifest.lines().size(), manifest.hash());
        try (ComparedLists lists = new ComparedLists()) {
            kept.listPositions(lists);
            kept.listSegments(lists, manifest);
            kept.listHistory(lists);
            told.tell("verifier.histoire", lists.count("history"), lists.count("segment"));
            for (String topic : ServiceStore.topics()) {
                topics.list(lists, topic);
                stores.list(lists, topic);
                told.tell(
                        "verifier.magasin",
                        topic,
                        lists.count("stored where place = '" + topic + "'"),
                        lists.count("stored where not published and place = '" + topic + "'"));
            }
            // a kind of event of which one was told is a public kind: then all of it must be told
            lists.make("create table public_kind as select distinct s.place, s.type from stored s"
                    + " join topic t on s.id = t.id and s.place = t.place");
            kept.listArrived(lists, patience);
            return agrees(lists);
        }
    }

    private boolean agrees(ComparedLists lists) throws SQLException {
        return agrees(lists, "ecart.segment.sans.histoire", "segment d anti join history h on d.id = h.id")
                && agrees(
                        lists,
                        "ecart.segment.histoire",
                        "segment d join history h on d.id = h.id and d.digest <> h.digest")
                && agrees(
                        lists,
                        "ecart.topic.sans.histoire",
                        "(select * from topic t anti join history h on t.id = h.id anti join unheard u on t.id = u.id)"
                                + " d anti join arrived a on d.id = a.id")
                && agrees(
                        lists, "ecart.topic.histoire", "topic d join history h on d.id = h.id and d.digest <> h.digest")
                && agrees(
                        lists,
                        "ecart.histoire.sans.preuve",
                        "(select * from history h anti join topic t on h.id = t.id) d anti join imported i on d.id ="
                                + " i.id")
                && agrees(
                        lists,
                        "ecart.topic.sans.magasin",
                        "topic d anti join stored s on d.id = s.id and d.place = s.place and d.subject = s.subject"
                                + " and d.number = s.number")
                && agrees(
                        lists,
                        "ecart.magasin.sans.topic",
                        "(select * from stored join public_kind using (place, type) where published) d"
                                + " anti join topic t on d.id = t.id")
                && agrees(
                        lists,
                        "ecart.magasin.type",
                        "stored d anti join known_kind k on d.place = k.place and d.type = k.type")
                && agrees(lists, "ecart.importe.magasin", """
                    (select s.place, i.* exclude (place) from imported i
                     join (select distinct place, subject from stored) s on i.subject = s.subject
                     where i.subject <> '%s') d
                    anti join stored s on d.id = s.id\
                    """.formatted(STREAM_OF_EVERY_OPERATION))
                && numbersFollowEachOther(lists)
                && positionsAreTrue(lists)
                && allIsHeard(lists)
                && accord(lists);
    }

    /** What reporting has not come to yet is no difference: it is late, and for how long is told. */
    private boolean allIsHeard(ComparedLists lists) throws SQLException {
        Object[] waiting = lists.first("select count(*), coalesce(min(u.told_at), 0) from unheard u"
                        + " anti join history h on u.id = h.id anti join arrived a on u.id = a.id")
                .orElseThrow();
        long number = Long.parseLong(String.valueOf(waiting[0]));
        if (number > 0) {
            Instant oldest = Instant.ofEpochMilli(Long.parseLong(String.valueOf(waiting[1])));
            told.tell(
                    "verifier.pas.entendu",
                    number,
                    Duration.between(oldest, Clock.systemUTC().instant()).toSeconds());
        }
        return number == 0;
    }

    /**
     * In a store the numbers of a stream follow each other from 0. In the history some are missing, since not every
     * event is public; each of these must be an event of its store that is of no public kind. Streams that were brought
     * from another machine have no store here.
     */
    private boolean numbersFollowEachOther(ComparedLists lists) throws SQLException {
        return holds(lists, "ecart.trou.magasin", """
            select place, subject, expected from (
                select place, subject, number,
                       row_number() over (partition by place, subject order by number) - 1 as expected
                from stored)
            where number <> expected order by place, subject, expected limit 1\
            """) && holds(lists, "ecart.trou.histoire", """
                with stream as (
                    select s.place, s.subject, max(h.number) as last
                    from history h join (select distinct place, subject from stored) s on h.subject = s.subject
                    group by all),
                expected as (select place, subject, unnest(range(0, last + 1)) as number from stream)
                select e.place, e.subject, e.number from expected e
                anti join history h on e.subject = h.subject and e.number = h.number
                anti join (select * from stored s anti join public_kind p on s.place = p.place and s.type = p.type)
                    hidden on e.place = hidden.place and e.subject = hidden.subject and e.number = hidden.number
                order by e.place, e.subject, e.number limit 1\
                """);
    }

    private boolean positionsAreTrue(ComparedLists lists) throws SQLException {
        return holds(lists, "ecart.position.magasin", """
            select place, position, head from position join head using (place)
            where position > head order by place limit 1\
            """)
                && agrees(lists, "ecart.position.fait", """
                    (select s.* from stored s join public_kind using (place, type)
                     join position p on s.place = p.place and s.recorded_at <= p.recorded_until) d
                    anti join history h on d.id = h.id\
                    """)
                && holds(lists, "ecart.position.jour", """
                    select d.file, p.place, p.recorded_until
                    from sealed_day d join position p on d.local and p.recorded_until < d.day + interval 1 day
                    order by d.day, p.place limit 1\
                    """);
    }

    private boolean accord(ComparedLists lists) throws SQLException {
        long imported = lists.count("imported");
        if (imported == 0) {
            told.tell("verifier.accord");
        } else {
            told.tell("verifier.accord.importes", imported);
        }
        return true;
    }

    private boolean agrees(ComparedLists lists, String key, String difference) throws SQLException {
        Optional<Object[]> first =
                lists.first("select d.place, d.id, d.type, d.recorded_at::varchar, d.subject, d.number::varchar from "
                        + difference + " order by d.recorded_at, d.id limit 1");
        first.ifPresent(d -> told.tell("verifier.ecart", Told.say(key, d[0]), d[1], d[2], d[3], d[4], d[5]));
        return first.isEmpty();
    }

    /** The query gives what its sentence names, and nothing where all is well. */
    private boolean holds(ComparedLists lists, String key, String query) throws SQLException {
        Optional<Object[]> first = lists.first(query);
        first.ifPresent(named -> told.tell("verifier.premiere", Told.say(key, named)));
        return first.isEmpty();
    }
}
