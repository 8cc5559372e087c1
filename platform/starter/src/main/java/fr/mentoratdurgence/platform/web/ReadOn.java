package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.Portion;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponents;

/**
 * How an API gives a long list: a portion, and in {@code Link} the address of the next one (RFC 8288), where there is one.
 * The parameter {@code after} of that address is the list's own affair.
 */
public final class ReadOn {
    /** Where a list is read on. */
    public static final String AFTER = "after";

    private ReadOn() {}

    /** The answer to the request that this thread answers. */
    public static <T> ResponseEntity<List<T>> answer(Portion<T> portion) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (portion.next() != null) {
            UriComponents next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam(AFTER, portion.next())
                    .build();
            // without its origin, which is the gateway's affair
            answer.header(HttpHeaders.LINK, "<" + next.getPath() + "?" + next.getQuery() + ">; rel=\"next\"");
        }
        return answer.body(portion.rows());
    }
}
