package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.Violations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses a form with U+0000 in it, by field. */
final class NoNullCharacters implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Violations violations = new Violations();
        request.getParameterMap().forEach((name, values) -> {
            if (TypedSigns.hasNull(name) || Arrays.stream(values).anyMatch(TypedSigns::hasNull)) {
                violations.add(name.replace("\0", ""), "saisie.signe-illisible");
            }
        });
        violations.throwIfAny();
        return true;
    }
}
