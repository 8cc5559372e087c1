package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.FormAct;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists for a service that says where: {@code mentorat.lists.path}. */
@AutoConfiguration(afterName = "fr.mentoratdurgence.platform.web.WebAutoConfiguration")
@ConditionalOnProperty("mentorat.lists.path")
@EnableConfigurationProperties(ListsSettings.class)
class ListsAutoConfiguration {

    @Bean
    SavedViews savedViews(JdbcClient db, Ids ids, Clock clock) {
        return new SavedViews(db, ids, clock);
    }

    @Bean
    Lists lists(SavedViews saved, ListsSettings settings, Texts texts) {
        return new Lists(saved, settings, texts);
    }

    @Bean
    SavedViewPages savedViewPages(SavedViews views, ListsSettings settings) {
        return new SavedViewPages(views, settings);
    }

    @Bean
    AwaitingPages awaitingPages(ObjectProvider<Awaiting> awaited) {
        return new AwaitingPages(awaited.orderedStream().toList());
    }

    @Bean
    BulkLook bulkLook(ObjectProvider<BulkAct> acts, ListsSettings settings) {
        return new BulkLook(acts.orderedStream().toList(), settings);
    }

    @Bean
    BulkPages bulkPages(BulkLook looks, BulkRows rows, ListsSettings settings, FormAct forms) {
        return new BulkPages(looks, rows, settings, forms);
    }

    @Bean
    BulkUndoPages bulkUndoPages(
            ObjectProvider<BulkUndo> undos, ObjectProvider<BulkAct> acts, BulkRows rows, ListsSettings settings) {
        return new BulkUndoPages(
                undos.orderedStream().toList(), acts.orderedStream().toList(), rows, settings);
    }

    @Bean
    BulkRows bulkRows(Texts texts, JdbcClient db) {
        return new BulkRows(texts, db);
    }
}
