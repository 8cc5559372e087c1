package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.whatif.Counterfactual;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The recorded season under a policy that need not be published. */
@RestController
@RequestMapping("${mentorat.api}/whatif")
class WhatIfApi {
    private final WhatIfForm form;

    WhatIfApi(WhatIfForm form) {
        this.form = form;
    }

    /**
     * @param policy     a policy file
     * @param acceptance RECORDED or ALL
     * @param from       first day; left out = the first day of the record
     * @param to         last day; left out = today
     */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Counterfactual compare(
            @RequestBody(required = false) @Nullable String policy,
            @RequestParam(required = false) @Nullable String acceptance,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return form.compare(WhatIfForm.policy(policy), acceptance, from, to);
    }
}
