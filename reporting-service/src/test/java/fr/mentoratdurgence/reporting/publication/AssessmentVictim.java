package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.reporting.Points;
import fr.mentoratdurgence.reporting.ReportingApplication;
import fr.mentoratdurgence.reporting.WatchedDatabase;
import fr.mentoratdurgence.reporting.assessment.AssessmentActs;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.segments.KilledSeason;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** A whole reporting-service that works out one assessment. */
public final class AssessmentVictim {
    private AssessmentVictim() {}

    public static void main(String[] arguments) {
        AtomicReference<@Nullable Points> asked = new AtomicReference<>();
        var context = new SpringApplicationBuilder(ReportingApplication.class)
                .initializers(started -> ((GenericApplicationContext) started)
                        .getBeanFactory()
                        .addBeanPostProcessor(new BeanPostProcessor() {
                            @Override
                            public Object postProcessAfterInitialization(Object bean, String name) {
                                return bean instanceof DataSource database && name.equals("dataSource")
                                        ? WatchedDatabase.of(database, () -> reach(asked.get()))
                                        : bean;
                            }
                        }))
                .run(arguments);
        Points points = Points.whenAsked();
        asked.set(points);
        BilanBoard bilans = context.getBean(BilanBoard.class);
        AssessmentActs acts = context.getBean(AssessmentActs.class);
        CommandContext asks =
                CommandContext.system("victim-" + ProcessHandle.current().pid());
        acts.compute(acts.request(Scope.at(KilledSeason.END), null, asks), bilans::both, asks.child("figures"));
        Points.done();
    }

    /** What the start does is not counted. */
    private static void reach(@Nullable Points points) {
        if (points != null) {
            points.reach();
        }
    }
}
