package fr.mentoratdurgence.mentor.intake;

import fr.mentoratdurgence.mentor.identity.RecentApplications;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Violations;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Applications that were sent a moment ago: who sent one sees where we write to, and mends it. */
@Component
class SentApplications {
    private final IntakeActs intake;
    private final RecentApplications recent;
    private final JsonMapper json;

    SentApplications(IntakeActs intake, RecentApplications recent, JsonMapper json) {
        this.intake = intake;
        this.recent = recent;
        this.json = json;
    }

    /** One of them, under the id that was told; it may lead nowhere. */
    record Sent(String receipt, String mentor, Draft draft) {}

    /** Keeps what was sent for a while; answers with the receipt, known to who sent it alone. */
    String keep(String mentor, Draft draft) {
        return recent.keep(mentor, json.writeValueAsString(draft));
    }

    /** Empty once the time is over. */
    Optional<Sent> find(String receipt) {
        return recent.find(receipt)
                .map(one -> new Sent(one.receipt(), one.mentor(), json.readValue(one.content(), Draft.class)));
    }

    /**
     * The address was typed wrongly.
     *
     * @param wrong what is known to be wrong already
     */
    void mend(Sent sent, String email, Violations wrong, CommandContext context) {
        Draft right = sent.draft().at(email);
        intake.mendPublicly(sent.mentor(), right, wrong, context);
        recent.mend(sent.receipt(), json.writeValueAsString(right));
    }
}
