package fr.mentoratdurgence.followup.pairs;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a page act leads back to: a path of this site, never another site. */
final class LocalReturn {
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\w\\-/?=&.%]*");

    private LocalReturn() {}

    /**
     * The wished path, or to the pair's page.
     *
     * @param done short code of what was done, shown there as a sentence
     */
    static String to(@Nullable String wished, String pair, String done) {
        String path = wished != null && LOCAL.matcher(wished).matches() ? wished : "/suivi/binomes/" + pair;
        return UriComponentsBuilder.fromUriString(path)
                .replaceQueryParam("fait", done)
                .build(true)
                .toUriString();
    }
}
