package fr.mentoratdurgence.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.sealing.Sha256;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * What a request says, as a digest: so that a key that was used already can be told from one that comes with something
 * else. A form says its fields and files; anything else says its bytes, which are kept for that only where the request has
 * a key.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class RequestContent extends OncePerRequestFilter {
    static final String KEY = "Idempotency-Key";
    private static final String BYTES = RequestContent.class.getName();

    /** Fields that say which sending this is and where to go after it, not what is sent. */
    private static final Set<String> ABOUT_THE_SENDING = Set.of("commande", "retour");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(KEY) == null || isForm(request)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] bytes = request.getInputStream().readAllBytes();
        request.setAttribute(BYTES, bytes);
        chain.doFilter(new Reread(request, bytes), response);
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/"));
    }

    static String digest(HttpServletRequest request) {
        Sha256 digest = new Sha256();
        var _ = digest.add(request.getMethod() + ' ' + request.getRequestURI() + '\n');
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!ABOUT_THE_SENDING.contains(name)) {
                for (String value : values) {
                    var _ = digest.add(name + '=' + value.length() + ':' + value + '\n');
                }
            }
        });
        String read = request.getHeader(HttpHeaders.IF_MATCH);
        if (read != null) {
            var _ = digest.add("If-Match " + read + '\n');
        }
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts != null) {
            parts.getMultiFileMap().values().forEach(files -> files.forEach(file -> add(digest, file)));
        }
        if (request.getAttribute(BYTES) instanceof byte[] body) {
            var _ = digest.add(body);
        }
        return digest.hex();
    }

    private static void add(Sha256 digest, MultipartFile file) {
        try {
            var _ = digest.add(file.getBytes());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** The same request, whose body was read once already. */
    private static final class Reread extends HttpServletRequestWrapper {
        private final byte[] bytes;

        Reread(HttpServletRequest request, byte[] bytes) {
            super(request);
            this.bytes = bytes;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream in = new ByteArrayInputStream(bytes);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return in.read();
                }

                @Override
                public int read(byte[] to, int from, int most) {
                    return in.read(to, from, most);
                }

                @Override
                public boolean isFinished() {
                    return in.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("all of it is here");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), UTF_8));
        }
    }
}
