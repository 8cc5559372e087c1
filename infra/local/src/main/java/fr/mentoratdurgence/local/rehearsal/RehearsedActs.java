package fr.mentoratdurgence.local.rehearsal;

import fr.mentoratdurgence.local.journey.Crowd;
import fr.mentoratdurgence.local.load.Caller;
import fr.mentoratdurgence.local.load.Load;
import fr.mentoratdurgence.local.load.UnexpectedStatus;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people do in a rehearsal, each act through the door as its role does it. What was acknowledged is kept, to be looked
 * for at the end.
 */
final class RehearsedActs {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NEEDS = "/api/needs/v1/needs";
    private static final String MENTORS = "/api/mentors/v1/mentors";
    private static final List<String> PUBLIC_PAGES =
            List.of("/", "/mentors/candidature", "/besoins/declarer", "/aide", "/bilan/public");

    private final Crowd crowd;
    private final Caller anybody;
    private final Caller coordinator;
    private final Optional<Caller> referent;
    private final Optional<Caller> mentor;
    private final AtomicLong numbers = new AtomicLong();
    private final Queue<String> toClaim = new ConcurrentLinkedQueue<>();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> confirmed = new ConcurrentLinkedQueue<>();

    /**
     * @param token    of a coordinator, good for now
     * @param referent with a session; empty where nobody can sign in by the login page
     * @param mentor   the same of a mentor
     */
    RehearsedActs(
            Crowd crowd, String origin, Supplier<String> token, Optional<Caller> referent, Optional<Caller> mentor) {
        this.crowd = crowd;
        this.anybody = new Caller(origin).with("Origin", () -> origin);
        this.coordinator = new Caller(origin).with("Authorization", () -> "Bearer " + token.get());
        this.referent = referent;
        this.mentor = mentor;
    }

    Load.Call of(Season.Coming who) {
        return switch (who) {
            case VOLUNTEER -> this::apply;
            case NEED -> this::declare;
            case FORM -> this::fillIn;
            case CLAIM -> this::claim;
            case TEAM_PAGE -> this::lookAtWork;
            case MENTOR_PAGE -> this::lookAtOwnSpace;
            case VISIT -> this::visit;
        };
    }

    private void apply() throws Exception {
        HttpResponse<String> answer = anybody.postJson(MENTORS, crowd.application(numbers.incrementAndGet()), 201);
        acknowledged.add(
                MENTORS + "/" + JSON.readTree(answer.body()).path("mentor").asString());
    }

    /** A need by the API: the act that the highest rate is looked for with. */
    void declare() throws Exception {
        HttpResponse<String> answer = coordinator.postJson(NEEDS, crowd.need(numbers.incrementAndGet()), 201);
        String need = NEEDS + "/" + JSON.readTree(answer.body()).path("need").asString();
        acknowledged.add(need);
        toClaim.add(need);
    }

    private void fillIn() throws Exception {
        long number = numbers.incrementAndGet();
        String draft = to(anybody.postForm("/besoins/declarer", Map.of("uai", crowd.school(number)), 303))
                .replaceFirst("/[a-z]+$", "");
        String last = "";
        for (Crowd.Step step : crowd.form(number)) {
            last = to(anybody.postForm(draft + "/" + step.page(), step.typed(), 303));
        }
        if (!last.startsWith("/besoins/confirmation/")) {
            throw new IllegalStateException("the form is not through");
        }
        confirmed.add(last);
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]*", "");
    }

    private void claim() throws Exception {
        String need = toClaim.poll();
        if (need != null) {
            var _ = coordinator.postJson(need + "/assignment", "{}", 200);
        }
    }

    private void lookAtWork() throws Exception {
        var _ = referent.isPresent()
                ? referent.get().get("/suivi", 200)
                : coordinator.get("/api/followup/v1/pairs", 200);
    }

    private void lookAtOwnSpace() throws Exception {
        var _ = mentor.isPresent()
                ? mentor.get().get("/mentors/mon-espace", 200)
                : anybody.get("/mentors/candidature", 200);
    }

    private void visit() throws Exception {
        int page = (int) (numbers.incrementAndGet() % PUBLIC_PAGES.size());
        var _ = anybody.get(PUBLIC_PAGES.get(page), 200);
    }

    long acknowledged() {
        return (long) acknowledged.size() + confirmed.size();
    }

    /** Whether what was acknowledged is still there; asks for each. */
    boolean stands(String path) throws Exception {
        try {
            var _ = (path.startsWith("/api/") ? coordinator : anybody).get(path, 200);
            return true;
        } catch (UnexpectedStatus refused) {
            if (refused.status() == 404) {
                return false;
            }
            throw refused;
        }
    }

    /** Everything that was acknowledged, by its address. */
    List<String> all() {
        var all = new ArrayList<>(acknowledged);
        all.addAll(confirmed);
        return all;
    }
}
