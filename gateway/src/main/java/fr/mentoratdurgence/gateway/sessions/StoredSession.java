package fr.mentoratdurgence.gateway.sessions;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session that knows its row and whether it differs from it. */
final class StoredSession implements Session {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 32;

    private final MapSession session;
    private byte @Nullable [] row;
    private Instant writtenAccess;
    private boolean changed;

    private StoredSession(MapSession session, byte @Nullable [] row) {
        this.session = session;
        this.row = row;
        this.writtenAccess = session.getLastAccessedTime();
    }

    static StoredSession fresh(Instant now) {
        return new StoredSession(session(newId(), now, now), null);
    }

    static StoredSession loaded(
            String id, byte[] row, Instant created, Instant lastAccess, Map<String, Object> attributes) {
        MapSession session = session(id, created, lastAccess);
        attributes.forEach(session::setAttribute);
        return new StoredSession(session, row);
    }

    private static MapSession session(String id, Instant created, Instant lastAccess) {
        var session = new MapSession(id);
        session.setCreationTime(created);
        session.setLastAccessedTime(lastAccess);
        return session;
    }

    /** The row it was read from or last written to; null while it has none. */
    byte @Nullable [] row() {
        return row;
    }

    boolean changed() {
        return changed;
    }

    Instant writtenAccess() {
        return writtenAccess;
    }

    void written(byte[] newRow) {
        row = newRow;
        writtenAccess = getLastAccessedTime();
        changed = false;
    }

    Map<String, Object> attributes() {
        Map<String, Object> all = new LinkedHashMap<>();
        getAttributeNames().forEach(name -> all.put(name, session.getRequiredAttribute(name)));
        return all;
    }

    /** The person who logged in; null while nobody did. */
    @Nullable
    OidcUser user() {
        SecurityContext context = getAttribute("SPRING_SECURITY_CONTEXT");
        return context != null
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof OidcUser user
                ? user
                : null;
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public String changeSessionId() {
        changed = true;
        session.setId(newId());
        return session.getId();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Spring's signature
    public <T> @Nullable T getAttribute(String name) {
        return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        changed = true;
        session.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        changed = true;
        session.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return session.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant lastAccess) {
        session.setLastAccessedTime(lastAccess);
    }

    @Override
    public Instant getLastAccessedTime() {
        return session.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        session.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return session.isExpired();
    }

    private static String newId() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
