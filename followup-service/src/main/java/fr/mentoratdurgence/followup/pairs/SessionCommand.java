package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import java.time.LocalDate;
import java.util.List;

/** What is told of the sessions of a pair, and mended. {@code side} tells it. */
sealed interface SessionCommand extends PairCommand {
    /** The session that is spoken of; a new id where one is told. */
    String session();

    Side side();

    LocalDate today();

    /** A telling of something that was, or was not, on a day. */
    sealed interface Tell extends SessionCommand {
        LocalDate day();

        Repeat repeat();
    }

    /** A session as somebody says it was. */
    record Session(LocalDate heldOn, int minutes, Channel channel, List<SupportKind> support) {}

    /** An absence as somebody says it was. */
    record Absence(LocalDate plannedOn, Side missedBy, boolean excused) {}

    record LogSession(String pair, String session, Side side, Session told, Repeat repeat, LocalDate today)
            implements Tell {
        @Override
        public LocalDate day() {
            return told.heldOn();
        }
    }

    record LogMissedSession(String pair, String session, Side side, Absence told, Repeat repeat, LocalDate today)
            implements Tell {
        @Override
        public LocalDate day() {
            return told.plannedOn();
        }
    }

    /** A session that was held was otherwise than told; all of it is told anew. */
    record CorrectSession(String pair, String session, Side side, AmendmentReason reason, Session told, LocalDate today)
            implements SessionCommand {}

    /** A session or an absence was not as told at all. */
    record CancelSession(String pair, String session, Side side, AmendmentReason reason, LocalDate today)
            implements SessionCommand {}
}
