package fr.mentoratdurgence.platform.search;

import fr.mentoratdurgence.platform.SharedLock;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the index anew from the sealed rows, beside live traffic: after a change of keys, or a restore without it. */
class PeopleReindex {
    private static final Logger LOG = LoggerFactory.getLogger(PeopleReindex.class);
    private static final int AT_ONCE = 200;

    private final PeopleIndex index;
    private final List<IndexedPeople> people;
    private final TransactionTemplate transaction;
    private final DataSource database;

    PeopleReindex(PeopleIndex index, List<IndexedPeople> people, TransactionTemplate transaction, DataSource database) {
        this.index = index;
        this.people = people;
        this.transaction = transaction;
        this.database = database;
    }

    /** Once after a start: keys change with one. */
    @Scheduled(initialDelayString = "${mentorat.search.reindex-after}")
    void bringUpToDate() {
        SharedLock.tryTake(database, "people-index").ifPresent(lock -> {
            try (lock) {
                var _ = index.clean(people.stream().map(IndexedPeople::all).collect(Collectors.joining(" union all ")));
                int written = people.stream().mapToInt(this::all).sum();
                if (written > 0) {
                    LOG.info("{} people indexed anew", written);
                }
            }
        });
    }

    private int all(IndexedPeople some) {
        int written = 0;
        String last = "";
        List<String> batch = index.outdated(some.all(), last, AT_ONCE);
        while (!batch.isEmpty() && !Thread.currentThread().isInterrupted()) {
            for (String person : batch) {
                transaction.executeWithoutResult(_ -> some.index(person));
            }
            written += batch.size();
            last = batch.getLast();
            batch = index.outdated(some.all(), last, AT_ONCE);
        }
        return written;
    }
}
