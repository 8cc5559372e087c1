package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.personaldata.PersonalDataDetector;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.SealingKeys;
import fr.mentoratdurgence.platform.ServiceSettings;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.settings.OperationZone;
import fr.mentoratdurgence.platform.store.Streams;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.module.SimpleModule;

/** The edge of a service: clock, texts, problems, arguments. */
@AutoConfiguration(beforeName = "org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration")
@EnableScheduling
@EnableConfigurationProperties({ServiceSettings.class, SealingKeys.class})
@Import({Problems.class, EveryPage.class, BodyFaults.class})
class WebAutoConfiguration {
    private static final int MORE_THAN_THERE_ARE_TASKS = 64;

    /** Real time, or the crisis clock where the environment names a start. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(ServiceSettings settings) {
        ServiceSettings.CrisisTime crisis = settings.clock();
        Clock real = Clock.system(OperationZone.PARIS);
        if (!crisis.file().isEmpty()) {
            return new CrisisClock(real, new KeptTime(Path.of(crisis.file())));
        }
        if (crisis.start().isEmpty()) {
            return real;
        }
        Instant from = crisis.origin().isEmpty() ? real.instant() : Instant.parse(crisis.origin());
        var told = new CrisisClock.Told(Instant.parse(crisis.start()), from, crisis.speed());
        return new CrisisClock(real, () -> told);
    }

    /** Each task has a thread of its own: Spring's scheduler of virtual threads runs all fixed delays on a single one. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(MORE_THAN_THERE_ARE_TASKS);
        scheduler.setThreadFactory(Thread.ofVirtual().name("task-", 1).factory());
        return scheduler;
    }

    @Bean
    OperationDay operationDay(Clock clock) {
        return new OperationDay(clock);
    }

    @Bean
    Correlation correlation(Ids ids) {
        return new Correlation(ids);
    }

    @Bean
    MeantForUs meantForUs(Environment environment) {
        return new MeantForUs(environment.getProperty("spring.application.name", ""));
    }

    @Bean
    Texts texts(MessageSource messages) {
        return new Texts(messages);
    }

    @Bean
    FrenchTime frenchTime() {
        return new FrenchTime();
    }

    @Bean
    FormAct formAct(Texts texts) {
        return new FormAct(texts);
    }

    /** For a service whose pages keep up: {@code mentorat.stream} is the path. */
    @Bean
    @ConditionalOnProperty("mentorat.stream")
    ChangeStream changeStream(JdbcClient db) {
        return new ChangeStream(db);
    }

    @Bean
    @ConditionalOnProperty("mentorat.stream")
    EveryLivePage everyLivePage(ChangeStream changes) {
        return new EveryLivePage(changes);
    }

    @Bean
    RequestArguments requestArguments(
            Ids ids,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> endpoints,
            ObjectProvider<RequestMappingHandlerAdapter> adapters,
            ObjectProvider<Streams> streams) {
        return new RequestArguments(
                ids, new WhatWasRead(new Marks(), endpoints::getObject, adapters::getObject, streams::getObject));
    }

    @Bean
    RequestContent requestContent() {
        return new RequestContent();
    }

    @Bean
    Refusals refusals(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> endpoints) {
        return new Refusals(resolver, endpoints::getObject);
    }

    @Bean
    FilterRegistrationBean<Marks> unchangedAnswers(ServiceSettings settings) {
        FilterRegistrationBean<Marks> filter = new FilterRegistrationBean<>(new Marks());
        filter.addUrlPatterns(settings.api() + "/*");
        return filter;
    }

    @Bean
    PersonalDataDetector personalDataDetector() {
        return new PersonalDataDetector();
    }

    @Bean
    PersonalDataCheck personalDataCheck(
            PersonalDataDetector detector, JdbcClient db, PersonalDataCipher cipher, Clock clock) {
        return new PersonalDataCheck(detector, new LetPass(db, cipher, clock));
    }

    @Bean
    TypedRequests typedRequests(PersonalDataDetector detector) {
        return new TypedRequests(detector);
    }

    @Bean
    NoNullCharacters noNullCharacters() {
        return new NoNullCharacters();
    }

    @Bean
    JsonMapperBuilderCustomizer typedJson() {
        return builder -> builder.addModule(
                        new SimpleModule("typed").addDeserializer(String.class, new TypedStringDeserializer()))
                .addHandler(new BodyFaults.Left());
    }

    @Bean
    @ConditionalOnMissingBean
    PersonalDataCipher personalDataCipher(SealingKeys keys) {
        return new PersonalDataCipher(keys.personalDataKeys());
    }
}
