package fr.mentoratdurgence.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses (421) what the gateway meant for another service: after a redeploy a service may sit at an address that was
 * another's, and must not answer in its name. Calls that name no service come from elsewhere and are let through.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class MeantForUs extends OncePerRequestFilter {
    private final String name;

    MeantForUs(String name) {
        this.name = name;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String meant = request.getHeader("X-Meant-For");
        if (meant == null || meant.equals(name)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
        }
    }
}
