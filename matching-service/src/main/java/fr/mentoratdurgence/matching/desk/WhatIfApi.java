package fr.mentoratdurgence.matching.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.matching.running.MatchingJob;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.jobs.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The recorded season under a policy that need not be published. */
@RestController
@RequestMapping("${mentorat.api}/whatif")
class WhatIfApi {
    private final Jobs jobs;

    WhatIfApi(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * @param policy     a policy file
     * @param acceptance RECORDED or ALL
     * @param from       first day; left out = the first day of the record
     * @param to         last day; left out = today
     */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> compare(
            @RequestBody(required = false) @Nullable String policy,
            @RequestParam(required = false) @Nullable String acceptance,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Person person,
            CommandContext context) {
        var _ = WhatIfForm.policy(policy); // what is wrong with the file is said at once
        byte[] file = policy == null ? new byte[0] : policy.getBytes(UTF_8);
        var asked = WhatIfForm.asked(0, acceptance, from, to);
        return jobs.answer(jobs.ask(MatchingJob.WHAT_IF, asked, file, person, context), person, HttpStatus.OK);
    }
}
