package fr.mentoratdurgence.platform.security;

import fr.mentoratdurgence.platform.links.LinkAuthentication;
import fr.mentoratdurgence.platform.links.LinkStatement;
import fr.mentoratdurgence.platform.links.LinkStatements;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who comes with the statement of a link, and with no token: a login says more. */
class LinkCallers extends OncePerRequestFilter {
    private final LinkStatements statements;

    LinkCallers(LinkStatements statements) {
        this.statements = statements;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader("Authorization") == null) {
            statements.read(request.getHeader(LinkStatement.HEADER)).ifPresent(statement -> {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new LinkAuthentication(statement));
                SecurityContextHolder.setContext(context);
            });
        }
        chain.doFilter(request, response);
    }
}
