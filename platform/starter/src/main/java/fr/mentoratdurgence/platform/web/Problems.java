package fr.mentoratdurgence.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.SystemFault;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Texts.Fault;
import fr.mentoratdurgence.platform.UnknownFact;
import fr.mentoratdurgence.platform.domain.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/**
 * Says what went wrong and how to mend it: RFC 9457 problem details under {@code /api/}, a page elsewhere. Never a
 * stack trace, never a value that somebody typed; only a form that met a short break is given back to who sent it.
 */
@ControllerAdvice
@Order(0)
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** In seconds: a race for the same thing is over soon. */
    private static final String SHORT_BREAK = "2";

    /** How PostgreSQL's codes of a broken connection and of a server that goes down or comes up begin. */
    private static final List<String> BROKEN = List.of("08", "57P");

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

    private final Texts texts;

    Problems(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    Object rejected(Rejection rejection, HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = switch (rejection.code().kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case CHANGED -> HttpStatus.PRECONDITION_FAILED;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SHORT_BREAK);
        }
        ProblemDetail problem = problem(status, rejection.code().name(), texts.of(rejection), List.of());
        rejection.details().forEach(problem::setProperty);
        return answer(problem, request);
    }

    @ExceptionHandler
    Object invalid(InvalidInput input, HttpServletRequest request) {
        return invalid(texts.of(input), request);
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        if (unreadable.getCause() instanceof DatabindException bad
                && !bad.getPath().isEmpty()) {
            return invalid(List.of(new Fault(path(bad), texts.of("probleme.valeur-illisible"))), request);
        }
        return answer(problem(ProblemCode.UNREADABLE), request);
    }

    @ExceptionHandler
    Object mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
        return invalid(List.of(new Fault(mistyped.getName(), texts.of("probleme.valeur-illisible"))), request);
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        TransactionSystemException.class,
        DataAccessResourceFailureException.class
    })
    Object outage(Exception outage, HttpServletRequest request) {
        LOG.warn("the database does not answer", outage);
        return answer(problem(ProblemCode.UNAVAILABLE), request);
    }

    @ExceptionHandler
    Object broken(SystemFault broken, HttpServletRequest request) {
        LOG.warn("not answered until somebody mends this: {}", broken.getMessage());
        return answer(problem(HttpStatus.SERVICE_UNAVAILABLE, broken.code(), texts.of(broken), List.of()), request);
    }

    @ExceptionHandler
    Object unknown(UnknownFact unknown, HttpServletRequest request) {
        LOG.warn("not answered until an instance that knows it is asked: {}", unknown.getMessage());
        return answer(problem(ProblemCode.NEWER_VERSION), request);
    }

    /** Who asked has left, in the middle of a stream: there is nobody to answer. */
    @ExceptionHandler
    ModelAndView left(AsyncRequestNotUsableException left) {
        LOG.debug("nobody listens any more", left);
        return new ModelAndView();
    }

    @ExceptionHandler
    Object anythingElse(Exception failure, HttpServletRequest request) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure; // Spring Security answers
        }
        if (isOutage(failure)) {
            return outage(failure, request);
        }
        if (failure instanceof ErrorResponse known) {
            return answer(problem(ProblemCode.of(known.getStatusCode())), known.getHeaders(), request);
        }
        LOG.error("unexpected failure", failure);
        return answer(problem(ProblemCode.UNEXPECTED), request);
    }

    /** More fields than a form has, signs that mean nothing, parts without a boundary: no browser sends them. */
    @ExceptionHandler({InvalidParameterException.class, MultipartException.class})
    Object malformed(Exception malformed, HttpServletRequest request) throws Exception {
        if (malformed instanceof ErrorResponse) {
            return anythingElse(malformed, request);
        }
        LOG.debug("not a form", malformed);
        return answer(problem(ProblemCode.BAD_REQUEST), request);
    }

    /** What is only asked for could not have been recorded anyway. */
    private Object invalid(List<Fault> faults, HttpServletRequest request) {
        String why = "GET".equals(request.getMethod()) ? "probleme.INVALID_QUESTION" : "probleme.INVALID_INPUT";
        ProblemCode code = ProblemCode.INVALID_INPUT;
        return answer(problem(code.status(), code.name(), texts.of(why), faults), request);
    }

    private ProblemDetail problem(ProblemCode code) {
        return problem(code.status(), code.name(), texts.of("probleme." + code), List.of());
    }

    /** A problem with its French title; {@code detail} says what to do. */
    ProblemDetail problem(HttpStatusCode status, String code, String detail, List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(ProblemCode.page(code));
        problem.setTitle(texts.of("probleme.titre." + status.value()));
        problem.setProperty("code", code);
        if (!faults.isEmpty()) {
            problem.setProperty(
                    "errors",
                    faults.stream()
                            .map(f -> new FieldProblem(
                                    f.field(), f.message(), f.rule().isEmpty() ? null : f.rule()))
                            .toList());
        }
        return problem;
    }

    /** @param rule which rule about data on persons refused, where one did */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FieldProblem(
            String field, String detail, @Nullable String rule) {}

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().startsWith("/actuator/");
    }

    private static Object answer(ProblemDetail problem, HttpServletRequest request) {
        return answer(problem, HttpHeaders.EMPTY, request);
    }

    /** @param said what else the answer says, such as which methods are allowed */
    private static Object answer(ProblemDetail problem, HttpHeaders said, HttpServletRequest request) {
        if (isApi(request)) {
            problem.setProperty("correlationId", Correlation.of(request));
            return ResponseEntity.status(problem.getStatus())
                    .headers(said)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        ModelAndView page = new ModelAndView("ui/error");
        page.setStatus(HttpStatusCode.valueOf(problem.getStatus()));
        page.addObject("status", problem.getStatus());
        page.addObject("heading", problem.getTitle());
        page.addObject("advice", problem.getDetail());
        page.addObject("way", wayBack(request));
        page.addObject(
                "by",
                problem.getProperties() == null ? null : problem.getProperties().get("by"));
        page.addObject("person", People.current());
        if (problem.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            page.addObject("mark", Correlation.of(request));
        }
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            page.addObject("again", again(request));
        }
        return page;
    }

    /** The page the form stood on, at its row: an address says what is shown, never what was done. */
    private static @Nullable String wayBack(HttpServletRequest request) {
        try {
            String wanted = SeeOther.local(request.getParameter("retour"), "");
            return wanted.isEmpty() ? null : wanted;
        } catch (InvalidParameterException | ErrorResponseException _) {
            return null; // the form itself could not be read
        }
    }

    /** A form as it was sent, to be sent again with one button: under the same key, so that it is done once. */
    private static @Nullable Again again(HttpServletRequest request) {
        String type = request.getContentType();
        if (!request.getMethod().equals("POST") || type == null || !type.startsWith(FORM)) {
            return null;
        }
        try {
            List<Choice> fields = request.getParameterMap().entrySet().stream()
                    .flatMap(field -> Arrays.stream(field.getValue()).map(value -> new Choice(field.getKey(), value)))
                    .toList();
            return new Again(request.getRequestURI(), fields);
        } catch (InvalidParameterException | ErrorResponseException _) {
            return null; // the form itself could not be read
        }
    }

    /** @param fields names and what was typed */
    record Again(String address, List<Choice> fields) {}

    private static String path(JacksonException bad) {
        return bad.getPath().stream()
                .map(step ->
                        step.getPropertyName() != null ? "." + step.getPropertyName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** Whether, underneath, the connection to the database broke: by its class or PostgreSQL's code of it. */
    private static boolean isOutage(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && BROKEN.stream().anyMatch(sql.getSQLState()::startsWith));
    }
}
