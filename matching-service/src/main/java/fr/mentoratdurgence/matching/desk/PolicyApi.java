package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.PolicyRow;
import fr.mentoratdurgence.matching.board.RunBoard;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ActivatePolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PublishPolicy;
import fr.mentoratdurgence.matching.proposing.PolicyContent;
import fr.mentoratdurgence.matching.proposing.PolicyRejection;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The versions of the policy: published once, never edited, one of them active. */
@RestController
@RequestMapping("${mentorat.api}/policies")
class PolicyApi {
    private final RunBoard board;
    private final Commands commands;
    private final Clock clock;

    PolicyApi(RunBoard board, Commands commands, Clock clock) {
        this.board = board;
        this.commands = commands;
        this.clock = clock;
    }

    record Version(
            int version,
            boolean active,
            String publishedBy,
            Instant publishedAt,
            @Nullable String activatedBy,
            @Nullable Instant activatedAt,
            PolicyBody policy) {
        static Version of(PolicyRow row) {
            return new Version(
                    row.policy().version(),
                    row.active(),
                    row.publishedBy(),
                    row.publishedAt(),
                    row.activatedBy(),
                    row.activatedAt(),
                    PolicyBody.of(row.policy()));
        }
    }

    record Published(int version) {}

    /** @param instead the version that is thought to be active; null = any */
    record Activation(@Nullable Integer instead) {}

    @GetMapping
    List<Version> all() {
        return board.policies().stream().map(Version::of).toList();
    }

    @GetMapping("/{version}")
    Version one(@PathVariable int version) {
        return board.policy(version).map(Version::of).orElseThrow(() -> new Rejection(PolicyRejection.NO_SUCH_POLICY));
    }

    @PostMapping
    ResponseEntity<Published> publish(
            @RequestBody PolicyBody body, Violations wrong, Person person, CommandContext context) {
        String version = commands.send(
                new PublishPolicy(PolicyContent.of(body.policy(wrong)), person.account(), clock.instant()), context);
        return ResponseEntity.created(URI.create("/api/matching/v1/policies/" + version))
                .body(new Published(Integer.parseInt(version)));
    }

    @PostMapping("/{version}/activation")
    Version activate(
            @PathVariable int version,
            @RequestBody(required = false) @Nullable Activation body,
            Person person,
            CommandContext context) {
        Integer instead = body == null ? null : body.instead();
        var _ = commands.send(new ActivatePolicy(version, instead, person.account(), clock.instant()), context);
        return one(version);
    }
}
