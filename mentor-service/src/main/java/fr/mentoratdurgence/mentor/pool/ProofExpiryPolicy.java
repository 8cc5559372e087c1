package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.onboarding.MentorCommand.NoticeProofExpiry;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says that a proof of good standing has expired, on its first day without effect or as soon as a service runs again.
 * Any number of instances may look: the stream says it once per proof, with the day on which it was due.
 */
@Component
class ProofExpiryPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(ProofExpiryPolicy.class);

    private final Commands commands;
    private final JdbcClient db;
    private final OperationDay day;

    private record Due(String mentor, LocalDate proofExpiresOn) {}

    ProofExpiryPolicy(Commands commands, JdbcClient db, OperationDay day) {
        this.commands = commands;
        this.db = db;
        this.day = day;
    }

    @Scheduled(fixedDelayString = "${mentorat.proof-expiry-every:30s}")
    void watch() {
        LocalDate today = day.today();
        for (Due due : due(today)) {
            try {
                String _ = commands.send(
                        new NoticeProofExpiry(due.mentor(), today),
                        CommandContext.system("proof-expired:" + due.mentor() + ":" + due.proofExpiresOn()));
            } catch (RuntimeException failed) {
                LOG.warn("the proof of {} is looked at again", due.mentor(), failed);
            }
        }
    }

    private List<Due> due(LocalDate today) {
        return db.sql("""
                select mentor, proof_expires_on from mentor_row
                where status = 'ACTIVE' and proof_expiry_told is null and proof_expires_on < ?
                order by proof_expires_on, mentor limit 500""").param(today).query(Due.class).list();
    }
}
