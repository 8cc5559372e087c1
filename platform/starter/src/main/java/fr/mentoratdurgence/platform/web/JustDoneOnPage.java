package fr.mentoratdurgence.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Gives the page that an act leads back to what was just done ({@code fait}), and lets the browser know that it is told. */
final class JustDoneOnPage implements HandlerInterceptor {
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        boolean part = request.getHeader("HX-Request") != null;
        if (page == null || part || !"GET".equals(request.getMethod())) {
            return;
        }
        LatelyDone.heard(request.getHeader(JustDone.HEADER)).untold().ifPresent(done -> {
            page.addObject("fait", done);
            response.setHeader(JustDone.HEADER, "");
        });
    }
}
